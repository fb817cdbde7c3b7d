// What was learnt is taken from its file at the next start, if it is of the same knowledge and whole.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { learnInThread } from '../../../bot/knowledge/learnInThread.ts';
import { startLearning } from '../../../bot/knowledge/learnThread.ts';
import { keep, modelKey, pack, takeKept, unpack } from '../../../bot/knowledge/modelCache.ts';
import { sampleFolder } from '../../knowledge/cli/sampleFolder.ts';

let folder: string;
let cache: string;
let cacheFile: string;
beforeEach(async () => {
  folder = await sampleFolder();
  cache = await mkdtemp(join(tmpdir(), 'model-'));
  cacheFile = join(cache, 'model.cache');
});
afterEach(() => rm(cache, { recursive: true }));

/** Learns, or takes what is kept, and waits until that is done. */
async function learn() {
  const data = await startLearning(folder, cacheFile);
  await data.kept;
  const learnt = await learnInThread(Promise.resolve(data));
  if (!learnt.ok) throw new Error('The sample has no fault.');
  const { base, matcher } = learnt.knowledge;
  return { base, found: matcher.match('how much is it', { language: 'en' }).matches };
}
const keptOf = async (version: string) => takeKept(cacheFile, await modelKey(version), false);

test('The same knowledge is taken from the file, and answers the same', async () => {
  const first = await learn();
  const written = await readFile(cacheFile);
  const second = await learn();
  expect(second.base).toEqual(first.base);
  expect(second.base.byId.get('fees')).toBe(second.base.entries.find(({ id }) => id === 'fees'));
  expect(second.found).toEqual(first.found);
  expect(await readFile(cacheFile)).toEqual(written);
});

test('What is in the file is what is used, not read and learnt again', async () => {
  const { base } = await learn();
  const kept = await keptOf(base.version);
  if (!kept) throw new Error('Nothing is kept.');
  const { knowledge, learnt } = unpack(kept);
  const entries = knowledge.entries.map((entry) => ({ ...entry, asOf: '1999' }));
  const changed = pack({ knowledge: { ...base, entries }, learnt });
  await keep(cacheFile, await modelKey(base.version), false, changed);
  expect((await learn()).base.entries.map(({ asOf }) => asOf)).toEqual(entries.map(() => '1999'));
});

test('The model does not hold on to the bytes it came in', async () => {
  const { base } = await learn();
  const kept = await keptOf(base.version);
  if (!kept) throw new Error('Nothing is kept.');
  // Wherever the bytes begin, some list is where it could stay in place.
  for (let shift = 0; shift < 8; shift++) {
    const shifted = new Uint8Array(new ArrayBuffer(kept.length + shift), shift);
    shifted.set(kept);
    const { idf, head, postings } = unpack(shifted).learnt;
    for (const list of [idf, ...Object.values(head), ...Object.values(postings)])
      if (typeof list === 'object') expect(list.buffer).not.toBe(shifted.buffer);
  }
});

test('Another knowledge is learnt, and kept in its place', async () => {
  const { base } = await learn();
  const path = join(folder, 'entries/fees.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replace('annual fee', 'quagga due'));
  const other = await learn();
  expect(other.base.version).not.toBe(base.version);
  expect(await keptOf(base.version)).toBeNull();
  expect(await keptOf(other.base.version)).not.toBeNull();
});

test('A file that is damaged is not taken, and made anew', async () => {
  const { base } = await learn();
  const written = await readFile(cacheFile);
  const damaged = Buffer.from(written);
  damaged[damaged.length - 5] = (damaged[damaged.length - 5] ?? 0) ^ 1;
  for (const bytes of [damaged, written.subarray(0, 1_000), Buffer.from('nonsense')]) {
    await writeFile(cacheFile, bytes);
    expect(await keptOf(base.version)).toBeNull();
    expect((await learn()).base).toEqual(base);
    expect(await readFile(cacheFile)).toEqual(written);
  }
});
