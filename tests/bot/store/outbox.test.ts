import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Claim, Delivery, Outbox } from '../../../bot/outbox.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox, oldestDue } from '../../../bot/store/sqlOutbox.ts';
import type { EscalationStore } from '../../../dialogs/index.ts';

const at = new Date('2026-11-23T10:00:00Z');
const seconds = (count: number) => new Date(at.getTime() + count * 1000);
const lease = 45_000;

let store: EscalationStore;
let outbox: Outbox;
let db: Database;
let close: () => Promise<void>;
let changes = 0;
let id = '';
beforeEach(async () => {
  const opened = await openDatabase(':memory:');
  close = opened.close;
  db = opened.db;
  const count = () => {
    changes += 1;
  };
  store = createSqlEscalationStore(opened.db, count);
  outbox = createSqlOutbox(opened.db, count);
  const escalation = await store.open({
    turnId: 'turn-1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at,
  });
  id = escalation.id;
});
afterEach(() => close());

const reply = (text = 'No.') =>
  store.change(id, { kind: 'reply', staff: 'Anna', text, again: true }, at, null);
const events = async () => (await store.history(id)).map(({ kind }) => kind);

/** The first that is due, taken. */
async function take(now: Date): Promise<Claim> {
  const [delivery] = await outbox.due(now);
  const claim = delivery ? await outbox.claim(delivery, now, lease) : null;
  if (!claim) throw new Error('nothing to take');
  return claim;
}

async function only(listed: Promise<readonly Delivery[]>): Promise<Delivery> {
  const [one, ...more] = await listed;
  if (!one || more.length > 0) throw new Error('not exactly one');
  return one;
}

describe('A delivery', () => {
  test('that arrived is given out no more, and stands in the history', async () => {
    await reply();
    const claim = await take(at);
    expect(await outbox.settle(claim, { kind: 'delivered' }, seconds(1))).toBe(true);
    expect(await outbox.due(seconds(3600))).toEqual([]);
    expect(await outbox.expired(seconds(3600))).toEqual([]);
    expect(await events()).toEqual(['opened', 'reply', 'delivered']);
  });

  test('that has to wait is given out when its time has come', async () => {
    await reply();
    const claim = await take(at);
    await outbox.settle(claim, { kind: 'later', note: 'busy', dueAt: seconds(60), unsure: true }, at);
    expect(await outbox.due(at)).toEqual([]);
    expect(await outbox.due(seconds(60))).toMatchObject([{ attempts: 1, unsure: 1, fence: 1 }]);
    expect(await events()).toEqual(['opened', 'reply']);
  });

  test('that may or may not have arrived is handed to staff, and not sent again', async () => {
    await reply();
    await outbox.settle(await take(at), { kind: 'uncertain', note: 'The connection broke.' }, at);
    expect(await outbox.due(seconds(3600))).toEqual([]);
    expect((await store.history(id)).at(-1)).toMatchObject({
      kind: 'deliveryUncertain',
      text: 'The connection broke.',
    });
  });

  test('that goes on by mail leaves one for the mail, at its time, which tells the history apart', async () => {
    await reply('By bicycle.');
    await outbox.settle(await take(at), { kind: 'delivered' }, at, seconds(600));
    expect(await outbox.due(seconds(599))).toEqual([]);
    const mail = await only(outbox.due(seconds(600)));
    expect(mail).toMatchObject({
      route: 'mail',
      reply: { text: 'By bicycle.', by: 'Anna', at },
      attempts: 0,
    });
    await outbox.settle(await take(seconds(600)), { kind: 'delivered' }, seconds(601));
    expect(await events()).toEqual(['opened', 'reply', 'delivered', 'mailed']);
  });

  test('that corrects another is given out after it', async () => {
    await reply('No.');
    await store.change(id, { kind: 'reply', staff: 'Anna', text: 'Yes!', again: true }, seconds(1), null);
    const first = await take(seconds(1));
    expect(first.delivery.reply.text).toBe('No.');
    expect(await outbox.due(seconds(2))).toEqual([]);
    await outbox.settle(first, { kind: 'later', note: 'busy', dueAt: seconds(60) }, seconds(2));
    expect(await outbox.due(seconds(3))).toEqual([]);
    // Nor does it look as if it were stuck.
    expect(await oldestDue(db, seconds(3))).toBeNull();
    expect(await oldestDue(db, seconds(61))).toEqual(seconds(60));
    await outbox.settle(await take(seconds(60)), { kind: 'failed', note: 'gone' }, seconds(60));
    expect((await only(outbox.due(seconds(60)))).reply.text).toBe('Yes!');
  });

  test('is a notice when staff take or close a question, and leaves no line in the history', async () => {
    await store.change(id, { kind: 'claim', staff: 'Anna' }, at, null);
    await store.change(id, { kind: 'close', staff: 'Anna' }, seconds(1), null);
    const due = await outbox.due(seconds(2));
    expect(due.map(({ kind, reply }) => [kind, reply.by])).toEqual([
      ['claimed', 'Anna'],
      ['closed', 'Anna'],
    ]);
    for (const kind of ['delivered', 'dropped'] as const)
      await outbox.settle(await take(seconds(2)), { kind, note: 'no news' }, seconds(2));
    expect(await events()).toEqual(['opened', 'claim', 'close']);
  });
});

describe('Of two workers', () => {
  test('that see the same delivery one takes it', async () => {
    await reply();
    const delivery = await only(outbox.due(at));
    const claims = await Promise.all([
      outbox.claim(delivery, at, lease),
      outbox.claim(delivery, at, lease),
      outbox.claim(delivery, at, lease),
    ]);
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  test('the one that stood still beyond its lease can not say what became of it, nor take it by what it knew', async () => {
    await reply();
    const known = await only(outbox.due(at));
    const stalled = await take(at);
    expect(await outbox.expired(seconds(44))).toEqual([]);
    const left = await only(outbox.expired(seconds(45)));
    const second = await outbox.claim(left, seconds(45), lease);
    if (!second) throw new Error('an expired lease must be free');
    const before = changes;
    expect(await outbox.settle(stalled, { kind: 'delivered' }, seconds(46))).toBe(false);
    expect(await outbox.claim(known, seconds(46), lease)).toBeNull();
    expect(await outbox.claim(left, seconds(46), lease)).toBeNull();
    expect(changes).toBe(before);
    expect(await events()).toEqual(['opened', 'reply']);
    expect(await outbox.settle(second, { kind: 'uncertain', note: 'unknown' }, seconds(47))).toBe(true);
    expect(await outbox.settle(stalled, { kind: 'delivered' }, seconds(48))).toBe(false);
    expect(await outbox.settle(second, { kind: 'delivered' }, seconds(48))).toBe(false);
    expect(await events()).toEqual(['opened', 'reply', 'deliveryUncertain']);
  });

  test('neither takes what waits for its time, though it knows of it', async () => {
    await reply();
    const delivery = await only(outbox.due(at));
    await outbox.settle(await take(at), { kind: 'later', note: 'busy', dueAt: seconds(60) }, at);
    expect(await outbox.claim({ ...delivery, fence: 1 }, seconds(59), lease)).toBeNull();
    expect(await outbox.claim({ ...delivery, fence: 1 }, seconds(60), lease)).not.toBeNull();
  });
});
