import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlDeliveries } from '../../../bot/store/sqlDeliveries.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';

const at = new Date('2026-11-23T10:00:00Z');
const tomorrow = new Date('2026-11-24T10:00:00Z');

let database: OpenDatabase;
let changes = 0;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  changes = 0;
});
afterEach(() => database.close());

/** A question whose reply ended so. */
async function start(status: 'uncertain' | 'failed', mailAt: Date | null = null, turnId = 't1') {
  const { db } = database;
  const count = () => {
    changes += 1;
  };
  const store = createSqlEscalationStore(db, () => undefined);
  const outbox = createSqlOutbox(db, () => undefined);
  const deliveries = createSqlDeliveries(db, count);
  const { id, reference } = await store.open({
    turnId,
    conversation: { channel: 'msteams', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at,
  });
  await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, at, null);
  const [due] = await outbox.due(at);
  const claim = due && (await outbox.claim(due, at, 45_000));
  if (claim) await outbox.settle(claim, { kind: status, note: 'It broke.' }, at, mailAt);
  return { store, outbox, deliveries, id, reference };
}

test('A reply whose fate is for staff to decide is listed with its question', async () => {
  const { deliveries, id, reference } = await start('uncertain');
  const [only, ...more] = await deliveries.unsettled(id);
  expect(only).toMatchObject({
    status: 'uncertain',
    route: 'chat',
    reply: { text: 'No.', by: 'Anna', at },
    note: 'It broke.',
  });
  expect(more).toEqual([]);
  expect(await deliveries.toLookAt()).toEqual([{ escalationId: id, reference, replies: 1 }]);
});

test('One that goes on by mail is not, while its failure is told', async () => {
  const { store, outbox, deliveries, id } = await start('failed', at);
  expect(await deliveries.toLookAt()).toEqual([]);
  expect(await deliveries.unsettled(id)).toEqual([]);
  expect((await store.history(id)).at(-1)).toMatchObject({ kind: 'deliveryFailed', text: 'It broke.' });
  expect(await outbox.due(at)).toMatchObject([{ route: 'mail' }]);
});

test('A notice that could not be sent is nobody’s concern', async () => {
  const { store, outbox, deliveries, id } = await start('failed');
  await store.change(id, { kind: 'close', staff: 'Anna' }, at, null);
  const [due] = await outbox.due(at);
  const claim = due && (await outbox.claim(due, at, 45_000));
  if (claim) await outbox.settle(claim, { kind: 'failed', note: '' }, at);
  expect(await deliveries.unsettled(id)).toHaveLength(1);
});

test('Sent again, it is due at once as on its first day, and the history names who wanted it', async () => {
  const { store, outbox, deliveries, id } = await start('failed');
  const [{ id: delivery } = { id: '' }] = await deliveries.unsettled(id);
  const results = await Promise.all([
    deliveries.resend(id, delivery, 'Ben', tomorrow),
    deliveries.resend(id, delivery, 'Ben', tomorrow),
    deliveries.markDelivered(id, delivery, 'Cora', tomorrow),
  ]);
  expect(results).toEqual([true, false, false]);
  expect(changes).toBe(1);
  expect(await outbox.due(tomorrow)).toMatchObject([{ id: delivery, attempts: 0, since: tomorrow }]);
  expect((await store.history(id)).at(-1)).toMatchObject({
    kind: 'resend',
    actor: { kind: 'staff', name: 'Ben' },
  });
  expect(await deliveries.toLookAt()).toEqual([]);
});

test('Marked as delivered, it is done', async () => {
  const { store, outbox, deliveries, id } = await start('uncertain');
  const [{ id: delivery } = { id: '' }] = await deliveries.unsettled(id);
  expect(await deliveries.markDelivered('another', delivery, 'Ben', tomorrow)).toBe(false);
  expect(await deliveries.markDelivered(id, delivery, 'Ben', tomorrow)).toBe(true);
  expect(await deliveries.resend(id, delivery, 'Ben', tomorrow)).toBe(false);
  expect(await outbox.due(tomorrow)).toEqual([]);
  expect((await store.history(id)).at(-1)).toMatchObject({ kind: 'markDelivered' });
});
