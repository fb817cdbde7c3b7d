// Fits the constants of knowledge/match/confidence.ts: node tests/bench/calibrate.ts [--data FILE]
// Every fold leaves out a fifth of the phrasings (in scope, a third of them with typing errors) and a fifth of the entries
// (out of scope). The training texts of FILE, which are about something else, serve as further out-of-scope questions; so do phrasings whose subject
// was replaced. Phrasings as they stand are there for the visitors who ask in these very words.
import { parseArgs } from 'node:util';
import {
  type Entry,
  type KnowledgeBase,
  type Language,
  languages,
  loadKnowledge,
} from '../../knowledge/index.ts';
import { confidenceOf, type Evidence, inputs, weights } from '../../knowledge/match/confidence.ts';
import { createExplainedMatcher } from '../../knowledge/match/createMatcher.ts';
import { isStopWord } from '../../knowledge/text/stopWords.ts';
import { tokenise } from '../../knowledge/text/tokens.ts';
import { readQuestionSet, withTypos } from './questionSet.ts';

interface Example {
  readonly evidence: Evidence;
  readonly right: boolean;
  readonly weight: number;
}

const folds = 5;
/** A question about an entry that does not exist, its siblings all there, is rarer than its share of the examples. */
const heldEntryWeight = 0.3;
/** Many visitors ask in the very words of a phrasing; and some in these words about something else. */
const asWrittenWeight = 0.5;
const otherSubjectWeight = 0.3;
/** Subjects that no entry is about. */
const strangers =
  'bitcoin Tokyo football pizza guitar Netflix divorce passport Messi insurance horoscope laundry'.split(' ');
/** Passes of Newton's method, and how strongly constants are drawn to 0. */
const passes = 12;
const decay: number = 1;

const { values: options } = parseArgs({ options: { data: { type: 'string' } } });
const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run knowledge:check`);
const foreign = options.data ? readQuestionSet(options.data).train.map(({ text }) => text) : [];
const examples = Array.from({ length: folds }, (_, fold) => examplesOf(loaded.knowledge, fold)).flat();
const fitted = fitLogistic(examples);
console.log(`${examples.length} examples, ${examples.filter(({ right }) => right).length} right`);
for (const [i, name] of Object.keys(weights).entries())
  console.log(`  ${name}: ${(fitted[i] ?? 0).toFixed(2)},`);
console.log('reliability of the constants now in use, and of the fitted ones (confidence: right / examples)');
report((evidence) => confidenceOf(evidence));
report((evidence) => sigmoid(evidence, fitted));

function examplesOf(knowledge: KnowledgeBase, fold: number): Example[] {
  const held: { text: string; id: string; language: Language; isKept: boolean }[] = [];
  const entries = knowledge.entries.flatMap((entry, index): Entry[] => {
    const isKept = index % folds !== fold;
    const texts = { ...entry.texts };
    for (const language of languages) {
      const text = entry.texts[language];
      if (!text) continue;
      const out = text.phrasings.filter((_, i) => !isKept || i % folds === fold);
      for (const phrasing of out) held.push({ text: phrasing, id: entry.id, language, isKept });
      texts[language] = { ...text, phrasings: text.phrasings.filter((phrasing) => !out.includes(phrasing)) };
    }
    return isKept ? [{ ...entry, texts }] : [];
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const { ask } = createExplainedMatcher({ ...knowledge, entries, byId });
  const asWritten = new Map(
    entries.flatMap((entry) =>
      Object.values(entry.texts).flatMap((text) =>
        [text.question, ...text.phrasings].map((phrasing) => [phrasing, entry.id] as const),
      ),
    ),
  );
  const questions = [
    ...held
      .filter(({ text, isKept }, i) => (isKept || i % 2 === 0) && !asWritten.has(text))
      .map(({ text, id, isKept }, i) => ({
        text: i % 3 === 0 ? withTypos(text, fold) : text,
        id,
        weight: isKept ? 1 : heldEntryWeight,
      })),
    ...[...asWritten]
      .filter((_, i) => i % folds === fold)
      .map(([text, id]) => ({ text, id, weight: asWrittenWeight })),
    ...[...asWritten]
      .filter((_, i) => i % folds === fold)
      .flatMap(([text], i) => {
        const other = withOtherSubject(text, strangers[i % strangers.length]);
        return other === null ? [] : [{ text: other, id: null, weight: otherSubjectWeight }];
      }),
    ...foreign.filter((_, i) => i % folds === fold).map((text) => ({ text, id: null, weight: 1 })),
  ];
  return questions.flatMap(({ text, id, weight }) => {
    const { result, evidence } = ask(text);
    return evidence ? [{ evidence, right: result.matches[0]?.entry.id === id, weight }] : [];
  });
}

/** The text with its longest subject word replaced: the same words around something that nobody wrote about. */
function withOtherSubject(text: string, stranger: string | undefined): string | null {
  const subjects = tokenise(text).filter(({ folded }) => !isStopWord(folded) && folded !== 'iclei');
  const longest = subjects.reduce((most, { typed }) => (typed.length > most.length ? typed : most), '');
  return stranger && longest.length > 3 ? text.replace(longest, stranger) : null;
}

/** Logistic regression by Newton's method. */
function fitLogistic(data: readonly Example[]): number[] {
  const rows = data.map(({ evidence }) => [1, ...inputs(evidence)]);
  const size = Object.keys(weights).length;
  let found = new Array<number>(size).fill(0);
  for (let pass = 0; pass < passes; pass++) {
    const gradient: number[] = found.map((value, i) => (i === 0 ? 0 : decay * value));
    const curvature = found.map((_, i) => found.map((_, j) => (i === j ? decay : 0)));
    data.forEach(({ evidence, right, weight }, at) => {
      const row = rows[at] ?? [];
      const likely = sigmoid(evidence, found);
      for (let i = 0; i < size; i++) {
        const value = (row[i] ?? 0) * weight;
        gradient[i] = (gradient[i] ?? 0) + (likely - (right ? 1 : 0)) * value;
        const line = curvature[i] ?? [];
        for (let j = 0; j < size; j++)
          line[j] = (line[j] ?? 0) + likely * (1 - likely) * value * (row[j] ?? 0);
      }
    });
    const step = solve(curvature, gradient);
    found = found.map((value, i) => value - (step[i] ?? 0));
  }
  return found;
}

/** Solves a small system of linear equations by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const pivot = lines[i] ?? [];
    for (const [j, line] of lines.entries()) {
      if (j === i) continue;
      const factor = (line[i] ?? 0) / (pivot[i] ?? 1);
      for (let k = i; k <= size; k++) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return lines.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}

function sigmoid(evidence: Evidence, constants: readonly number[]): number {
  const sum = [1, ...inputs(evidence)].reduce((dot, value, i) => dot + value * (constants[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function report(confidence: (evidence: Evidence) => number): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { evidence, right, weight } of examples) {
    const value = confidence(evidence);
    const bin = bins[Math.min(9, Math.floor(value * 10))];
    if (!bin) continue;
    bin.count += weight;
    bin.sum += value * weight;
    if (right) bin.right += weight;
  }
  const error =
    bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) /
    examples.reduce((sum, { weight }) => sum + weight, 0);
  const answered = examples.filter(({ evidence }) => confidence(evidence) >= 0.8);
  console.log(bins.map((bin, i) => `0.${i}: ${bin.right.toFixed(0)}/${bin.count.toFixed(0)}`).join('  '));
  console.log(
    `calibration error ${error.toFixed(3)}; at 0.8: ${answered.filter(({ right }) => right).length} right, ${answered.filter(({ right }) => !right).length} wrong`,
  );
}
