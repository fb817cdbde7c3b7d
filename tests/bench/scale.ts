// How the matcher grows: npm run --silent bench:scale [-- --most 10000] [--json]
// Learns 100 to 100,000 phrasings and is asked what it has not learnt, beside fuse.js and MiniSearch. The phrasings are the English ones
// of the shipped knowledge; past their number, halves of two phrasings of an entry make new ones (of 100,000, three quarters are
// distinct).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../../knowledge/index.ts';
import { complain, readOptions } from '../support/commandLine.ts';
import { runContest } from './contest.ts';
import { ours } from './contestants.ts';
import { installPeers } from './peersFolder.ts';
import { type QuestionSet, randomFrom } from './questionSet.ts';

const sizes = [100, 1_000, 10_000, 100_000];
const names = [ours, 'fuse.js 0.6', 'fuse.js tokens', 'MiniSearch'];
/** Questions that are asked: a hundredth of them must be more than a few. Fewer where one takes a tenth of a second, or seconds. */
const asked = 1_000;
const askedOfTheSlow = 300;
const askedOfTheSlowest = 20;
const slowestFrom = 100_000;

const usage = `npm run --silent bench:scale [-- --most NUMBER] [--json]

  --most NUMBER  no more phrasings than this (of ${sizes.join(', ')})
  --json         for machines: a list of {phrasings, name, figures}`;

const options = readOptions(usage, {
  most: { type: 'string', default: String(sizes.at(-1)) },
  json: { type: 'boolean', default: false },
});
const most = Number(options.most);
if (!(most >= (sizes[0] ?? 0)))
  complain(usage, `--most must be a number from ${sizes[0]} on, not "${options.most}".`);

const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) complain(usage, `${loaded.faults.length} faults in knowledge/: run npm run knowledge:check`);
const wordings = loaded.knowledge.entries
  .flatMap(({ id, texts }) => texts.en.phrasings.map((text) => ({ text, intent: id })))
  .map((wording) => ({ wording, at: randomFrom(wording.text)() }))
  .sort((a, b) => a.at - b.at)
  .map(({ wording }) => wording);
const test = wordings.slice(0, asked);
const rest = wordings.slice(asked);

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'iclei-bench-'));
const results = measure();
if (options.json) console.log(JSON.stringify(results));

function measure() {
  try {
    return sizes
      .filter((size) => size <= most)
      .flatMap((size) =>
        names.map((name) => {
          const slow = size >= slowestFrom ? askedOfTheSlowest : askedOfTheSlow;
          const count = name.startsWith('fuse') ? slow : asked;
          const set: QuestionSet = { train: grown(size), test: test.slice(0, count) };
          const file = join(folder, 'set.json');
          writeFileSync(file, JSON.stringify(set));
          const figures = runContest(name, file);
          if (!options.json) {
            console.log(
              `${String(size).padStart(7)} phrasings  ${name.padEnd(12)}  right ${figures.top1.toFixed(1).padStart(5)} %  ` +
                `p50 ${figures.p50Ms.toFixed(3).padStart(9)} ms  p99 ${figures.p99Ms.toFixed(3).padStart(9)} ms  ` +
                `learning ${figures.trainMs.toFixed(0).padStart(6)} ms  ${figures.memoryMb.toFixed(0).padStart(4)} MB  (${set.test.length} questions)`,
            );
          }
          return { phrasings: size, name, figures };
        }),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** So many phrasings: each as it stands, then the first half of each with the second half of another of its entry. */
function grown(size: number): QuestionSet['train'] {
  const ofIntent = Map.groupBy(rest, ({ intent }) => intent);
  return Array.from({ length: size }, (_, i) => {
    const wording = rest[i % rest.length] ?? { text: '', intent: '' };
    const round = Math.floor(i / rest.length);
    if (round === 0) return wording;
    const others = ofIntent.get(wording.intent) ?? [];
    const other = others[Math.floor(randomFrom(`${round} ${wording.text}`)() * others.length)] ?? wording;
    const [head, tail] = [wording.text.split(' '), other.text.split(' ')];
    const text = [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))];
    return { ...wording, text: text.join(' ') };
  });
}
