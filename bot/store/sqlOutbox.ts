// The outbox: staff replies until they have reached the visitor.
import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { type TalkNotice, talkNotices } from '../../dialogs/index.ts';
import type { Delivery, Outbox } from '../outbox.ts';
import type { Database } from './database.ts';
import { addEvent } from './escalationHistory.ts';
import type { Tables } from './tables.ts';

const noticeSchema = z.enum(talkNotices).nullable();

/** @param onChange called after every committed change */
export function createSqlOutbox(db: Database, onChange: () => void): Outbox {
  return {
    async due(now) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('status', '=', 'waiting')
        .where('due_at', '<=', now.toISOString())
        .orderBy('due_at')
        .execute();
      return rows.map(toDelivery);
    },

    async claim(id, now) {
      const result = await db
        .updateTable('outbox')
        .set({ status: 'sending' })
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .where('due_at', '<=', now.toISOString())
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    async interrupted() {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('status', '=', 'sending')
        .orderBy('due_at')
        .execute();
      return rows.map(toDelivery);
    },

    async settle(id, outcome, at) {
      await db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('outbox')
          .selectAll()
          .where('id', '=', id)
          .where('status', 'in', ['waiting', 'sending'])
          .executeTakeFirst();
        if (!row) return;
        const attempts = row.attempts + 1;
        if (outcome.kind === 'later') {
          await trx
            .updateTable('outbox')
            .set({ status: 'waiting', attempts, due_at: outcome.dueAt.toISOString(), note: outcome.note })
            .where('id', '=', id)
            .execute();
          return;
        }
        const note = outcome.kind === 'delivered' ? null : outcome.note;
        await trx
          .updateTable('outbox')
          .set({ attempts, status: outcome.kind, note })
          .where('id', '=', id)
          .execute();
        // The history tells of replies; what the bot says about itself is no event.
        if (row.notice !== null) return;
        const kind = outcome.kind === 'delivered' ? 'delivered' : 'deliveryFailed';
        await addEvent(
          trx,
          row.escalation_id,
          { kind, at, actor: { kind: 'bot', name: null }, text: note },
          null,
        );
      });
      onChange();
    },
  };
}

/** @returns since when the delivery that has waited longest could have been tried; null when nothing is due */
export async function oldestDue(db: Database, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.min('due_at').as('due_at'))
    .where('status', '=', 'waiting')
    .where('due_at', '<=', now.toISOString())
    .executeTakeFirst();
  return row?.due_at ? new Date(row.due_at) : null;
}

/**
 * Puts a reply into the outbox, in the transaction that stores it.
 * @param notice instead of a reply: what the bot has to say about the conversation
 */
export async function enqueue(
  trx: Transaction<Tables>,
  escalationId: string,
  text: string,
  by: string,
  at: Date,
  notice: TalkNotice | null = null,
): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      escalation_id: escalationId,
      reply_text: text,
      reply_by: by,
      reply_at: at.toISOString(),
      status: 'waiting',
      attempts: 0,
      due_at: at.toISOString(),
      note: null,
      notice,
    })
    .execute();
}

function toDelivery(row: Selectable<Tables['outbox']>): Delivery {
  return {
    id: row.id,
    escalationId: row.escalation_id,
    reply: { text: row.reply_text, by: row.reply_by, at: new Date(row.reply_at) },
    attempts: row.attempts,
    notice: noticeSchema.parse(row.notice),
  };
}
