// Fits the constants of knowledge/match/confidence.ts: node tests/bench/calibrate.ts [--data FILE]
// Every fold leaves out a fifth of the phrasings (in scope, half of them with typing errors) and a fifth of the entries
// (out of scope). The training texts of FILE, which are about something else, serve as further out-of-scope questions.
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
import { readQuestionSet, withTypos } from './questionSet.ts';

interface Example {
  readonly evidence: Evidence;
  readonly right: boolean;
  readonly weight: number;
}

const folds = 5;
/** Passes and step of the gradient descent, and how strongly constants are drawn to 0. */
const passes = 4_000;
const step = 1;
const decay = 0.0005;

const { values: options } = parseArgs({ options: { data: { type: 'string' } } });
const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run knowledge:check`);
const foreign = options.data ? readQuestionSet(options.data).train.map(({ text }) => text) : [];
const examples = Array.from({ length: folds }, (_, fold) => examplesOf(loaded.knowledge, fold)).flat();
const fitted = fit(examples);
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
  const known = new Set(
    entries.flatMap((entry) =>
      Object.values(entry.texts).flatMap((text) => [text.question, ...text.phrasings]),
    ),
  );
  const questions = [
    ...held
      .filter(({ text, isKept }, i) => (isKept || i % 2 === 0) && !known.has(text))
      .map(({ text, id }, i) => ({ text: i % 2 === 0 ? text : withTypos(text, fold), id, weight: 1 })),
    ...foreign.filter((_, i) => i % folds === fold).map((text) => ({ text, id: null, weight: 1 })),
  ];
  return questions.flatMap(({ text, id, weight }) => {
    const { result, evidence } = ask(text);
    return evidence ? [{ evidence, right: result.matches[0]?.entry.id === id, weight }] : [];
  });
}

function fit(data: readonly Example[]): number[] {
  const rows = data.map(({ evidence }) => [1, ...inputs(evidence)]);
  const total = data.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Array<number>(Object.keys(weights).length).fill(0);
  for (let pass = 0; pass < passes; pass++) {
    const gradient = found.map((value, i) => (i === 0 ? 0 : decay * value));
    rows.forEach((row, at) => {
      const sum = row.reduce((dot, value, i) => dot + value * (found[i] ?? 0), 0);
      const error =
        ((1 / (1 + Math.exp(-sum)) - (data[at]?.right ? 1 : 0)) * (data[at]?.weight ?? 0)) / total;
      for (let i = 0; i < row.length; i++) gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
    });
    for (let i = 0; i < found.length; i++) found[i] = (found[i] ?? 0) - step * (gradient[i] ?? 0);
  }
  return found;
}

function sigmoid(evidence: Evidence, constants: readonly number[]): number {
  const sum = [1, ...inputs(evidence)].reduce((dot, value, i) => dot + value * (constants[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function report(confidence: (evidence: Evidence) => number): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { evidence, right } of examples) {
    const value = confidence(evidence);
    const bin = bins[Math.min(9, Math.floor(value * 10))];
    if (!bin) continue;
    bin.count++;
    bin.sum += value;
    if (right) bin.right++;
  }
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / examples.length;
  const answered = examples.filter(({ evidence }) => confidence(evidence) >= 0.8);
  console.log(bins.map((bin, i) => `0.${i}: ${bin.right}/${bin.count}`).join('  '));
  console.log(
    `calibration error ${error.toFixed(3)}; at 0.8: ${answered.filter(({ right }) => right).length} right, ${answered.filter(({ right }) => !right).length} wrong`,
  );
}
