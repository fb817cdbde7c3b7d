// Ask once, answer all: what the database makes of questions that ask the same.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import type { Escalation, EscalationCommand, EscalationDraft } from '../../../dialogs/index.ts';
import { databaseKinds, type OpenTestDatabase, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');
const tried = { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] } as const;

let database: OpenTestDatabase;
let store: ReturnType<typeof createSqlEscalationStore>;
let first: Escalation;
let second: Escalation;
let third: Escalation;

function ask(name: string, more: Partial<EscalationDraft> = {}): Promise<Escalation> {
  return store.open({
    turnId: `turn-of-${name}`,
    conversation: { channel: 'directline', id: `c-${name}` },
    visitorId: name,
    conversationReference: `{"of":"${name}"}`,
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried,
    at,
    ...more,
  });
}
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);
const now = async (escalation: Escalation) => {
  const found = await store.byId(escalation.id);
  if (!found) throw new Error('It is gone.');
  return found;
};
const queue = async () =>
  (await store.list({ statuses: ['open', 'claimed'], limit: 10 })).map(({ visitorId }) => visitorId);
/** The replies on their way, oldest first; of one moment in the order of the questions. */
const due = async () => {
  const order = [first, second, third].map(({ id }) => id);
  const rows = await database.db
    .selectFrom('outbox')
    .select(['escalation_id', 'reply_text', 'reply_at'])
    .where('kind', '=', 'reply')
    .orderBy('reply_at')
    .execute();
  return rows
    .toSorted(
      (a, b) =>
        a.reply_at.localeCompare(b.reply_at) ||
        order.indexOf(a.escalation_id) - order.indexOf(b.escalation_id),
    )
    .map(({ escalation_id, reply_text }) => ({ escalationId: escalation_id, text: reply_text }));
};
const noticed = async (kind: string) =>
  (await database.db.selectFrom('outbox').select('escalation_id').where('kind', '=', kind).execute())
    .map(({ escalation_id }) => escalation_id)
    .toSorted();
const ids = () => [first, second, third].map(({ id }) => id).toSorted();
const does = (escalation: Escalation, command: EscalationCommand, at = minutes(3)) =>
  store.change(escalation.id, command, at, null);
const kinds = async ({ id }: Escalation) => (await store.history(id)).map(({ kind }) => kind);

describe.each(databaseKinds)('On %s', (kind) => {
  beforeEach(async () => {
    database = await openTestDatabase(kind);
    store = createSqlEscalationStore(database.db, () => undefined);
    first = await ask('first');
    second = await ask('second', { joinedTo: first.id, at: minutes(1) });
    third = await ask('third', { joinedTo: first.id, language: 'de', at: minutes(2) });
  });
  afterEach(() => database.close());

  describe('Questions that ask the same', () => {
    test('have a reference each, and one row in the queue', async () => {
      expect(new Set([first, second, third].map(({ reference }) => reference)).size).toBe(3);
      expect(second.joinedTo).toBe(first.id);
      expect(await now(second)).toEqual(second);
      expect(await queue()).toEqual(['first']);
      expect((await store.counts()).open).toBe(1);
      expect(await store.joined([first.id, 'other'])).toEqual([second, third]);
      expect(await store.joined([])).toEqual([]);
    });

    test('are answered together: each gets the reply where it was asked, in another language with a line that says so', async () => {
      await store.change(first.id, { kind: 'claim', staff: 'Anna' }, minutes(3), null);
      expect((await now(third)).claimedBy).toBe('Anna');
      const { version } = await now(first);
      const replied = await store.change(
        first.id,
        { kind: 'reply', staff: 'Anna', text: ' No. ' },
        minutes(4),
        version,
      );
      expect(replied.ok).toBe(true);
      const inGerman = '*Diese Antwort wurde auf Englisch geschrieben:*\n\nNo.';
      expect(await due()).toEqual([
        { escalationId: first.id, text: 'No.' },
        { escalationId: second.id, text: 'No.' },
        { escalationId: third.id, text: inGerman },
      ]);
      for (const one of [first, second, third]) {
        expect(await now(one)).toMatchObject({ status: 'answered', reply: { by: 'Anna' }, version: 3 });
        expect(await kinds(one)).toEqual(['opened', 'claim', 'reply']);
      }
      expect((await now(third)).reply?.text).toBe(inGerman);
      expect(await queue()).toEqual([]);
    });

    test('are answered once, of two who reply at the same time', async () => {
      await Promise.all([
        store.change(first.id, { kind: 'reply', staff: 'Anna', text: 'No.' }, minutes(4), first.version),
        store.change(first.id, { kind: 'reply', staff: 'Ben', text: 'Yes.' }, minutes(4), first.version),
      ]);
      expect(await due()).toHaveLength(3);
      expect(new Set((await due()).map(({ text }) => text.replace(/^\*.*\*\n\n/u, ''))).size).toBe(1);
    });

    test('are corrected and closed together', async () => {
      await store.change(first.id, { kind: 'reply', staff: 'Anna', text: 'No.' }, minutes(4), null);
      const again = { kind: 'reply', staff: 'Anna', text: 'Yes.', again: true } as const;
      await store.change(first.id, again, minutes(5), null);
      expect(await due()).toHaveLength(6);
      await store.change(first.id, { kind: 'close', staff: 'Anna' }, minutes(6), null);
      expect((await store.counts()).closed).toBe(1);
      expect((await now(second)).status).toBe('closed');
    });

    test('part when one is answered by itself: a reply to the others does not reach it any more', async () => {
      await store.change(
        second.id,
        { kind: 'reply', staff: 'Ben', text: 'Yours is special.' },
        minutes(3),
        null,
      );
      expect((await now(second)).joinedTo).toBeUndefined();
      const again = { kind: 'reply', staff: 'Anna', text: 'No.', again: true } as const;
      await store.change(first.id, again, minutes(4), null);
      expect((await due()).filter(({ escalationId }) => escalationId === second.id)).toEqual([
        { escalationId: second.id, text: 'Yours is special.' },
      ]);
    });

    test('part when staff say so', async () => {
      const separated = await store.change(third.id, { kind: 'separate', staff: 'Anna' }, minutes(3), null);
      expect(separated.ok && separated.escalation.joinedTo).toBeUndefined();
      expect(await queue()).toEqual(['first', 'third']);
      expect(await kinds(third)).toEqual(['opened', 'separate']);
      await store.change(third.id, { kind: 'separate', staff: 'Anna' }, minutes(4), null);
      expect(await kinds(third)).toEqual(['opened', 'separate']);
      await store.change(first.id, { kind: 'close', staff: 'Anna' }, minutes(5), null);
      expect((await now(third)).status).toBe('open');
    });

    test.each([
      ['withdraws it', { kind: 'withdraw' }],
      [
        'changes its wording',
        { kind: 'editQuestion', text: 'Boats?', tried: { reason: '', unknownWords: [] } },
      ],
    ] as const)('go on waiting when whoever asked first %s', async (_what, command) => {
      await store.change(first.id, command, minutes(3), null, 'turn-9');
      expect(await store.joined([second.id])).toMatchObject([{ id: third.id }]);
      expect(await queue()).toEqual(command.kind === 'withdraw' ? ['second'] : ['first', 'second']);
      await store.change(second.id, { kind: 'reply', staff: 'Anna', text: 'No.' }, minutes(4), null);
      expect((await due()).map(({ escalationId }) => escalationId)).toEqual([second.id, third.id]);
    });

    test('part when somebody wants to know more after the reply', async () => {
      await store.change(first.id, { kind: 'reply', staff: 'Anna', text: 'No.' }, minutes(3), null);
      await store.change(third.id, { kind: 'replyDidNotHelp' }, minutes(4), null, 'turn-9');
      expect(await queue()).toEqual(['third']);
      await store.change(first.id, { kind: 'addDetails', text: 'And boats?' }, minutes(5), null, 'turn-10');
      expect(await queue()).toEqual(['first', 'third']);
      await store.change(first.id, { kind: 'reply', staff: 'Anna', text: 'No boats.' }, minutes(6), null);
      expect((await due()).filter(({ text }) => text === 'No boats.')).toHaveLength(1);
    });

    test('are in the same hands: taken, handed over and given back together, and each visitor is told', async () => {
      await does(first, { kind: 'claim', staff: 'Anna' });
      expect(await noticed('claimed')).toEqual(ids());
      await does(first, { kind: 'handOver', staff: 'Anna', to: 'Ben' }, minutes(4));
      for (const one of [first, second, third]) expect(await now(one)).toMatchObject({ claimedBy: 'Ben' });
      await does(first, { kind: 'returnToQueue' }, new Date('2026-12-25T10:00:00Z'));
      for (const one of [first, second, third])
        expect(await now(one)).toMatchObject({ status: 'open', claimedBy: null });
      expect(await queue()).toEqual(['first']);
    });

    test('are closed together, and each visitor is told', async () => {
      await does(first, { kind: 'close', staff: 'Anna' });
      expect(await noticed('closed')).toEqual(ids());
      expect(await noticed('claimed')).toEqual([]);
    });

    test.each([
      ['talks with whoever asked first', 'takeOver'],
      ['answers the first one at a desk elsewhere', 'handoffAccepted'],
    ] as const)(
      'go on waiting when somebody %s: what is said there is for one visitor',
      async (_what, kind) => {
        await does(first, { kind, staff: 'Anna', text: null });
        expect(await queue()).toEqual(['first', 'second']);
        await does(first, { kind: 'reply', staff: 'Anna', text: 'Hello!' }, minutes(4));
        expect((await due()).map(({ escalationId }) => escalationId)).toEqual([first.id]);
        const late = await ask('late', { joinedTo: first.id, at: minutes(4) });
        expect(late.joinedTo).toBeUndefined();
      },
    );

    test('part when one is opened again by staff', async () => {
      await does(first, { kind: 'close', staff: 'Anna' });
      await does(second, { kind: 'reopen', staff: 'Anna' }, minutes(4));
      expect((await now(second)).joinedTo).toBeUndefined();
      expect(await queue()).toEqual(['second']);
    });

    test.each([
      { kind: 'note', staff: 'Anna', text: 'Look here', people: [] },
      { kind: 'addLabel', staff: 'Anna', label: 'bicycles' },
      { kind: 'setPriority', staff: 'Anna', priority: 'high' },
      { kind: 'leaveEmail', email: 'eva@example.org' },
      { kind: 'moveHere', conversationReference: '{"of":"other"}' },
    ] as const)('stay together after $kind', async (command) => {
      await does(second, command);
      await does(first, command, minutes(4));
      expect((await now(second)).joinedTo).toBe(first.id);
      expect(await queue()).toEqual(['first']);
    });

    test('are found one by one, and counted once', async () => {
      const found = await store.list({ statuses: ['open'], words: ['bicycles'], newest: true, limit: 10 });
      expect(found.map(({ visitorId }) => visitorId)).toEqual(['third', 'second', 'first']);
      expect((await store.counts()).open).toBe(1);
    });

    test('sleep with the first one, and one that is answered separately does not', async () => {
      await does(first, { kind: 'snooze', staff: 'Anna', until: new Date('2026-11-30T08:00:00Z') });
      expect((await store.counts()).snoozed).toBe(1);
      await does(second, { kind: 'separate', staff: 'Anna' }, minutes(4));
      expect(await queue()).toEqual(['first', 'second']);
    });

    test('stay together while somebody adds details to one that waits', async () => {
      await store.change(
        second.id,
        { kind: 'addDetails', text: 'For children.' },
        minutes(3),
        null,
        'turn-9',
      );
      expect((await now(second)).joinedTo).toBe(first.id);
    });
  });

  describe('No question is lost in a group', () => {
    test('one that is to join another that was answered a moment ago stands for itself', async () => {
      await store.change(first.id, { kind: 'reply', staff: 'Anna', text: 'No.' }, minutes(3), null);
      const late = await ask('late', { joinedTo: first.id, at: minutes(3) });
      expect(late.joinedTo).toBeUndefined();
      expect(await queue()).toEqual(['late']);
    });

    test('one that is to join another that has joined a third stands for itself', async () => {
      const chained = await ask('chained', { joinedTo: second.id });
      expect((await now(chained)).joinedTo).toBeUndefined();
    });

    test('one that is to join what staff talk about stands for itself, and so does what a desk elsewhere may answer', async () => {
      const lone = await ask('lone');
      await does(lone, { kind: 'takeOver', staff: 'Anna' });
      expect((await ask('late', { joinedTo: lone.id })).joinedTo).toBeUndefined();
      const withDesk = createSqlEscalationStore(database.db, () => undefined, {
        isForDesk: ({ visitorId }) => visitorId === 'first' || visitorId === 'elsewhere',
      });
      const here = { ...second, turnId: 'turn-of-here', visitorId: 'here', joinedTo: first.id };
      expect((await withDesk.open(here)).joinedTo).toBeUndefined();
      const elsewhere = { ...here, turnId: 'turn-of-elsewhere', visitorId: 'elsewhere' };
      expect((await withDesk.open(elsewhere)).joinedTo).toBeUndefined();
    });

    test('the queue shows one that waits although the one it joined is gone', async () => {
      await database.db.deleteFrom('escalations').where('id', '=', first.id).execute();
      expect(await queue()).toEqual(['second', 'third']);
      expect((await store.counts()).open).toBe(2);
    });
  });
});
