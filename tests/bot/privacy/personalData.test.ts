// Personal data in a real database: found, exported, erased (from files of ours down to the bytes), forgotten when its time is over.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { defaultRetention } from '../../../bot/privacy/retention.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { createSqlAskedLog } from '../../../bot/store/sqlAskedLog.ts';
import { createSqlAudit } from '../../../bot/store/sqlAudit.ts';
import { createSqlBotState } from '../../../bot/store/sqlBotState.ts';
import { createSqlCollectionCodes } from '../../../bot/store/sqlCollectionCodes.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlFeedbackStore } from '../../../bot/store/sqlFeedbackStore.ts';
import { createSqlInboundLog } from '../../../bot/store/sqlInboundLog.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';
import { createSqlPersonalData } from '../../../bot/store/sqlPersonalData.ts';
import { listTables } from '../../../bot/store/tableList.ts';
import { type DatabaseKind, databaseKinds, openTestDatabase } from '../../support/databases.ts';

const start = new Date('2026-11-25T10:00:00Z');
const day = 24 * 60 * 60 * 1000;
const nothing = () => undefined;

let kind: DatabaseKind;
let folder: string;
let database: OpenDatabase;
let now: Date;
/** Somebody who chats, asks staff, leaves an address and says what they think, with their own word in everything. */
async function visitor(name: string, channel = 'directline') {
  const { db } = database;
  const canary = `canary-${name}`;
  const conversation = { channel, id: `conversation-${name}` };
  if (channel === 'directline') {
    const log = createSqlActivityLog(db);
    await log.create({
      id: conversation.id,
      visitorId: `dl_${name}`,
      origin: null,
      locale: 'en',
      createdAt: now,
    });
    for (const text of [canary, `${canary} again`]) {
      await log.append(conversation.id, {
        id: null,
        clientId: null,
        sender: 'visitor',
        body: { type: 'message', text },
        at: now,
        pending: false,
      });
    }
  }
  const state = createSqlBotState(db, () => now);
  await state.write({ [`${channel}/conversations/${conversation.id}/`]: { asked: canary } });
  await createSqlFeedbackStore(db).record({
    conversation,
    answer: 'a1',
    entry: canary,
    helpful: false,
    at: now,
  });
  await createSqlInboundLog(db).done(
    JSON.stringify([channel, conversation.id, 'activity-1']),
    { status: 200, body: canary },
    now,
  );
  await createSqlAskedLog(db).record({
    turnId: 'turn-1',
    conversation,
    at: now,
    language: 'en',
    question: canary,
    outcome: 'escalated',
    entry: null,
    confidence: null,
    escalation: null,
  });
  const escalations = createSqlEscalationStore(db, nothing);
  const { id, reference } = await escalations.open({
    turnId: `turn-${name}`,
    conversation,
    visitorId: channel === 'directline' ? `dl_${name}` : `29:${name}`,
    conversationReference: JSON.stringify({ note: canary }),
    question: canary,
    language: 'en',
    tried: { cause: 'noAnswer', reason: canary, matches: [], rejected: [], unknownWords: [canary] },
    at: now,
  });
  await escalations.change(id, { kind: 'addDetails', text: canary }, now, null);
  await escalations.change(id, { kind: 'leaveEmail', email: `${canary}@Example.org` }, now, null);
  return { canary, id, reference, escalations, conversation };
}

async function answered(who: Awaited<ReturnType<typeof visitor>>): Promise<void> {
  await who.escalations.change(
    who.id,
    { kind: 'reply', staff: 'Anna', text: `Dear ${who.canary}` },
    now,
    null,
  );
  const outbox = createSqlOutbox(database.db, nothing);
  for (const delivery of await outbox.due(now)) {
    const claim = await outbox.claim(delivery, now, 1_000);
    if (claim) await outbox.settle(claim, { kind: 'delivered' }, now);
  }
}

/** How often a text stands in the database: in its files, as they are on disk, where these are ours. */
async function hits(text: string): Promise<number> {
  if (kind === 'postgres') {
    const tables = await listTables(database.db);
    const rows = await Promise.all(
      tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(database.db)),
    );
    return JSON.stringify(rows.map((each) => each.rows)).split(text).length - 1;
  }
  const files = await readdir(folder);
  const all = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  return all.reduce((sum, bytes) => sum + bytes.split(text).length - 1, 0);
}

const data = () => createSqlPersonalData(database);

describe.each(databaseKinds)('On %s', (tested) => {
  beforeEach(async () => {
    kind = tested;
    folder = await mkdtemp(join(tmpdir(), 'iclei-privacy-'));
    database =
      kind === 'sqlite' ? await openDatabase(join(folder, 'bot.sqlite')) : await openTestDatabase('postgres');
    now = start;
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  describe('Somebody is found', () => {
    test('by reference, address, conversation or id, in any capitals, and by nothing else', async () => {
      const eva = await visitor('eva');
      await visitor('max');
      for (const term of [
        eva.reference,
        eva.reference.toLowerCase(),
        'CANARY-EVA@example.ORG ',
        'conversation-eva',
        'dl_eva',
      ]) {
        expect((await data().find(term)).map(({ visitorId }) => visitorId)).toEqual(['dl_eva']);
      }
      for (const term of ['eva', 'canary-eva', '%', 'dl_e', '']) expect(await data().find(term)).toEqual([]);
    });

    test('with how much is kept', async () => {
      await visitor('eva');
      expect(await data().find('dl_eva')).toEqual([
        {
          channel: 'directline',
          visitorId: 'dl_eva',
          holdings: { conversations: 1, messages: 2, questions: 1, addresses: 1 },
          firstSeen: start,
          lastSeen: start,
        },
      ]);
      await visitor('tom', 'msteams');
      expect((await data().find('29:tom'))[0]?.holdings).toEqual({
        conversations: 1,
        messages: 0,
        questions: 1,
        addresses: 1,
      });
    });
  });

  describe('A copy', () => {
    test('has all that a visitor said and left, and nothing of anybody else', async () => {
      const eva = await visitor('eva');
      await visitor('max');
      const note = { kind: 'note', staff: 'Anna', text: 'Ask Ben', people: ['Ben'] } as const;
      await eva.escalations.change(eva.id, note, now, null);
      const over = { kind: 'handOver', staff: 'Anna', to: 'Ben' } as const;
      await eva.escalations.change(eva.id, over, now, null);
      await answered(eva);
      const copy = JSON.stringify(await data().exportOf({ channel: 'directline', visitorId: 'dl_eva' }));
      expect(copy.split('canary-eva').length - 1).toBeGreaterThanOrEqual(10);
      expect(copy).toContain('Dear canary-eva');
      expect(copy).not.toContain('max');
      expect(copy).not.toContain('Anna');
      expect(copy).not.toContain('Ben');
    });

    test('has no conversation of a channel that several people may share', async () => {
      await visitor('tom', 'msteams');
      const copy = await data().exportOf({ channel: 'msteams', visitorId: '29:tom' });
      expect(copy).toMatchObject({ conversations: [], remembered: [], feedback: [], asked: [] });
      expect(JSON.stringify(copy)).toContain('canary-tom');
    });
  });

  describe('Erasing', () => {
    test.each(['directline', 'msteams'])(
      'leaves no byte of somebody from %s in any file, and everybody else as they were',
      async (channel) => {
        const eva = await visitor('eva', channel);
        await visitor('max', channel);
        await answered(eva);
        expect(await hits('canary-eva')).toBeGreaterThan(5);
        const max = await data().find('conversation-max');
        await data().erase(await data().find('conversation-eva'));
        expect(await hits('canary-eva')).toBe(0);
        expect(await data().find('conversation-eva')).toEqual([]);
        expect(await data().find('conversation-max')).toEqual(max);
        expect(await hits('canary-max')).toBeGreaterThan(5);
      },
    );

    test('forgets wrong codes that were brought, and leaves who asked the same in the queue’s sight', async () => {
      const eva = await visitor('eva');
      const max = await visitor('max');
      await database.db
        .updateTable('escalations')
        .set({ joined_to: eva.id })
        .where('id', '=', max.id)
        .execute();
      const codes = createSqlCollectionCodes(database.db, 'key');
      await codes.issue({ id: eva.id, reference: 'ICL-2222-22' });
      const by = (name: string, turnId: string) => ({
        ...{ visitorId: `dl_${name}`, turnId, at: now },
        conversation: { channel: 'directline', id: `conversation-${name}` },
      });
      const wrong = { reference: 'ICL-2222-22', secret: 'AAAAA' };
      await codes.redeem(wrong, by('eva', 't1'));
      await codes.redeem(wrong, by('max', 't2'));
      await data().erase(await data().find('dl_eva'));
      const tries = await database.db.selectFrom('collection_tries').select('key').execute();
      expect(tries.map(({ key }) => key).filter((key) => key.includes('eva'))).toEqual([]);
      expect(tries.map(({ key }) => key).filter((key) => key.includes('max'))).toHaveLength(2);
      expect(await database.db.selectFrom('collection_codes').selectAll().execute()).toEqual([]);
      expect((await max.escalations.byId(max.id))?.joinedTo).toBeUndefined();
      await data().sweep(defaultRetention, new Date(now.getTime() + 31 * day));
      expect(await database.db.selectFrom('collection_tries').selectAll().execute()).toEqual([]);
    });

    test('takes back a reply that is on its way', async () => {
      const eva = await visitor('eva');
      await eva.escalations.change(eva.id, { kind: 'reply', staff: 'Anna', text: 'Soon' }, now, null);
      await data().erase(await data().find('dl_eva'));
      expect(await createSqlOutbox(database.db, nothing).due(now)).toEqual([]);
    });
  });

  describe('What was kept long enough', () => {
    const inDays = (days: number) => new Date(start.getTime() + days * day);
    const none = { chats: 0, questions: 0, addresses: 0, figures: 0, audit: 0 };

    test('goes, each by its own rule, and not a day before', async () => {
      const eva = await visitor('eva');
      await answered(eva);
      await createSqlAudit(database.db).record({
        at: start,
        actor: 'Anna',
        action: 'personErased',
        subject: 'x',
      });
      expect(await data().sweep(defaultRetention, inDays(13))).toEqual(none);
      expect(await data().sweep(defaultRetention, inDays(14.1))).toEqual({ ...none, addresses: 1 });
      expect(await hits('@Example.org')).toBe(0);
      expect(await eva.escalations.byId(eva.id)).toMatchObject({ email: null, question: 'canary-eva' });
      expect(await data().sweep(defaultRetention, inDays(29.9))).toEqual(none);
      // The chat, and what the bot remembers of it.
      expect(await data().sweep(defaultRetention, inDays(30.1))).toEqual({ ...none, chats: 1 });
      expect(await eva.escalations.byId(eva.id)).not.toBeNull();
      expect(await data().sweep(defaultRetention, inDays(91))).toEqual({ ...none, questions: 1 });
      expect(await data().sweep(defaultRetention, inDays(366))).toEqual({ ...none, figures: 2, audit: 1 });
    });

    test('is nothing of a question that still waits', async () => {
      const eva = await visitor('eva');
      await data().sweep(defaultRetention, inDays(364));
      expect(await eva.escalations.byId(eva.id)).toMatchObject({
        status: 'open',
        email: 'canary-eva@Example.org',
      });
      expect((await data().find('dl_eva'))[0]?.holdings.messages).toBe(2);
    });

    test('is no chat in which somebody wrote since', async () => {
      const { conversation } = await visitor('eva');
      const [found] = await data().find('dl_eva');
      await createSqlEscalationStore(database.db, nothing)
        .ofConversation(conversation)
        .then(([one]) =>
          createSqlEscalationStore(database.db, nothing).change(
            one?.id ?? '',
            { kind: 'withdraw' },
            now,
            null,
          ),
        );
      await createSqlActivityLog(database.db).append(conversation.id, {
        id: null,
        clientId: null,
        sender: 'visitor',
        body: { type: 'message', text: 'Still here' },
        at: inDays(20),
        pending: false,
      });
      now = inDays(20);
      await createSqlBotState(database.db, () => now).write({
        'directline/conversations/conversation-eva/': { asked: 'x' },
      });
      expect((await data().sweep(defaultRetention, inDays(45))).chats).toBe(0);
      expect((await data().sweep(defaultRetention, inDays(51))).chats).toBe(1);
      expect(found?.holdings.messages).toBe(2);
    });
  });
});
