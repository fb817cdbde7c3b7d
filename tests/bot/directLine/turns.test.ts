import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createTurns } from '../../../bot/directLine/turns.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { UnavailableError } from '../../../bot/unavailable.ts';
import { until } from '../../support/until.ts';

/** A conversation with one message that waits, and turns that end as they are told to. */
async function start(ends: readonly (() => Promise<void>)[]) {
  const { db, close } = await openDatabase(':memory:');
  const log = createSqlActivityLog(db);
  const at = new Date('2026-11-23T10:00:00Z');
  await log.create({ id: 'c1', visitorId: 'dl_1', origin: null, locale: 'en', createdAt: at });
  await log.append('c1', {
    id: null,
    clientId: 'w1',
    sender: 'visitor',
    body: { type: 'message', text: 'hello' },
    at,
    pending: true,
  });
  let runs = 0;
  let apologies = 0;
  const turns = createTurns({
    log,
    run: () => (ends[runs++] ?? (async () => undefined))(),
    apologise: async () => {
      apologies += 1;
    },
    logger: pino({ level: 'silent' }),
    logId: (id) => id,
    lookEveryMs: 20,
  });
  turns.start();
  await until(async () => (await log.pendingConversations()).length === 0);
  await turns.stop();
  await close();
  return { runs, apologies };
}

const fails = (error: Error) => () => Promise.reject(error);

test('A turn that could not be stored waits for the next look, and nobody is told that it failed', async () => {
  const busy = fails(new UnavailableError(new Error('database is locked')));
  expect(await start([busy, busy, busy, busy])).toEqual({ runs: 5, apologies: 0 });
});

test('A turn that fails is tried again, and told after the third time', async () => {
  const broken = fails(new Error('broken'));
  expect(await start([broken])).toEqual({ runs: 2, apologies: 0 });
  expect(await start([broken, broken, broken])).toEqual({ runs: 3, apologies: 1 });
});
