// The figures of a small sample, reckoned by hand.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ExportedTurn } from '../../../bot/console/insight/source.ts';
import type { OpenDatabase } from '../../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlInsight } from '../../../bot/store/sqlInsight.ts';
import type { AskedRecord, EscalationCommand } from '../../../dialogs/index.ts';
import { asked, judged } from '../../console/insight/support/askedTurns.ts';
import { databaseKinds, openTestDatabase } from '../../support/databases.ts';

let database: OpenDatabase;
const november = { from: '2026-11-01', to: '2026-11-30' };
const insight = () => createSqlInsight(database.db);
const turn = (at: string, more: Partial<AskedRecord> = {}) => asked(database.db, at, more);
const inConversation = (id: string, channel = 'directline') => ({ conversation: { channel, id } });

/** A question with staff, and what happened to it how many hours later. */
async function escalation(
  openedAt: string,
  turnId: string,
  steps: readonly (readonly [number, EscalationCommand])[] = [],
) {
  const store = createSqlEscalationStore(database.db, () => undefined);
  const at = new Date(openedAt);
  const opened = await store.open({
    turnId,
    conversation: { channel: 'directline', id: 'c9' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at,
  });
  for (const [hours, command] of steps) {
    await store.change(opened.id, command, new Date(at.getTime() + hours * hour), null);
  }
  return opened;
}
async function all(turns: AsyncIterable<ExportedTurn>): Promise<ExportedTurn[]> {
  const read: ExportedTurn[] = [];
  for await (const each of turns) read.push(each);
  return read;
}
const hour = 3_600_000;
const claim = { kind: 'claim', staff: 'Anna' } as const;
const reply = { kind: 'reply', staff: 'Anna', text: 'Yes.' } as const;

describe.each(databaseKinds)('On %s', (kind) => {
  beforeEach(async () => {
    database = await openTestDatabase(kind);
  });
  afterEach(() => database.close());

  test('Turns are counted by day, outcome, language and channel, from the first moment of a period to its last', async () => {
    await turn('2026-10-31T23:59:59.999Z');
    await turn('2026-11-01T00:00:00.000Z');
    await turn('2026-11-01T10:00:00Z');
    await turn('2026-11-01T10:00:00Z', { language: 'de' });
    await turn('2026-11-12T10:00:00Z', inConversation('c2', 'msteams'));
    await turn('2026-11-30T23:59:59.999Z', { outcome: 'smallTalk', question: null });
    await turn('2026-12-01T00:00:00.000Z');
    const counted = await insight().counts(november);
    const rows = counted.map(({ day, outcome, language, channel, count }) =>
      [day, outcome, language, channel, count].join(' '),
    );
    expect(rows.sort()).toEqual([
      '2026-11-01 answered de directline 1',
      '2026-11-01 answered en directline 2',
      '2026-11-12 answered en msteams 1',
      '2026-11-30 smallTalk en directline 1',
    ]);
  });

  test('A period without turns has no rows', async () => {
    const source = insight();
    expect(await source.counts(november)).toEqual([]);
    expect(await source.unanswered(november, 10)).toEqual([]);
    expect(await source.judged(november)).toEqual([]);
    expect(await source.answers(november, ['offices'])).toEqual([]);
    expect(await source.durations(november)).toEqual({ waiting: [], working: [], statuses: {} });
    expect(await all(source.turns(november))).toEqual([]);
  });

  test('Wordings without an answer are counted over the weeks, with the latest escalation', async () => {
    const first = await escalation('2026-11-02T10:00:00Z', 'e1');
    const second = await escalation('2026-11-20T10:00:00Z', 'e2');
    const bicycles = { question: 'Bicycles?', outcome: 'escalated', entry: null, confidence: null } as const;
    await turn('2026-11-02T10:00:00Z', { ...bicycles, escalation: second.reference });
    await turn('2026-11-02T11:00:00Z', { ...bicycles, escalation: first.reference });
    await turn('2026-11-20T10:00:00Z', { ...bicycles, escalation: null });
    const rain = { question: 'Rain?', outcome: 'declined', entry: 'weather', confidence: 0.3 } as const;
    await turn('2026-11-05T10:00:00Z', rain);
    await turn('2026-11-25T10:00:00Z', { ...rain, confidence: 0.2 });
    await turn('2026-11-05T10:00:00Z', { question: 'What is ICLEI?' });
    await turn('2026-11-05T10:00:00Z', { question: 'the of and', outcome: 'rephrase' });
    expect(await insight().unanswered(november, 10)).toEqual(
      [
        { ...bicycles, confidence: 0, language: 'en', count: 3, escalation: second.id, outcome: undefined },
        { ...rain, language: 'en', count: 2, escalation: null, outcome: undefined },
      ].map(({ outcome: _outcome, ...row }) => row),
    );
    expect(await insight().unanswered(november, 1)).toHaveLength(1);
  });

  test('What was asked back counts until it is settled in its conversation', async () => {
    const gateway = { question: 'gateway', outcome: 'clarified', entry: 'gateway', confidence: 0.4 } as const;
    await turn('2026-11-02T10:00:00Z', { ...gateway, ...inConversation('settled') });
    await turn('2026-11-02T10:01:00Z', { ...gateway, ...inConversation('settled'), outcome: 'answered' });
    await turn('2026-11-02T10:00:00Z', { ...gateway, ...inConversation('handed over') });
    await turn('2026-11-02T10:01:00Z', {
      ...gateway,
      ...inConversation('handed over'),
      outcome: 'escalated',
    });
    await turn('2026-11-02T10:00:00Z', { ...gateway, ...inConversation('left') });
    await turn('2026-11-02T10:01:00Z', { ...inConversation('left'), question: 'something else' });
    const [only, ...others] = await insight().unanswered(november, 10);
    expect(only).toMatchObject({ question: 'gateway', count: 2 });
    expect(others).toEqual([]);
  });

  test('Feedback is counted by entry', async () => {
    const { db } = database;
    await judged(db, '2026-11-02', 'offices', true, 'a1');
    await judged(db, '2026-11-02', 'offices', false, 'a2');
    await judged(db, '2026-11-30T23:00:00Z', 'offices', false, 'a3');
    await judged(db, '2026-11-02', 'gateway', true, 'a4');
    await judged(db, '2026-12-02', 'gateway', false, 'a5');
    expect(await insight().judged(november)).toEqual([
      { entry: 'gateway', helpful: 1, unhelpful: 0 },
      { entry: 'offices', helpful: 1, unhelpful: 2 },
    ]);
  });

  test('Answers are counted by day for the entries asked for, with and without a reservation', async () => {
    await turn('2026-11-02T10:00:00Z', { entry: 'offices' });
    await turn('2026-11-02T11:00:00Z', { entry: 'offices', outcome: 'answeredWithReservation' });
    await turn('2026-11-02T11:00:00Z', { entry: 'offices', outcome: 'clarified' });
    await turn('2026-11-03T11:00:00Z', { entry: 'gateway' });
    await turn('2026-12-03T11:00:00Z', { entry: 'offices' });
    expect(await insight().answers(november, ['offices', 'gone'])).toEqual([
      { day: '2026-11-02', entry: 'offices', count: 2 },
    ]);
    expect(await insight().answers(november, [])).toEqual([]);
  });

  test('Waiting goes from the question to the first reply, working from the first claim to it', async () => {
    await escalation('2026-11-02T10:00:00Z', 'e1', [
      [1, claim],
      [5, reply],
      [9, { ...reply, again: true }],
    ]);
    await escalation('2026-11-20T10:00:00Z', 'e2', [[2, reply]]);
    await escalation('2026-11-21T10:00:00Z', 'e3', [[1, claim]]);
    await escalation('2026-11-21T10:00:00Z', 'e4', [[1, { kind: 'withdraw' }]]);
    await escalation('2026-11-21T10:00:00Z', 'e5');
    await escalation('2026-12-21T10:00:00Z', 'e6', [[1, reply]]);
    expect(await insight().durations(november)).toEqual({
      waiting: [5 * hour, 2 * hour],
      working: [4 * hour],
      statuses: { answered: 2, claimed: 1, open: 1, withdrawn: 1 },
    });
  });

  test('Exported turns come in order, page after page, and tell conversations apart without their ids', async () => {
    for (let index = 0; index < 1_203; index += 1) {
      const id = index % 3 === 0 ? 'secret-b' : 'secret-a';
      const at = new Date(Date.UTC(2026, 10, 1 + Math.floor(index / 100), 8)).toISOString();
      await turn(at, inConversation(id, index % 3 === 2 ? 'msteams' : 'directline'));
    }
    const turns: ExportedTurn[] = await all(insight().turns(november));
    expect(turns).toHaveLength(1_203);
    expect(turns.map(({ at }) => at)).toEqual(turns.map(({ at }) => at).sort());
    expect(new Set(turns.map(({ conversation }) => conversation))).toEqual(new Set([1, 2, 3]));
    expect(JSON.stringify(turns)).not.toContain('secret');
    expect(turns[0]).toEqual({
      at: '2026-11-01T08:00:00.000Z',
      conversation: 1,
      channel: 'directline',
      language: 'en',
      outcome: 'answered',
      entry: 'what-is-iclei',
      confidence: 0.97,
      question: 'What is ICLEI?',
    });
  });
});
