// The activity log of the self-hosted Direct Line: conversations and what was said in them, in order, on disk.
import { z } from 'zod';
import type { ActivityLog, LoggedActivity, NewActivity, WebConversation } from '../directLine/activityLog.ts';
import { type DirectLineActivity, directLineActivitySchema } from '../directLine/directLineActivity.ts';
import type { Database } from './database.ts';

/** Makes the log over an open database. */
export function createSqlActivityLog(db: Database): ActivityLog {
  return {
    async create(conversation) {
      await db
        .insertInto('conversations')
        .values({
          id: conversation.id,
          visitor_id: conversation.visitorId,
          origin: conversation.origin,
          locale: conversation.locale,
          created_at: conversation.createdAt.toISOString(),
          started_at: null,
          seen_at: null,
        })
        .execute();
    },

    async conversation(id) {
      const row = await db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toConversation(row) : null;
    },

    async start(id, locale, at) {
      await db
        .updateTable('conversations')
        .set({ started_at: at.toISOString(), ...(locale === null ? {} : { locale }) })
        .where('id', '=', id)
        .where('started_at', 'is', null)
        .execute();
    },

    async seen(ids, at, notSince = at) {
      if (ids.length === 0) return;
      await db
        .updateTable('conversations')
        .set({ seen_at: at.toISOString() })
        .where('id', 'in', [...ids])
        .where((where) =>
          where.or([where('seen_at', 'is', null), where('seen_at', '<', notSince.toISOString())]),
        )
        .execute();
    },

    async lastSeen(id) {
      const row = await db
        .selectFrom('conversations')
        .select('seen_at')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.seen_at ? new Date(row.seen_at) : null;
    },

    async countReplies(id) {
      const { count } = await db
        .selectFrom('activities')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('conversation_id', '=', id)
        .where('sender', '!=', 'visitor')
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async append(conversationId, activity) {
      return db.transaction().execute(async (trx) => {
        const known = await trx
          .selectFrom('activities')
          .select(['seq', 'id'])
          .where('conversation_id', '=', conversationId)
          .where((where) =>
            activity.clientId === null
              ? where('id', '=', activity.id ?? '')
              : where('client_id', '=', activity.clientId),
          )
          .executeTakeFirst();
        if (known) return { seq: known.seq, id: known.id, fresh: false };
        const last = await trx
          .selectFrom('activities')
          .select(({ fn }) => fn.max('seq').as('seq'))
          .where('conversation_id', '=', conversationId)
          .executeTakeFirst();
        const seq = (last?.seq ?? 0) + 1;
        const id = activity.id ?? `${conversationId}|${seq.toString().padStart(7, '0')}`;
        await trx
          .insertInto('activities')
          .values(toRow(conversationId, seq, id, activity))
          .execute();
        return { seq, id, fresh: true };
      });
    },

    async since(conversationId, watermark, limit) {
      const rows = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('seq', '>', watermark)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toLogged);
    },

    async lastSeq(conversationId) {
      const row = await db
        .selectFrom('activities')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },

    async latest(conversationId, limit) {
      const rows = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.toReversed().map(toLogged);
    },

    async pendingConversations() {
      const rows = await db
        .selectFrom('activities')
        .select('conversation_id')
        .distinct()
        .where('pending', '=', 1)
        .execute();
      return rows.map((row) => row.conversation_id);
    },

    async pending(conversationId) {
      const rows = await db
        .selectFrom('activities')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('pending', '=', 1)
        .orderBy('seq')
        .execute();
      return rows.map(toLogged);
    },

    async settleTurn(conversationId, seqs) {
      await db
        .updateTable('activities')
        .set({ turn_seq: seqs[0] ?? null })
        .where('conversation_id', '=', conversationId)
        .where('seq', 'in', [...seqs])
        .execute();
    },

    async handled(conversationId, first) {
      await db
        .updateTable('activities')
        .set({ pending: 0 })
        .where('pending', '=', 1)
        .where('conversation_id', '=', conversationId)
        .where((where) => where.or([where('seq', '=', first), where('turn_seq', '=', first)]))
        .execute();
    },
  };
}

const stored = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(directLineActivitySchema);

function toRow(conversationId: string, seq: number, id: string, activity: NewActivity) {
  return {
    conversation_id: conversationId,
    seq,
    id,
    client_id: activity.clientId,
    sender: activity.sender,
    body: JSON.stringify(activity.body),
    at: activity.at.toISOString(),
    pending: activity.pending ? 1 : 0,
    turn_seq: null,
  };
}

function toLogged(row: {
  seq: number;
  id: string;
  conversation_id: string;
  sender: 'visitor' | 'bot' | 'staff';
  body: string;
  at: string;
  turn_seq: number | null;
}): LoggedActivity {
  const body: DirectLineActivity = stored.parse(row.body);
  return { seq: row.seq, id: row.id, sender: row.sender, at: new Date(row.at), body, turn: row.turn_seq };
}

function toConversation(row: {
  id: string;
  visitor_id: string;
  origin: string | null;
  locale: string | null;
  created_at: string;
}): WebConversation {
  return {
    id: row.id,
    visitorId: row.visitor_id,
    origin: row.origin,
    locale: row.locale,
    createdAt: new Date(row.created_at),
  };
}
