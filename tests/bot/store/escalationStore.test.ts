import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';
import {
  type DeskPlan,
  type EscalationCommand,
  type EscalationDraft,
  plainPlan,
} from '../../../dialogs/index.ts';
import { type DatabaseKind, databaseKinds, openTestDatabase } from '../../support/databases.ts';

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

const plan: DeskPlan = {
  ...plainPlan,
  queues: ['general', 'membership', 'press'].map((id) => ({ id, name: id })),
  rules: [{ queue: 'membership', topics: ['fees'], languages: [] }],
};

async function open(kind: DatabaseKind) {
  const { db, close } = await openTestDatabase(kind);
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  return {
    db,
    store: createSqlEscalationStore(db, count, { plan }),
    outbox: createSqlOutbox(db, count),
    close,
    changes: () => changes,
  };
}

describe.each(databaseKinds)('The escalation store on %s', (kind) => {
  test('keeps all that a question came with', async () => {
    const { store, close } = await open(kind);
    const opened = await store.open(draft);
    expect(opened).toMatchObject({ ...draft, status: 'open', version: 1 });
    expect(await store.byId(opened.id)).toEqual(opened);
    expect(await store.byReference(opened.reference)).toEqual(opened);
    expect(await store.ofConversation(draft.conversation)).toEqual([opened]);
    expect((await store.history(opened.id)).map((event) => event.kind)).toEqual(['opened']);
    await close();
  });

  test('opens one escalation for the same turn, however often and however close together it comes', async () => {
    const { store, close, changes } = await open(kind);
    const opened = await Promise.all([store.open(draft), store.open(draft), store.open(draft)]);
    expect(new Set(opened.map((one) => one.reference)).size).toBe(1);
    expect((await store.counts()).open).toBe(1);
    expect(changes()).toBe(1);
    await close();
  });

  test('lets one of two answers win, tells the other who was faster, and sends one reply', async () => {
    const { store, outbox, close } = await open(kind);
    const { id, version } = await store.open(draft);
    const replies = [
      { kind: 'reply', staff: 'Anna', text: 'No, we do not.' },
      { kind: 'reply', staff: 'Bela', text: 'Sorry, no.' },
    ] as const;
    const results = await Promise.all(replies.map((reply) => store.change(id, reply, at, version)));
    const [winner, ...others] = replies.filter((_, index) => results[index]?.ok);
    expect(others).toEqual([]);
    expect(results).toContainEqual({ ok: false, refusal: { code: 'answered', by: winner?.staff, at } });
    expect(await outbox.due(later)).toMatchObject([
      { escalationId: id, reply: { text: winner?.text, by: winner?.staff } },
    ]);
    await close();
  });

  test('refuses a change that is based on an older version', async () => {
    const { store, close } = await open(kind);
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'addDetails', text: 'Cargo bicycles.' }, at, null, 'turn-2');
    const stale = await store.change(id, { kind: 'reply', staff: 'Anna', text: 'No.' }, later, 1);
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect((await store.byId(id))?.status).toBe('open');
    await close();
  });

  test("gives a visitor's turn that is handled twice one effect", async () => {
    const { store, close } = await open(kind);
    const { id } = await store.open(draft);
    for (let i = 0; i < 2; i++)
      await store.change(id, { kind: 'addDetails', text: 'Cargo bicycles.' }, at, null, 'turn-2');
    expect((await store.byId(id))?.details).toEqual(['Cargo bicycles.']);
    await close();
  });

  test('writes down once that somebody takes a question, however often they say so', async () => {
    const { store, close, changes } = await open(kind);
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
    const { store, close } = await open(kind);
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
    const { store, close } = await open(kind);
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
    const { store, close } = await open(kind);
    expect(await store.byId('no')).toBeNull();
    expect(await store.change('no', { kind: 'close', staff: 'Anna' }, at, null)).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    });
    await close();
  });

  test('counts what a visitor opened lately, and lists the queue oldest first', async () => {
    const { store, close } = await open(kind);
    await store.open({ ...draft, turnId: 't2', at: later });
    await store.open(draft);
    await store.open({ ...draft, turnId: 't3', visitorId: 'v2', at: new Date('2026-11-23T10:06:00Z') });
    expect(await store.countSince('v1', at)).toBe(2);
    expect(await store.countSince('v1', later)).toBe(1);
    const queue = await store.list({ statuses: ['open', 'claimed'], limit: 2 });
    expect(queue.map((one) => one.turnId)).toEqual(['turn-1', 't2']);
    expect(await store.list({ statuses: [], limit: 10 })).toEqual([]);
    await close();
  });
});

/** Leaves the first change of an escalation undone. */
const overtaking = {
  sqlite: [
    sql`create trigger overtake before update on escalations
      when not exists (select 1 from desk_marks) begin
        insert into desk_marks values ('overtaken', '', 1);
        select raise(ignore);
      end`,
  ],
  postgres: [
    sql`create function overtake() returns trigger language plpgsql as $$ begin
        if exists (select 1 from desk_marks) then return new; end if;
        insert into desk_marks values ('overtaken', '', 1);
        return null;
      end $$`,
    sql`create trigger overtake before update on escalations for each row execute function overtake()`,
  ],
} as const;

describe.each(databaseKinds)('The desk on %s', (kind) => {
  const doing = (staff: string) => ({
    priority: (priority: 'urgent' | 'high' | 'low'): EscalationCommand => ({
      kind: 'setPriority',
      staff,
      priority,
    }),
    label: (label: string): EscalationCommand => ({ kind: 'addLabel', staff, label }),
    snooze: (until: Date): EscalationCommand => ({ kind: 'snooze', staff, until }),
  });
  const anna = doing('Anna');

  test('keeps all that the rules say, and the history of it', async () => {
    const { store, close } = await open(kind);
    const { id, queue } = await store.open({ ...draft, tried: { ...draft.tried, topic: 'fees' } });
    expect(queue).toBe('membership');
    const until = new Date('2026-11-24T08:00:00Z');
    const commands: readonly EscalationCommand[] = [
      anna.priority('urgent'),
      anna.label('Fees'),
      { kind: 'route', staff: 'Anna', queue: 'press' },
      { kind: 'note', staff: 'Anna', text: 'Ask @Bela', people: ['Bela'] },
      { kind: 'takeOver', staff: 'Anna' },
      anna.snooze(until),
    ];
    for (const command of commands)
      expect(await store.change(id, command, later, null)).toMatchObject({ ok: true });
    expect(await store.byId(id)).toMatchObject({
      priority: 'urgent',
      labels: ['fees'],
      queue: 'press',
      status: 'claimed',
      claimedBy: 'Anna',
      claimedAt: later,
      staffOwns: true,
      snoozedUntil: until,
      waitingSince: at,
      dueAt: new Date('2026-11-23T12:00:00Z'),
    });
    const history = await store.history(id);
    expect(history.map(({ kind }) => kind)).toEqual(['opened', ...commands.map(({ kind }) => kind)]);
    expect(history[4]).toMatchObject({ text: 'Ask @Bela', mentions: ['Bela'] });
    expect(history[1]?.mentions).toBeUndefined();
    await close();
  });

  test('loses no question over a queue that was taken out of the plan', async () => {
    const { store, db, close } = await open(kind);
    const { id } = await store.open(draft);
    await db.updateTable('escalations').set({ queue: 'removed' }).execute();
    expect((await store.byId(id))?.queue).toBe('general');
    const inQueue = (queue: string) => store.list({ statuses: ['open'], queue, limit: 9 });
    expect(await inQueue('general')).toHaveLength(1);
    expect(await inQueue('membership')).toEqual([]);
    await close();
  });

  test('shows the most urgent first: overdue, then by priority, then who has waited longest; page by page', async () => {
    const { store, close } = await open(kind);
    const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
    const ask = async (turnId: string, opened: Date, priority?: 'urgent' | 'high' | 'low') => {
      const { id } = await store.open({ ...draft, turnId, at: opened });
      if (priority) await store.change(id, anna.priority(priority), opened, null);
      return id;
    };
    await ask('normal', minutes(2));
    await ask('low', minutes(0), 'low');
    await ask('high', minutes(5), 'high');
    await ask('older normal', minutes(1));
    await ask('overdue', minutes(-60 * 24), 'low');
    await ask('overdue and urgent', minutes(-121), 'urgent');
    const filter = { statuses: ['open', 'claimed'], urgentAt: minutes(24 * 60 * 3), limit: 2 } as const;
    const whole = await store.list({ ...filter, urgentAt: minutes(9), limit: 9 });
    expect(whole.map(({ turnId }) => turnId)).toEqual([
      'overdue and urgent',
      'high',
      'older normal',
      'normal',
      'overdue',
      'low',
    ]);
    const pages: string[] = [];
    let page = await store.list(filter);
    while (page.length > 0) {
      pages.push(...page.map(({ turnId }) => turnId));
      page = await store.list({ ...filter, after: page.at(-1)?.id ?? '' });
    }
    expect(pages).toEqual(['overdue and urgent', 'high', 'older normal', 'normal', 'overdue', 'low']);
    const oldest = await store.list({ statuses: ['open'], limit: 2 });
    const next = await store.list({ statuses: ['open'], limit: 2, after: oldest[1]?.id ?? '' });
    expect([...oldest, ...next].map(({ turnId }) => turnId)).toEqual([
      'overdue',
      'overdue and urgent',
      'low',
      'older normal',
    ]);
    await close();
  });

  test('finds by label, owner, queue and whether it sleeps', async () => {
    const { store, close } = await open(kind);
    const one = await store.open(draft);
    const two = await store.open({ ...draft, turnId: 'turn-2', tried: { ...draft.tried, topic: 'fees' } });
    await store.change(one.id, anna.label('new fees'), at, null);
    await store.change(two.id, anna.label('fees'), at, null);
    await store.change(two.id, { kind: 'takeOver', staff: 'Bela' }, at, null);
    await store.change(one.id, anna.snooze(new Date('2026-11-24T08:00:00Z')), at, null);
    const found = async (more: object) =>
      (await store.list({ statuses: ['open', 'claimed'], limit: 9, ...more })).map(({ turnId }) => turnId);
    expect(await found({ label: 'Fees' })).toEqual(['turn-2']);
    expect(await found({ label: 'new-fees' })).toEqual(['turn-1']);
    expect(await found({ owner: 'Bela' })).toEqual(['turn-2']);
    expect(await found({ owner: null })).toEqual(['turn-1']);
    expect(await found({ queue: 'membership' })).toEqual(['turn-2']);
    expect(await found({ queue: 'general' })).toEqual(['turn-1']);
    expect(await found({ snoozed: true })).toEqual(['turn-1']);
    expect(await found({ snoozed: false, staffOwns: true })).toEqual(['turn-2']);
    expect(await store.counts()).toMatchObject({ open: 1, claimed: 1, snoozed: 1 });
    await close();
  });

  test('finds by words, whatever signs are in them, and the newest first', async () => {
    const { store, close } = await open(kind);
    const quoted = `100% "sure", O'Neill\\_x`;
    await store.open({ ...draft, question: quoted });
    await store.open({ ...draft, turnId: 'turn-2', at: later });
    const found = async (...words: string[]) =>
      (await store.list({ statuses: ['open'], limit: 9, words, newest: true })).map(({ turnId }) => turnId);
    expect(await found()).toEqual(['turn-2', 'turn-1']);
    expect(await found('LEND', 'bicycles')).toEqual(['turn-2']);
    for (const word of ['100%', '"SURE"', "o'neill", '\\_x']) expect(await found(word)).toEqual(['turn-1']);
    for (const word of ['100_', 'l%d', 'o"neill', 'lend\\']) expect(await found(word)).toEqual([]);
    await close();
  });

  test('lets a reply pass that crosses a label or a priority, and none that crosses a note', async () => {
    const { store, close } = await open(kind);
    const { id, version } = await store.open(draft);
    await store.change(id, anna.label('fees'), at, null);
    await store.change(id, anna.priority('high'), at, null);
    expect((await store.change(id, { kind: 'claim', staff: 'Bela' }, at, version)).ok).toBe(true);
    await store.change(id, { kind: 'note', staff: 'Anna', text: 'Wait!', people: [] }, at, null);
    const reply = { kind: 'reply', staff: 'Bela', text: 'Yes.' } as const;
    expect(await store.change(id, reply, at, version + 1)).toMatchObject({ refusal: { code: 'stale' } });
    expect((await store.change(id, reply, at, version + 2)).ok).toBe(true);
    await close();
  });

  test('lets what is done at once be done one after the other, and loses none of it', async () => {
    const { store, close } = await open(kind);
    const { id } = await store.open(draft);
    const labels = Array.from({ length: 10 }, (_, index) => `label-${index}`);
    await Promise.all(labels.map((label) => store.change(id, anna.label(label), at, null)));
    expect((await store.byId(id))?.labels.toSorted()).toEqual(labels);
    const staff = ['Anna', 'Bela', 'Cara'];
    const claims = await Promise.all(
      staff.map((name) => store.change(id, { kind: 'claim', staff: name }, at, null)),
    );
    const [by, ...others] = staff.filter((_, index) => claims[index]?.ok);
    expect(others).toEqual([]);
    expect(claims.filter(({ ok }) => !ok)).toEqual(
      Array(2).fill({ ok: false, refusal: { code: 'claimedByOther', by, at } }),
    );
    await close();
  });

  test('decides anew when another instance wrote between its reading and its writing', async () => {
    const { store, db, close } = await open(kind);
    const { id } = await store.open(draft);
    // Stands for the other instance: the first write finds its row changed.
    for (const statement of overtaking[kind]) await statement.execute(db);
    expect(await store.change(id, { kind: 'claim', staff: 'Anna' }, at, null)).toMatchObject({ ok: true });
    expect(await store.byId(id)).toMatchObject({ claimedBy: 'Anna', version: 2 });
    expect((await store.history(id)).map(({ kind }) => kind)).toEqual(['opened', 'claim']);
    expect(await db.selectFrom('desk_marks').selectAll().execute()).toHaveLength(1);
    await close();
  });

  test('tells the visitor that staff are there, and that the bot is back, but not in the history', async () => {
    const { store, outbox, close } = await open(kind);
    const { id } = await store.open(draft);
    await store.change(id, { kind: 'takeOver', staff: 'Anna' }, at, null);
    await store.change(id, { kind: 'takeOver', staff: 'Anna' }, at, null);
    const [told, ...none] = await outbox.due(at);
    expect(told).toMatchObject({ escalationId: id, kind: 'takenOver', reply: { by: 'Anna', text: '' } });
    expect(none).toEqual([]);
    const claim = told && (await outbox.claim(told, at, 1_000));
    if (!claim) throw new Error('it could not be taken');
    await outbox.settle(claim, { kind: 'delivered' }, at);
    await store.change(id, { kind: 'handBack', staff: 'Anna' }, later, null);
    expect(await outbox.due(later)).toMatchObject([{ kind: 'handedBack' }]);
    expect((await store.history(id)).map(({ kind }) => kind)).toEqual(['opened', 'takeOver', 'handBack']);
    await close();
  });
});
