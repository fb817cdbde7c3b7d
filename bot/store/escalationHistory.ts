// The append-only history of escalations: written in the transaction of what it tells.
import type { Transaction } from 'kysely';
import type { EscalationEvent } from '../../dialogs/index.ts';
import type { Database } from './database.ts';
import { toEvent } from './escalationRows.ts';
import type { Tables } from './tables.ts';

/** Has this turn had its effect already? */
export async function hasEvent(
  trx: Transaction<Tables>,
  id: string,
  kind: string,
  turnId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('escalation_events')
    .select('seq')
    .where('escalation_id', '=', id)
    .where('kind', '=', kind)
    .where('turn_id', '=', turnId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a line to an escalation's history. */
export async function addEvent(
  trx: Transaction<Tables>,
  id: string,
  event: EscalationEvent,
  turnId: string | null,
): Promise<void> {
  await trx
    .insertInto('escalation_events')
    .values({
      escalation_id: id,
      kind: event.kind,
      at: event.at.toISOString(),
      actor: event.actor.kind,
      name: event.actor.name,
      text: event.text,
      turn_id: turnId,
      mentions: event.mentions && event.mentions.length > 0 ? JSON.stringify(event.mentions) : null,
    })
    .execute();
}

/** Takes the earlier wordings of a question out of its history: what a visitor took back is gone, that it was there is told. */
export async function forgetWordings(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('escalation_events')
    .set({ text: null })
    .where('escalation_id', '=', id)
    .where('kind', 'in', ['opened', 'editQuestion'])
    .execute();
}

/** The whole history of an escalation, oldest first. */
export async function historyOf(db: Database, id: string): Promise<readonly EscalationEvent[]> {
  const rows = await db
    .selectFrom('escalation_events')
    .selectAll()
    .where('escalation_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(toEvent);
}
