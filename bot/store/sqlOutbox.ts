// The outbox: replies and notices until they have reached the visitor.
import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { type DeliveryKind, deliveryKinds } from '../../dialogs/index.ts';
import { unnamedDesk } from '../handoff.ts';
import type { Delivery, DeliveryOutcome, Outbox } from '../outbox.ts';
import type { Database } from './database.ts';
import { addEvent } from './escalationHistory.ts';
import type { Tables } from './tables.ts';

/** @param onChange called after every committed change */
export function createSqlOutbox(db: Database, onChange: () => void): Outbox {
  return {
    async due(now) {
      const rows = await dueRows(db, now).selectAll().orderBy('reply_at').execute();
      return rows.map(toDelivery);
    },

    async expired(now) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('status', '=', 'sending')
        .where('lease_until', '<=', now.toISOString())
        .orderBy('due_at')
        .execute();
      return rows.map(toDelivery);
    },

    // One statement: of all who read the same row, one changes it, on any database.
    async claim(delivery, now, leaseMs) {
      const fence = delivery.fence + 1;
      const until = new Date(now.getTime() + leaseMs);
      const result = await db
        .updateTable('outbox')
        .set({ status: 'sending', fence, lease_until: until.toISOString() })
        .where('id', '=', delivery.id)
        .where('fence', '=', delivery.fence)
        .where((where) =>
          where.or([
            where.and([where('status', '=', 'waiting'), where('due_at', '<=', now.toISOString())]),
            where.and([where('status', '=', 'sending'), where('lease_until', '<=', now.toISOString())]),
          ]),
        )
        .executeTakeFirst();
      return result.numUpdatedRows === 1n ? { delivery, fence, until } : null;
    },

    async settle({ delivery, fence }, outcome, at, mailAt = null) {
      const settled = await db.transaction().execute(async (trx) => {
        const result = await trx
          .updateTable('outbox')
          .set(stateAfter(delivery, outcome, mailAt !== null))
          .where('id', '=', delivery.id)
          .where('fence', '=', fence)
          .where('status', '=', 'sending')
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) return false;
        const kind = eventOf(delivery, outcome);
        if (kind) {
          const text = outcome.kind === 'delivered' ? null : outcome.note;
          const name = delivery.kind === 'handoff' ? unnamedDesk : null;
          const event = { kind, at, actor: { kind: 'bot', name }, text } as const;
          await addEvent(trx, delivery.escalationId, event, null);
        }
        if (mailAt) await insertMail(trx, delivery, mailAt);
        return true;
      });
      if (settled) onChange();
      return settled;
    },
  };
}

/** @returns since when the delivery that has waited longest could have been tried; null when nothing is due */
export async function oldestDue(db: Database, now: Date): Promise<Date | null> {
  const row = await dueRows(db, now)
    .select(({ fn }) => fn.min('due_at').as('due_at'))
    .executeTakeFirst();
  return row?.due_at ? new Date(row.due_at) : null;
}

/** What may be tried now: of one question's replies the first only, for a correction must not arrive before what it corrects. */
function dueRows(db: Database, now: Date) {
  return db
    .selectFrom('outbox')
    .where('status', '=', 'waiting')
    .where('due_at', '<=', now.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.escalation_id', '=', 'outbox.escalation_id')
            .whereRef('earlier.route', '=', 'outbox.route')
            .where('earlier.kind', '=', 'reply')
            .where('earlier.status', 'in', ['waiting', 'sending'])
            .whereRef('earlier.reply_at', '<', 'outbox.reply_at'),
        ),
      ),
    );
}

/** Puts a reply or a notice into the outbox, in the transaction of what it tells. */
export async function enqueue(
  trx: Transaction<Tables>,
  escalationId: string,
  kind: DeliveryKind,
  text: string,
  by: string,
  at: Date,
  dueAt = at,
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
      due_at: dueAt.toISOString(),
      kind,
    })
    .execute();
}

/**
 * Takes a reply out of the outbox again.
 * @returns false when it has gone out, or is going out right now
 */
export async function takeBack(trx: Transaction<Tables>, escalationId: string, at: Date): Promise<boolean> {
  const result = await trx
    .deleteFrom('outbox')
    .where('escalation_id', '=', escalationId)
    .where('kind', '=', 'reply')
    .where('status', '=', 'waiting')
    .where('attempts', '=', 0)
    .where('reply_at', '=', at.toISOString())
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** The same reply, to the visitor's address: a delivery of its own, with a fate of its own. */
async function insertMail(trx: Transaction<Tables>, { reply, escalationId }: Delivery, at: Date) {
  await trx
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      escalation_id: escalationId,
      reply_text: reply.text,
      reply_by: reply.by,
      reply_at: reply.at.toISOString(),
      status: 'waiting',
      attempts: 0,
      due_at: at.toISOString(),
      kind: 'reply',
      route: 'mail',
      since: at.toISOString(),
    })
    .execute();
}

function stateAfter(delivery: Delivery, outcome: DeliveryOutcome, goesByMail: boolean) {
  const attempts = delivery.attempts + 1;
  if (outcome.kind !== 'later') {
    const note = outcome.kind === 'delivered' ? null : outcome.note;
    // Nobody need look at what failed in the chat when the mail takes over.
    const status = outcome.kind === 'failed' && goesByMail ? 'dropped' : outcome.kind;
    return { status, attempts, note, lease_until: null };
  }
  const unsure = delivery.unsure + (outcome.unsure ? 1 : 0);
  const due_at = outcome.dueAt.toISOString();
  return { status: 'waiting' as const, attempts, unsure, due_at, note: outcome.note, lease_until: null };
}

/** A line of the history for what became of a reply; notices are not worth one. */
function eventOf({ kind, route }: Delivery, outcome: DeliveryOutcome) {
  if (kind === 'handoff') return outcome.kind === 'failed' ? 'handoffFailed' : null;
  if (kind !== 'reply') return null;
  switch (outcome.kind) {
    case 'delivered':
      return route === 'mail' ? 'mailed' : 'delivered';
    case 'uncertain':
      return 'deliveryUncertain';
    case 'failed':
      return 'deliveryFailed';
    case 'dropped':
    case 'later':
      return null;
  }
}

const rowSchema = z.object({ kind: z.enum(deliveryKinds), route: z.enum(['chat', 'mail']) });

function toDelivery(row: Selectable<Tables['outbox']>): Delivery {
  const at = new Date(row.reply_at);
  return {
    id: row.id,
    escalationId: row.escalation_id,
    ...rowSchema.parse(row),
    reply: { text: row.reply_text, by: row.reply_by, at },
    attempts: row.attempts,
    unsure: row.unsure,
    since: row.since === null ? at : new Date(row.since),
    fence: row.fence,
  };
}
