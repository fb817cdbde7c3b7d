// What the database has about visitors: found, exported and erased; sqlSweep.ts deletes it when its time is over.
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { type ConversationKey, findReference } from '../../dialogs/index.ts';
import type { FoundVisitor, PersonalData, VisitorKey } from '../privacy/personalData.ts';
import type { OpenDatabase } from './database.ts';
import { passOn } from './escalationGroup.ts';
import { beginsWith, forgetState, stateKey, webChat } from './rememberedState.ts';
import { conversationTries, visitorTries } from './sqlCollectionCodes.ts';
import { createSqlSweep } from './sqlSweep.ts';
import type { Tables } from './tables.ts';

/** Events whose text is the visitor's own, or said to them; others have notes and names of staff. */
const theirs = ['opened', 'addDetails', 'leaveEmail', 'editQuestion', 'reply'];
/** @param database its scrub() is called after what must not be found in the files any more */
export function createSqlPersonalData({ db, scrub }: Pick<OpenDatabase, 'db' | 'scrub'>): PersonalData {
  return {
    async find(term) {
      const wanted = term.trim();
      const reference = findReference(wanted) ?? wanted;
      const asked = await db
        .selectFrom('escalations')
        .select(['channel', 'visitor_id'])
        .where((row) =>
          row.or([
            row('reference', '=', reference),
            row(sql`lower(email)`, '=', wanted.toLowerCase()),
            row('conversation_id', '=', wanted),
            row('visitor_id', '=', wanted),
          ]),
        )
        .distinct()
        .execute();
      const chatted = await db
        .selectFrom('conversations')
        .select('visitor_id')
        .where((row) => row.or([row('id', '=', wanted), row('visitor_id', '=', wanted)]))
        .distinct()
        .execute();
      const keys = new Map<string, VisitorKey>();
      for (const { channel, visitor_id } of [
        ...asked,
        ...chatted.map(({ visitor_id }) => ({ channel: webChat, visitor_id })),
      ]) {
        keys.set(JSON.stringify([channel, visitor_id]), { channel, visitorId: visitor_id });
      }
      return Promise.all([...keys.values()].map(found));
    },

    async exportOf(visitor) {
      const escalations = await escalationsOf(visitor);
      const conversations = await conversationsOf(visitor);
      // What the bot remembers of a conversation elsewhere may be of several people: it is no copy of one person's data.
      const ids = conversations.map(({ id }) => id);
      return {
        channel: visitor.channel,
        visitor: visitor.visitorId,
        conversations: await Promise.all(
          conversations.map(async ({ id, origin, locale, created_at }) => ({
            id,
            origin,
            locale,
            createdAt: created_at,
            activities: (
              await db
                .selectFrom('activities')
                .select(['at', 'sender', 'body'])
                .where('conversation_id', '=', id)
                .orderBy('seq')
                .execute()
            ).map(({ at, sender, body }) => ({ at, sender, activity: withoutNames(JSON.parse(body)) })),
          })),
        ),
        questions: await Promise.all(
          escalations.map(async (row) => ({
            reference: row.reference,
            status: row.status,
            openedAt: row.opened_at,
            question: row.question,
            details: parsed(row.details),
            email: row.email,
            tried: parsed(row.tried),
            reply: row.reply_text,
            history: (
              await db
                .selectFrom('escalation_events')
                .select(['at', 'kind', 'actor', 'text'])
                .where('escalation_id', '=', row.id)
                .orderBy('seq')
                .execute()
            ).map(({ text, ...event }) => ({ ...event, text: theirs.includes(event.kind) ? text : null })),
          })),
        ),
        remembered: (await Promise.all(ids.map((id) => stateOf({ channel: visitor.channel, id })))).flat(),
        asked: (await Promise.all(ids.map((id) => askedIn({ channel: visitor.channel, id })))).flat(),
        feedback: (await Promise.all(ids.map((id) => feedbackOf({ channel: visitor.channel, id })))).flat(),
      };
    },

    async erase(visitors) {
      for (const visitor of visitors) {
        const conversations = await idsOf(visitor);
        const questions = (await escalationsOf(visitor)).map(({ id }) => id);
        await db.transaction().execute(async (trx) => {
          // Others who asked the same go on waiting, in the queue's sight.
          for (const id of questions) await passOn(trx, id);
          await trx
            .deleteFrom('collection_tries')
            .where('key', 'in', triesOf(visitor, conversations))
            .execute();
          await trx
            .deleteFrom('escalations')
            .where('channel', '=', visitor.channel)
            .where('visitor_id', '=', visitor.visitorId)
            .execute();
          if (visitor.channel === webChat)
            await trx.deleteFrom('conversations').where('visitor_id', '=', visitor.visitorId).execute();
          for (const id of conversations) await forgetConversation(trx, { channel: visitor.channel, id });
        });
      }
      await scrub();
    },

    sweep: createSqlSweep({ db, scrub }),
  };

  async function found(visitor: VisitorKey): Promise<FoundVisitor> {
    const escalations = await escalationsOf(visitor);
    const conversations = await conversationsOf(visitor);
    const ids = conversations.map(({ id }) => id);
    const said =
      ids.length === 0
        ? []
        : await db
            .selectFrom('activities')
            .select(({ fn }) => [
              fn.countAll<number>().as('count'),
              fn.min('at').as('first'),
              fn.max('at').as('last'),
            ])
            .where('conversation_id', 'in', ids)
            .execute();
    const times = [
      ...escalations.flatMap(({ opened_at, updated_at }) => [opened_at, updated_at]),
      ...conversations.map(({ created_at }) => created_at),
      ...said.flatMap(({ first, last }) => [first, last].filter((at) => at !== null)),
    ].sort();
    const [first] = times;
    const last = times.at(-1);
    return {
      ...visitor,
      holdings: {
        conversations: new Set([...ids, ...escalations.map(({ conversation_id }) => conversation_id)]).size,
        messages: Number(said[0]?.count ?? 0),
        questions: escalations.length,
        addresses: escalations.filter(({ email }) => email !== null).length,
      },
      firstSeen: first === undefined ? null : new Date(first),
      lastSeen: last === undefined ? null : new Date(last),
    };
  }

  function escalationsOf({ channel, visitorId }: VisitorKey) {
    return db
      .selectFrom('escalations')
      .selectAll()
      .where('channel', '=', channel)
      .where('visitor_id', '=', visitorId)
      .orderBy('opened_at')
      .execute();
  }

  async function conversationsOf({ channel, visitorId }: VisitorKey) {
    if (channel !== webChat) return [];
    return db
      .selectFrom('conversations')
      .selectAll()
      .where('visitor_id', '=', visitorId)
      .orderBy('created_at')
      .execute();
  }

  /** The conversations a visitor was in: our own, and those that questions came from. */
  async function idsOf(visitor: VisitorKey): Promise<readonly string[]> {
    const own = (await conversationsOf(visitor)).map(({ id }) => id);
    const asked = (await escalationsOf(visitor)).map(({ conversation_id }) => conversation_id);
    return [...new Set([...own, ...asked])];
  }

  async function stateOf(conversation: ConversationKey): Promise<readonly unknown[]> {
    const rows = await db
      .selectFrom('bot_state')
      .select('body')
      .where(beginsWith('key', stateKey(conversation)))
      .execute();
    return rows.map(({ body }) => parsed(body));
  }

  function feedbackOf({ channel, id }: ConversationKey) {
    return db
      .selectFrom('feedback')
      .select(['at', 'entry', 'helpful'])
      .where('channel', '=', channel)
      .where('conversation_id', '=', id)
      .execute();
  }

  function askedIn({ channel, id }: ConversationKey) {
    return db
      .selectFrom('asked')
      .select(['at', 'question', 'outcome', 'entry'])
      .where('channel', '=', channel)
      .where('conversation_id', '=', id)
      .execute();
  }
}

/** Forgets what hangs on a conversation and is no row of its own. */
async function forgetConversation(trx: Transaction<Tables>, conversation: ConversationKey): Promise<void> {
  const { channel, id } = conversation;
  await forgetState(trx, conversation);
  for (const table of ['feedback', 'asked'] as const) {
    await trx.deleteFrom(table).where('channel', '=', channel).where('conversation_id', '=', id).execute();
  }
  await trx
    .deleteFrom('inbound')
    .where(beginsWith('key', `${JSON.stringify([channel, id]).slice(0, -1)},`))
    .execute();
}

/** Under which keys wrong collection codes are counted for a visitor. */
function triesOf({ channel, visitorId }: VisitorKey, conversations: readonly string[]): string[] {
  return [visitorTries(visitorId), ...conversations.map((id) => conversationTries({ channel, id }))];
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

/** Staff are other people: their names are not the visitor's data. */
function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'name')
      .map(([key, inner]) => [key, withoutNames(inner)]),
  );
}
