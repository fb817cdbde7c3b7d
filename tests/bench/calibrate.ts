// Fits the constants of knowledge/match/confidence.ts on the development questions: node tests/bench/calibrate.ts
// Prints the constants, and how reliable the confidence is with those in use and, in ten folds, with the fitted ones.
import { readFile } from 'node:fs/promises';
import { readQuestions } from '../../knowledge/check/regression.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import {
  type Evidence,
  inScopeInputs,
  inScopeWeights,
  logistic,
  rightEntryInputs,
  rightEntryWeights,
} from '../../knowledge/match/confidence.ts';
import { createExplainedMatcher } from '../../knowledge/match/createMatcher.ts';

/** A question, and what came of it. */
interface Example {
  readonly evidence: Evidence;
  /** Whether some entry answers it. */
  readonly inScope: boolean;
  /** Whether the best class is right: its entry answers it, or it is a group and none does. */
  readonly right: boolean;
  readonly weight: number;
}

/** A logistic function to be fitted: of which examples, on what, for what. */
interface Step {
  readonly name: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly inputs: (evidence: Evidence) => readonly number[];
  readonly concerns: (example: Example) => boolean;
  readonly wanted: (example: Example) => boolean;
}

const steps: readonly Step[] = [
  {
    name: 'inScopeWeights',
    weights: inScopeWeights,
    inputs: inScopeInputs,
    concerns: () => true,
    wanted: ({ inScope }) => inScope,
  },
  {
    name: 'rightEntryWeights',
    weights: rightEntryWeights,
    inputs: rightEntryInputs,
    concerns: ({ inScope, evidence }) => inScope && !evidence.outOfScope,
    wanted: ({ right }) => right,
  },
];

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
for (const step of steps) {
  const concerned = examples.filter(step.concerns);
  const fitted = fitLogistic(concerned, step);
  console.log(
    `${step.name}: ${concerned.length} examples, ${concerned.filter(step.wanted).length} of them so`,
  );
  for (const [i, name] of Object.keys(step.weights).entries())
    console.log(`  ${name}: ${(fitted[i] ?? 0).toFixed(2)},`);
}
console.log('confidence of the best entry with the constants in use (right / examples)');
report(examples, (example) =>
  confidenceOf(
    example,
    steps.map((step) => Object.values(step.weights)),
  ),
);
console.log('with the fitted ones, in folds');
const inFolds = Array.from({ length: folds }, (_, fold) =>
  steps.map((step) =>
    fitLogistic(
      examples.filter((example, i) => i % folds !== fold && step.concerns(example)),
      step,
    ),
  ),
);
report(examples, (example, i) => confidenceOf(example, inFolds[i % folds] ?? []));

function confidenceOf({ evidence }: Example, weights: readonly (readonly number[])[]): number {
  return steps.reduce((product, step, i) => product * logistic(step.inputs(evidence), weights[i] ?? []), 1);
}

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
    const inScope = !isOut(want);
    const right = evidence.outOfScope ? !inScope : [want].flat().includes(result.matches[0]?.entry.id ?? '');
    return [{ evidence, inScope, right, weight: inScope ? 1 : outWeight }];
  });
}

/** Logistic regression by Newton's method. */
function fitLogistic(data: readonly Example[], { inputs, wanted }: Step): number[] {
  const rows = data.map(({ evidence }) => [1, ...inputs(evidence)]);
  const size = rows[0]?.length ?? 0;
  let found = new Array<number>(size).fill(0);
  for (let pass = 0; pass < passes; pass++) {
    const gradient: number[] = found.map((value, i) => (i === 0 ? 0 : decay * value));
    const curvature = found.map((_, i) => found.map((_, j) => (i === j && i > 0 ? decay : 0)));
    data.forEach((example, at) => {
      const { evidence, weight } = example;
      const row = rows[at] ?? [];
      const likely = logistic(inputs(evidence), found);
      for (let i = 0; i < size; i++) {
        const value = (row[i] ?? 0) * weight;
        gradient[i] = (gradient[i] ?? 0) + (likely - (wanted(example) ? 1 : 0)) * value;
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

function report(judged: readonly Example[], confidenceIn: (example: Example, i: number) => number): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  const entries = judged.map((example, i) => ({ ...example, confidence: confidenceIn(example, i) }));
  for (const { confidence, evidence, right, weight } of entries) {
    if (evidence.outOfScope) continue;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count += weight;
    bin.sum += confidence * weight;
    if (right) bin.right += weight;
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / total;
  console.log(bins.map((bin, i) => `0.${i}: ${bin.right.toFixed(0)}/${bin.count.toFixed(0)}`).join('  '));
  console.log(`expected calibration error ${error.toFixed(3)}`);
}
