// The outbox: staff replies until they have reached the visitor.
import type { Outbox } from '../outbox.ts';
import type { Database } from './database.ts';
import { addEvent } from './sqlEscalationStore.ts';

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
      return rows.map((row) => ({
        id: row.id,
        escalationId: row.escalation_id,
        reply: { text: row.reply_text, by: row.reply_by, at: new Date(row.reply_at) },
        attempts: row.attempts,
      }));
    },

    async isDue(id, now) {
      const row = await db
        .selectFrom('outbox')
        .select('id')
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .where('due_at', '<=', now.toISOString())
        .executeTakeFirst();
      return row !== undefined;
    },

    async settle(id, outcome, at) {
      await db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('outbox')
          .selectAll()
          .where('id', '=', id)
          .where('status', '=', 'waiting')
          .executeTakeFirst();
        if (!row) return;
        const attempts = row.attempts + 1;
        if (outcome.kind === 'later') {
          await trx
            .updateTable('outbox')
            .set({ attempts, due_at: outcome.dueAt.toISOString(), note: outcome.note })
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
