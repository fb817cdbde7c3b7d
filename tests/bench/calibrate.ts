// Fits the constants of knowledge/match/confidence.ts on the development questions: node tests/bench/calibrate.ts
// Prints the constants, and how reliable the confidence is with those in use and, in ten folds, with the fitted ones.
import { readFile } from 'node:fs/promises';
import { readQuestions } from '../../knowledge/check/regression.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { confidenceOf, type Evidence, inputs, weights } from '../../knowledge/match/confidence.ts';
import { createExplainedMatcher } from '../../knowledge/match/createMatcher.ts';

interface Example {
  readonly evidence: Evidence;
  readonly right: boolean;
  readonly weight: number;
}

const folds = 10;
/** How many of a visitor's questions no entry answers: a guess, to be replaced by figures from the running service. */
const outOfScopeShare = 0.2;
/** Passes of Newton's method, and how strongly constants are drawn to 0. */
const passes = 20;
const decay: number = 1;

const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run knowledge:check`);
const path = 'tests/knowledge/questions/development.yaml';
const { placed } = readQuestions([{ path, text: await readFile(path, 'utf8') }]);
const examples = examplesOf();
const fitted = fitLogistic(examples);
console.log(`${examples.length} examples, ${examples.filter(({ right }) => right).length} right`);
for (const [i, name] of Object.keys(weights).entries())
  console.log(`  ${name}: ${(fitted[i] ?? 0).toFixed(2)},`);
console.log('the constants in use (confidence: right / examples)');
report(examples.map((example) => ({ ...example, confidence: confidenceOf(example.evidence) })));
console.log('the fitted ones, in folds');
report(
  examples.map((example, i) => {
    const others = fitLogistic(examples.filter((_, j) => j % folds !== i % folds));
    return { ...example, confidence: logistic(example.evidence, others) };
  }),
);

function examplesOf(): Example[] {
  if (!loaded.ok) return [];
  const { ask } = createExplainedMatcher(loaded.knowledge);
  const questions = placed.flatMap(({ questions }) => questions).filter(({ after }) => after === undefined);
  const isOut = (want: string | readonly string[]) => [want].flat().includes('noAnswer');
  const out = questions.filter(({ want }) => isOut(want)).length;
  const outWeight = (outOfScopeShare / (1 - outOfScopeShare)) * ((questions.length - out) / out);
  return questions.flatMap(({ ask: text, want, language }) => {
    const { result, evidence } = ask(text, language === undefined ? {} : { language });
    if (!evidence) return [];
    const wanted = [want].flat();
    const right = evidence.outOfScope
      ? wanted.includes('noAnswer')
      : wanted.includes(result.matches[0]?.entry.id ?? '');
    return [{ evidence, right, weight: isOut(want) ? outWeight : 1 }];
  });
}

/** Logistic regression by Newton's method. */
function fitLogistic(data: readonly Example[]): number[] {
  const rows = data.map(({ evidence }) => [1, ...inputs(evidence)]);
  const size = Object.keys(weights).length;
  let found = new Array<number>(size).fill(0);
  for (let pass = 0; pass < passes; pass++) {
    const gradient: number[] = found.map((value, i) => (i === 0 ? 0 : decay * value));
    const curvature = found.map((_, i) => found.map((_, j) => (i === j && i > 0 ? decay : 0)));
    data.forEach(({ evidence, right, weight }, at) => {
      const row = rows[at] ?? [];
      const likely = logistic(evidence, found);
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

function logistic(evidence: Evidence, constants: readonly number[]): number {
  const sum = [1, ...inputs(evidence)].reduce((dot, value, i) => dot + value * (constants[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function report(judged: readonly (Example & { readonly confidence: number })[]): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { confidence, right, weight } of judged) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count += weight;
    bin.sum += confidence * weight;
    if (right) bin.right += weight;
  }
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / total;
  console.log(bins.map((bin, i) => `0.${i}: ${bin.right.toFixed(0)}/${bin.count.toFixed(0)}`).join('  '));
  console.log(`expected calibration error ${error.toFixed(3)}`);
}
