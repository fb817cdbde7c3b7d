// One contestant on one question set, in a process of its own so that its memory can be told. Prints the figures as JSON:
// node --expose-gc tests/bench/contest.ts NAME FILE [SEED]
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { contestants, type Guess } from './contestants.ts';
import { accuracyAtRecall, auroc, bestMcc, percent, quantile, top1 } from './figures.ts';
import { readQuestionSet, withTypos } from './questionSet.ts';

const optional = z.number().nullable();
/** What the matcher of a contestant comes to. Shares in percent; null where it makes no sense. */
export const contestFigures = z.object({
  top1: z.number(),
  auroc: optional,
  bestMcc: optional,
  accuracyAt70: optional,
  /** Of the in-scope questions, with the thresholds that are shipped: only ours has some. */
  answeredRight: optional,
  answeredWrong: optional,
  askedBack: optional,
  /** Of the others: not answered. */
  refused: optional,
  trainMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  memoryMb: z.number(),
});
export type ContestFigures = z.infer<typeof contestFigures>;

/** Questions that are asked before the clock runs, and how long at most. */
const warmUp = 10_000;
const warmUpMs = 2_000;

if (import.meta.main) {
  const [name = '', file = '', seed] = process.argv.slice(2);
  console.log(JSON.stringify(await contest(name, file, seed)));
}

/**
 * Runs it.
 * @param seed for typing errors in the questions
 */
export function runContest(name: string, file: string, seed?: string): ContestFigures {
  const output = execFileSync(
    process.execPath,
    [
      '--no-warnings',
      '--expose-gc',
      import.meta.filename,
      name,
      resolve(file),
      ...(seed === undefined ? [] : [seed]),
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 26,
      // Packages of others must not see our settings: one of them reads .env where it is started.
      cwd: tmpdir(),
      env: {},
    },
  );
  // Some packages greet on standard output; the figures come last.
  return contestFigures.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

async function contest(name: string, file: string, seed: string | undefined): Promise<ContestFigures> {
  const learn = contestants[name];
  if (!learn) throw new Error(`No contestant is called "${name}": ${Object.keys(contestants).join(', ')}`);
  const { train, test } = readQuestionSet(file);
  // Loading a package is no learning: a first small model loads all that is needed.
  await learn(train.slice(0, 2));
  const before = memory();
  const started = performance.now();
  const ask = await learn(train);
  const trainMs = performance.now() - started;
  const memoryMb = Math.max(0, memory() - before) / 1e6;
  // Code that has just been loaded is slow: the times are those of a service that has been asked before, by good and by bad typists.
  const warm = performance.now() + warmUpMs;
  for (let i = 0; i < warmUp && performance.now() < warm; i++) {
    const { text = '' } = train[i % train.length] ?? {};
    await ask(i % 2 === 0 ? text : withTypos(text, i));
  }

  const times: number[] = [];
  const guesses: Guess[] = [];
  for (const { text } of test) {
    const question = seed === undefined ? text : withTypos(text, Number(seed));
    const asked = performance.now();
    guesses.push(await ask(question));
    times.push(performance.now() - asked);
  }
  const learnt = new Set(train.map(({ intent }) => intent));
  const strange = guesses.find(
    ({ intent, confidence }) => !Number.isFinite(confidence) || (intent !== null && !learnt.has(intent)),
  );
  // Such a guess would be counted, but say nothing.
  if (strange) throw new Error(`"${name}" answered ${JSON.stringify(strange)}`);
  const answers = guesses.map(({ intent, confidence }, i) => ({
    wanted: test[i]?.intent ?? null,
    got: intent,
    confidence,
  }));
  const shipped = (inScope: boolean, is: (guess: Guess, wanted: string | null) => boolean) => {
    if (guesses.every(({ verdict }) => verdict === undefined)) return null;
    const asked = guesses.filter((_, i) => (answers[i]?.wanted !== null) === inScope);
    if (asked.length === 0) return null;
    const wanted = answers.filter((answer) => (answer.wanted !== null) === inScope);
    return percent(asked.filter((guess, i) => is(guess, wanted[i]?.wanted ?? null)).length, asked.length);
  };
  return {
    top1: top1(answers),
    auroc: auroc(answers),
    bestMcc: bestMcc(answers),
    accuracyAt70: accuracyAtRecall(answers, 0.7),
    answeredRight: shipped(true, ({ verdict, intent }, wanted) => verdict === 'answer' && intent === wanted),
    answeredWrong: shipped(true, ({ verdict, intent }, wanted) => verdict === 'answer' && intent !== wanted),
    askedBack: shipped(true, ({ verdict }) => verdict === 'didYouMean'),
    refused: shipped(false, ({ verdict }) => verdict !== 'answer'),
    trainMs,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    memoryMb,
  };
}

/** Bytes in use after what is free was collected. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
