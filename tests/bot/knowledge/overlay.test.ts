// What was taught is served with the files, on every instance, and told apart from them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { learnInThread } from '../../../bot/knowledge/learnInThread.ts';
import { startLearning } from '../../../bot/knowledge/learnThread.ts';
import { createLiveKnowledge, type LiveKnowledge } from '../../../bot/knowledge/liveKnowledge.ts';
import type { Overlay } from '../../../bot/knowledge/overlay.ts';
import { rehearseInThread } from '../../../bot/knowledge/rehearseThread.ts';
import type { Change, Taught } from '../../../knowledge/index.ts';
import { sampleFolder } from '../../knowledge/cli/sampleFolder.ts';
import { desks, phrasing, taught } from '../../knowledge/overlay/taught.ts';
import { until } from '../../support/until.ts';

let folder: string;
let cache: string;
let cacheFile: string;
let live: LiveKnowledge | null;
beforeEach(async () => {
  folder = await sampleFolder();
  cache = await mkdtemp(join(tmpdir(), 'model-'));
  cacheFile = join(cache, 'model.cache');
  live = null;
});
afterEach(async () => {
  await live?.close();
  await rm(cache, { recursive: true, force: true });
});

/** An overlay whose content is set by hand. */
function table() {
  let served: readonly Taught[] = [];
  let broken = false;
  const overlay: Overlay = {
    revision: async () => {
      if (broken) throw new Error('no database');
      return JSON.stringify(served);
    },
    served: async () => served,
  };
  return {
    overlay,
    set: (...changes: readonly Change[]) => {
      served = changes.map((change, index) => ({ ...taught(change), id: `t${index}` }));
    },
    breakDown: () => {
      broken = true;
    },
  };
}

async function follow(overlay: Overlay): Promise<LiveKnowledge> {
  const first = await learnInThread(startLearning(folder, cacheFile));
  if (!first.ok) throw new Error('The sample has no fault.');
  const log = pino({ level: 'silent' });
  const revision = await overlay.revision();
  const firstOverlay = { revision, taught: [] };
  live = createLiveKnowledge({ folder, cacheFile, first, overlay, firstOverlay, log, onChange: () => {} });
  live.watch();
  return live;
}

const answers = (each: LiveKnowledge, question: string) =>
  each.current().matcher.match(question, { language: 'en' }).matches[0]?.entry.id ?? null;

test('What is published is live without a restart, and gone when it is taken back', async () => {
  const { overlay, set } = table();
  const each = await follow(overlay);
  expect(answers(each, 'hot desk')).not.toBe('desks');
  set(desks);
  each.lookNow();
  await until(() => answers(each, 'hot desk') === 'desks');
  expect(each.standings()).toEqual([{ id: 't0', kind: 'applied' }]);
  set();
  each.lookNow();
  await until(() => answers(each, 'hot desk') !== 'desks');
  expect(each.standings()).toEqual([]);
});

test('Another instance finds it at its next look', async () => {
  const { overlay, set } = table();
  const each = await follow(overlay);
  set(phrasing('how much is it'));
  await until(() => answers(each, 'how much is it') === 'fees');
});

test('What the files contradict is not served, and said', async () => {
  const { overlay, set } = table();
  const each = await follow(overlay);
  set(phrasing('become a member'), desks);
  each.lookNow();
  await until(() => answers(each, 'hot desk') === 'desks');
  expect(each.standings()).toMatchObject([
    { id: 't0', kind: 'leftOut', reason: expect.stringContaining('stands in "joining"') },
    { id: 't1', kind: 'applied' },
  ]);
});

test('A file with faults does not take away what was taught', async () => {
  const { overlay, set } = table();
  const each = await follow(overlay);
  set(desks);
  each.lookNow();
  await until(() => answers(each, 'hot desk') === 'desks');
  const file = join(folder, 'entries/fees.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('topic: membership', 'topic: nothing'));
  await until(() => each.faults().length > 0);
  expect(answers(each, 'hot desk')).toBe('desks');
});

test('Without the database the files are followed all the same', async () => {
  const { overlay, breakDown } = table();
  const each = await follow(overlay);
  breakDown();
  const file = join(folder, 'entries/fees.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('annual fee', 'quagga due'));
  await until(() => answers(each, 'quagga due') === 'fees');
});

test('A rehearsal in its own thread leaves the model for the publication', async () => {
  const order = { folder, cacheFile, taught: [], today: '2026-11-25' };
  const asked = [{ question: 'hot desk', language: 'en' as const }];
  const rehearsal = await rehearseInThread({ ...order, change: { ...desks, ask: 'hot desk' }, asked });
  expect(rehearsal).toMatchObject({ faults: [], replayed: 1, asked: { after: { kind: 'answered' } } });
  const learnt = await learnInThread(startLearning(folder, cacheFile));
  if (!learnt.ok) throw new Error('The sample has no fault.');
  expect(rehearsal.knowledge).toBe(learnt.knowledge.base.version);
  await until(() => readFile(`${cacheFile}.taught`).catch(() => null));
});
