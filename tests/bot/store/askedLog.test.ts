import { describe, expect, test } from '@jest/globals';
import { createSqlAskedLog } from '../../../bot/store/sqlAskedLog.ts';
import type { AskedRecord } from '../../../dialogs/index.ts';
import { type DatabaseKind, databaseKinds, openTestDatabase } from '../../support/databases.ts';

const asked: AskedRecord = {
  turnId: 't1',
  conversation: { channel: 'directline', id: 'c1' },
  at: new Date('2026-11-25T10:00:00Z'),
  language: 'en',
  question: 'Does ICLEI lend bicycles?',
  outcome: 'escalated',
  entry: 'eco-mobility',
  confidence: 0.25,
  escalation: 'ICL-2222-22',
};

async function open(kind: DatabaseKind) {
  const { db, close } = await openTestDatabase(kind);
  return { db, close, log: createSqlAskedLog(db) };
}

describe.each(databaseKinds)('On %s', (kind) => {
  test('A turn is kept with all that was decided, and once', async () => {
    const { db, close, log } = await open(kind);
    await Promise.all([log.record(asked), log.record(asked)]);
    await log.record({ ...asked, outcome: 'answered' });
    expect(await db.selectFrom('asked').selectAll().execute()).toEqual([
      {
        id: 'directline|c1|t1',
        at: '2026-11-25T10:00:00.000Z',
        channel: 'directline',
        conversation_id: 'c1',
        language: 'en',
        question: 'Does ICLEI lend bicycles?',
        outcome: 'escalated',
        entry: 'eco-mobility',
        confidence: 0.25,
        escalation: 'ICL-2222-22',
      },
    ]);
    await close();
  });

  test('The same turn id in another conversation or channel is another turn', async () => {
    const { db, close, log } = await open(kind);
    await log.record(asked);
    await log.record({ ...asked, conversation: { channel: 'directline', id: 'c2' } });
    await log.record({ ...asked, conversation: { channel: 'msteams', id: 'c1' } });
    expect(await db.selectFrom('asked').select('id').execute()).toHaveLength(3);
    await close();
  });

  test('Recent questions come newest first, one that was asked several times as it ended, and small talk not at all', async () => {
    const { close, log } = await open(kind);
    const minute = (count: number) => new Date(asked.at.getTime() + count * 60_000);
    const say = (turn: number, more: Partial<AskedRecord>) =>
      log.record({ ...asked, turnId: `t${turn}`, at: minute(turn), ...more });
    await say(1, { question: 'Gateway', outcome: 'clarified' });
    await say(2, { question: 'Gateway', outcome: 'answered', entry: 'solutions-gateway' });
    await say(3, { question: null, outcome: 'smallTalk', entry: null });
    await say(4, { question: 'Bicycles', conversation: { channel: 'directline', id: 'c2' } });
    for (const turn of [5, 6, 7, 8]) await say(turn, { question: 'Again and again', language: 'de' });
    const again = {
      question: 'Again and again',
      language: 'de',
      outcome: 'escalated',
      entry: 'eco-mobility',
    };
    const bicycles = { ...again, question: 'Bicycles', language: 'en' };
    expect(await log.recentQuestions(2)).toEqual([again, bicycles]);
    expect(await log.recentQuestions(50)).toEqual([
      again,
      bicycles,
      { question: 'Gateway', language: 'en', outcome: 'answered', entry: 'solutions-gateway' },
    ]);
    await close();
  });
});
