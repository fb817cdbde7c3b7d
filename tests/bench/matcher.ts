// The matcher on a question set, beside what a user would pick instead:
// npm run --silent bench:matcher -- --data FILE [--typos SEED] [--peers] [--json] [--svg FILE]
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { complain, readOptions } from '../support/commandLine.ts';
import { barsOf } from './bars.ts';
import { runContest } from './contest.ts';
import { contestants, ours } from './contestants.ts';
import { installPeers } from './peersFolder.ts';
import { readQuestionSet } from './questionSet.ts';

const usage = `npm run --silent bench:matcher -- --data FILE [--typos SEED] [--peers] [--json] [--svg FILE]

  --data FILE   {train: [{text, intent}], test: [{text, intent or null}]}; null: no intent fits, the matcher must abstain
  --typos SEED  with one typing error in about every 8 characters, the same for the same number
  --peers       the same for fuse.js, MiniSearch, lunr, node-nlp and natural's Bayes, installed on the first run
  --json        for machines: {phrasings, questions, top1, auroc, ..., peers: {name: {top1, ...}}}
  --svg FILE    also draws how many are right, and the time

Every contestant learns in a process of its own, one after the other. Nothing is set for a file.`;

const options = readOptions(usage, {
  data: { type: 'string' },
  typos: { type: 'string' },
  peers: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  svg: { type: 'string' },
});
const file = options.data;
if (file === undefined) complain(usage, 'Which questions? Name a file with --data.');
const { train, test } = readSet(file);
if (options.peers) installPeers();
const names = options.peers ? Object.keys(contestants) : [ours];
const figures = Object.fromEntries(names.map((name) => [name, runContest(name, file, options.typos)]));
if (options.svg !== undefined)
  writeFileSync(options.svg, barsOf(`${basename(file, '.json')}: right first, and median time`, figures));
if (options.json) {
  const { [ours]: own, ...peers } = figures;
  const counts = { phrasings: train.length, questions: test.length };
  console.log(JSON.stringify({ ...counts, ...own, ...(options.peers ? { peers } : {}) }));
} else print();

function readSet(path: string) {
  try {
    return readQuestionSet(path);
  } catch (error) {
    return complain(usage, `${path} can't be used: ${error instanceof Error ? error.message : error}`);
  }
}

function print(): void {
  const own = figures[ours];
  const share = (value: number | null) => (value === null ? '-' : value.toFixed(1));
  const times = (value: number, base: number | undefined) =>
    base ? ` (${(value / base).toPrecision(2)}x)` : '';
  console.log(
    `${train.length} phrasings, ${test.length} questions${options.typos === undefined ? '' : ', typed badly'}`,
  );
  const rows: string[][] = [['', 'top1', 'AUROC', 'MCC', 'at 70 %', 'learning ms', 'p50 ms', 'p99 ms', 'MB']];
  for (const [name, f] of Object.entries(figures)) {
    rows.push([
      name,
      share(f.top1),
      share(f.auroc),
      share(f.bestMcc),
      share(f.accuracyAt70),
      f.trainMs.toFixed(0) + times(f.trainMs, own?.trainMs),
      f.p50Ms.toFixed(3) + times(f.p50Ms, own?.p50Ms),
      f.p99Ms.toFixed(3),
      f.memoryMb.toFixed(0),
    ]);
  }
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    );
  if (own?.answeredRight == null) return;
  console.log(
    `with the shipped thresholds: ${share(own.answeredRight)} % answered right, ${share(own.answeredWrong)} % wrong, ` +
      `${share(own.askedBack)} % asked back; out of scope ${share(own.refused)} % not answered`,
  );
}
