// Teachings in the SQL database.
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  applyTeachingCommand,
  type Teaching,
  type TeachingStore,
  teachingStates,
} from '../../dialogs/index.ts';
import { type Change, changeSchema } from '../../knowledge/index.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/**
 * Makes the store over an open database.
 * @param onChange called after every committed change
 */
export function createSqlTeachings(db: Database, onChange: () => void): TeachingStore {
  return {
    async add({ author, escalation, change, at }) {
      const teaching: Teaching = {
        ...{ id: randomUUID(), at, updatedAt: at, state: 'draft', version: 1, author, sentAt: null },
        ...{ approver: null, publishedAt: null, discardedBy: null, escalation, change },
      };
      await db.insertInto('teachings').values(toRow(teaching)).execute();
      onChange();
      return teaching;
    },

    async byId(id) {
      const row = await db.selectFrom('teachings').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toTeaching(row) : null;
    },

    async list(states, limit) {
      const rows = await db
        .selectFrom('teachings')
        .selectAll()
        .where('state', 'in', states)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toTeaching);
    },

    async change(id, command, at, version) {
      const result = await db.transaction().execute(async (trx) => {
        const row = await trx.selectFrom('teachings').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) return { ok: false, refusal: 'notFound' } as const;
        const current = toTeaching(row);
        const applied = applyTeachingCommand(current, command, at);
        if (!applied.ok) return applied;
        if (version !== current.version) return { ok: false, refusal: 'stale' } as const;
        const { numUpdatedRows } = await trx
          .updateTable('teachings')
          .set(toRow(applied.teaching))
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        return numUpdatedRows === 1n ? applied : ({ ok: false, refusal: 'stale' } as const);
      });
      if (result.ok) onChange();
      return result;
    },

    async exported(ids, at) {
      if (ids.length === 0) return;
      await db
        .updateTable('teachings')
        .set(({ eb }) => ({
          state: 'exported',
          updated_at: at.toISOString(),
          version: eb('version', '+', 1),
        }))
        .where('id', 'in', ids)
        .where('state', '=', 'published')
        .execute();
      onChange();
    },

    async served() {
      const rows = await db
        .selectFrom('teachings')
        .select(['id', 'state', 'body'])
        .where('state', 'in', ['published', 'exported'])
        .orderBy('published_at')
        .orderBy('id')
        .execute();
      return rows.map(({ id, state, body }) => ({
        id,
        change: toChange(body),
        exported: state === 'exported',
      }));
    },

    async revision() {
      // Every change counts the version up, so that no two states of the table have the same sum.
      const { count, sum } = await db
        .selectFrom('teachings')
        .select(({ fn }) => [fn.countAll().as('count'), fn.sum('version').as('sum')])
        .where('state', '<>', 'draft')
        .executeTakeFirstOrThrow();
      return `${count} ${sum}`;
    },
  };
}

function toRow(teaching: Teaching): Selectable<Tables['teachings']> {
  return {
    id: teaching.id,
    at: teaching.at.toISOString(),
    updated_at: teaching.updatedAt.toISOString(),
    state: teaching.state,
    version: teaching.version,
    author: teaching.author,
    sent_at: teaching.sentAt?.toISOString() ?? null,
    approver: teaching.approver,
    published_at: teaching.publishedAt?.toISOString() ?? null,
    discarded_by: teaching.discardedBy,
    escalation: teaching.escalation,
    body: JSON.stringify(teaching.change),
  };
}

const stateSchema = z.enum(teachingStates);

function toTeaching(row: Selectable<Tables['teachings']>): Teaching {
  return {
    id: row.id,
    at: new Date(row.at),
    updatedAt: new Date(row.updated_at),
    state: stateSchema.parse(row.state),
    version: row.version,
    author: row.author,
    sentAt: row.sent_at === null ? null : new Date(row.sent_at),
    approver: row.approver,
    publishedAt: row.published_at === null ? null : new Date(row.published_at),
    discardedBy: row.discarded_by,
    escalation: row.escalation,
    change: toChange(row.body),
  };
}

function toChange(body: string): Change {
  return changeSchema.parse(JSON.parse(body));
}
