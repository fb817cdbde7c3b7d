import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';
import type { EscalationDraft } from '../../../dialogs/index.ts';

const at = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-23T10:05:00Z');

const draft: EscalationDraft = {
  turnId: 'turn-1',
  conversation: { channel: 'directline', id: 'c1' },
  visitorId: 'v1',
  conversationReference: '{"channelId":"directline"}',
  question: 'Does ICLEI lend bicycles?',
  language: 'en',
  tried: {
    cause: 'noAnswer',
    reason: 'No answer.',
    matches: [{ entry: 'a', question: 'A?', confidence: 0.2 }],
    rejected: ['b'],
    unknownWords: ['bicycles'],
  },
  at,
};

async function open() {
  const { db, close } = await openDatabase(':memory:');
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  return {
    store: createSqlEscalationStore(db, count),
    outbox: createSqlOutbox(db, count),
    close,
    changes: () => changes,
  };
}

describe('The escalation store', () => {
  test('keeps all that a question came with', async () => {
    const { store, close } = await open();
    const opened = await store.open(draft);
    expect(opened).toMatchObject({ ...draft, status: 'open', version: 1 });
    expect(await store.byId(opened.id)).toEqual(opened);
    expect(await store.byReference(opened.reference)).toEqual(opened);
    expect(await store.ofConversation(draft.conversation)).toEqual([opened]);
    expect((await store.history(opened.id)).map((event) => event.kind)).toEqual(['opened']);
    await close();
  });

  test('opens one escalation for the same turn, however often and however close together it comes', async () => {
    const { store, close, changes } = await open();
    const opened = await Promise.all([store.open(draft), store.open(draft), store.open(draft)]);
    expect(new Set(opened.map((one) => one.reference)).size).toBe(1);
    expect((await store.counts()).open).toBe(1);
    expect(changes()).toBe(1);
    await close();
  });

  test('lets one of two answers win, tells the other who was faster, and sends one reply', async () => {
    const { store, outbox, close } = await open();
    const { id, version } = await store.open(draft);
    const [anna, bela] = await Promise.all([
      store.change(id, { kind: 'reply', staff: 'Anna', text: 'No, we do not.' }, at, version),
      store.change(id, { kind: 'reply', staff: 'Bela', text: 'Sorry, no.' }, later, version),
    ]);
    expect(anna.ok).toBe(true);
    expect(bela).toMatchObject({ ok: false, refusal: { code: 'answered', by: 'Anna', at } });
    expect(await outbox.due(later)).toMatchObject([
      { escalationId: id, reply: { text: 'No, we do not.', by: 'Anna' } },
    ]);
    await close();
  });

  test('refuses a change that is based on an older version', async () => {
    const { store, close } = await open();
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'addDetails', text: 'Cargo bicycles.' }, at, null, 'turn-2');
    const stale = await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, later, 1);
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect((await store.byId(id))?.status).toBe('open');
    await close();
  });

  test("gives a visitor's turn that is handled twice one effect", async () => {
    const { store, close } = await open();
    const { id } = await store.open(draft);
    for (let i = 0; i < 2; i++)
      await store.change(id, { kind: 'addDetails', text: 'Cargo bicycles.' }, at, null, 'turn-2');
    expect((await store.byId(id))?.details).toEqual(['Cargo bicycles.']);
    await close();
  });

  test('writes down once that somebody takes a question, however often they say so', async () => {
    const { store, close, changes } = await open();
    const { id } = await store.open(draft);
    for (let i = 0; i < 3; i++) {
      const taken = await store.change(id, { kind: 'claim', staff: 'Anna' }, later, null);
      expect(taken).toMatchObject({
        ok: true,
        escalation: { status: 'claimed', claimedBy: 'Anna', version: 2 },
      });
    }
    expect((await store.history(id)).map((event) => event.kind)).toEqual(['opened', 'claim']);
    expect(changes()).toBe(2);
    await close();
  });

  test('keeps no earlier wording of a question that its visitor has changed', async () => {
    const { store, close } = await open();
    const { id } = await store.open(draft);
    for (const [turn, text] of [
      ['turn-2', 'Does ICLEI lend Bob bicycles?'],
      ['turn-3', 'Does ICLEI lend anything?'],
    ] as const) {
      const tried = { reason: 'New.', unknownWords: [] };
      const changed = await store.change(id, { kind: 'editQuestion', text, tried }, later, null, turn);
      expect(changed.ok && changed.escalation.question).toBe(text);
    }
    expect((await store.history(id)).map(({ kind, text }) => [kind, text])).toEqual([
      ['opened', null],
      ['editQuestion', null],
      ['editQuestion', 'Does ICLEI lend anything?'],
    ]);
    expect(await store.byId(id)).toMatchObject({
      tried: { reason: 'New.', rejected: ['b'], unknownWords: [] },
    });
    await close();
  });

  test('tells how long the questions replied to last had waited for their first reply', async () => {
    const { store, close } = await open();
    const ids: string[] = [];
    for (const minutes of [5, 10, 20]) {
      const { id } = await store.open({ ...draft, turnId: `turn-${minutes}` });
      const repliedAt = new Date(at.getTime() + minutes * 60_000);
      await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, repliedAt, null);
      ids.push(id);
    }
    const muchLater = new Date(at.getTime() + 86_400_000);
    await store.open({ ...draft, turnId: 'turn-open' });
    await store.change(
      ids[0] ?? '',
      { kind: 'reply', staff: 'Anna', text: 'Yes.', again: true },
      muchLater,
      null,
    );
    expect(await store.waitingTimes(30)).toEqual([1_200_000, 600_000, 300_000]);
    expect(await store.waitingTimes(2)).toEqual([1_200_000, 600_000]);
    await close();
  });

  test('says of an unknown escalation that it is not there', async () => {
    const { store, close } = await open();
    expect(await store.byId('no')).toBeNull();
    expect(await store.change('no', { kind: 'close', staff: 'Anna' }, at, null)).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    });
    await close();
  });

  test('counts what a visitor opened lately, and lists the queue oldest first', async () => {
    const { store, close } = await open();
    await store.open({ ...draft, turnId: 't2', at: later });
    await store.open(draft);
    await store.open({ ...draft, turnId: 't3', visitorId: 'v2', at: later });
    expect(await store.countSince('v1', at)).toBe(2);
    expect(await store.countSince('v1', later)).toBe(1);
    const queue = await store.list({ statuses: ['open', 'claimed'], limit: 2 });
    expect(queue.map((one) => one.turnId)).toEqual(['turn-1', 't2']);
    expect(await store.list({ statuses: [], limit: 10 })).toEqual([]);
    await close();
  });
});

describe('The outbox', () => {
  test('gives a delivered reply out no more, and writes it into the history', async () => {
    const { store, outbox, close } = await open();
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, at, null);
    const [delivery] = await outbox.due(later);
    await outbox.settle(delivery?.id ?? '', { kind: 'delivered' }, later);
    expect(await outbox.due(later)).toEqual([]);
    expect((await store.history(id)).map((event) => event.kind)).toEqual(['opened', 'reply', 'delivered']);
    await close();
  });

  test('keeps a reply that has to wait until its time has come', async () => {
    const { store, outbox, close } = await open();
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, at, null);
    const [delivery] = await outbox.due(at);
    await outbox.settle(delivery?.id ?? '', { kind: 'later', note: 'busy', dueAt: later }, at);
    expect(await outbox.due(at)).toEqual([]);
    expect(await outbox.due(later)).toMatchObject([{ attempts: 1 }]);
    await close();
  });

  test('hands a reply that may or may not have arrived to staff, and does not send it again', async () => {
    const { store, outbox, close } = await open();
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, at, null);
    const [delivery] = await outbox.due(at);
    await outbox.settle(delivery?.id ?? '', { kind: 'uncertain', note: 'The connection broke.' }, at);
    expect(await outbox.due(later)).toEqual([]);
    expect((await store.history(id)).at(-1)).toMatchObject({
      kind: 'deliveryFailed',
      text: 'The connection broke.',
    });
    await close();
  });
});
