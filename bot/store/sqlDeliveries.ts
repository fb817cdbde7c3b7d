// Replies whose fate staff decide: those that may not have arrived, and those that have not.
import { z } from 'zod';
import type { Deliveries } from '../console/deliveries/deliveries.ts';
import type { Database } from './database.ts';
import { addEvent } from './escalationHistory.ts';

const unsettled = ['uncertain', 'failed'] as const;
const rowSchema = z.object({ status: z.enum(unsettled), route: z.enum(['chat', 'mail']) });

/** @param onChange called after every committed change: a reply may be due again */
export function createSqlDeliveries(db: Database, onChange: () => void): Deliveries {
  /** One statement decides: of two who press a button, or of one who presses twice, one changes it. */
  async function decide(
    event: 'resend' | 'markDelivered',
    { escalationId, id, staff, at }: { escalationId: string; id: string; staff: string; at: Date },
  ): Promise<boolean> {
    const now = at.toISOString();
    const state =
      event === 'resend'
        ? ({ status: 'waiting', attempts: 0, due_at: now, since: now, note: null } as const)
        : ({ status: 'delivered' } as const);
    const changed = await db.transaction().execute(async (trx) => {
      const result = await trx
        .updateTable('outbox')
        .set(state)
        .where('id', '=', id)
        .where('escalation_id', '=', escalationId)
        .where('kind', '=', 'reply')
        .where('status', 'in', [...unsettled])
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) return false;
      const actor = { kind: 'staff', name: staff } as const;
      await addEvent(trx, escalationId, { kind: event, at, actor, text: null }, null);
      return true;
    });
    if (changed) onChange();
    return changed;
  }

  return {
    async unsettled(escalationId) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('escalation_id', '=', escalationId)
        .where('kind', '=', 'reply')
        .where('status', 'in', [...unsettled])
        .orderBy('reply_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        ...rowSchema.parse(row),
        reply: { text: row.reply_text, by: row.reply_by, at: new Date(row.reply_at) },
        note: row.note,
      }));
    },

    async toLookAt() {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('escalations', 'escalations.id', 'outbox.escalation_id')
        .select(['outbox.escalation_id', 'escalations.reference'])
        .select(({ fn }) => [fn.countAll<number>().as('replies'), fn.min('outbox.reply_at').as('first_at')])
        .where('outbox.kind', '=', 'reply')
        .where('outbox.status', 'in', [...unsettled])
        .groupBy(['outbox.escalation_id', 'escalations.reference'])
        .orderBy('first_at')
        .execute();
      return rows.map(({ escalation_id: escalationId, reference, replies }) => ({
        escalationId,
        reference,
        replies: Number(replies),
      }));
    },

    resend: (escalationId, id, staff, at) => decide('resend', { escalationId, id, staff, at }),
    markDelivered: (escalationId, id, staff, at) => decide('markDelivered', { escalationId, id, staff, at }),
  };
}
