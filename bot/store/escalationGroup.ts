// Questions that joined another because they ask the same, in the database.
import type { ExpressionBuilder, Transaction } from 'kysely';
import { type Escalation, heir } from '../../dialogs/index.ts';
import type { Database } from './database.ts';
import { toEscalation } from './escalationRows.ts';
import type { Tables } from './tables.ts';

/** Those that joined one of these, oldest first. */
export async function joinedTo(db: Database, ids: readonly string[]): Promise<readonly Escalation[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('escalations')
    .selectAll()
    .where('joined_to', 'in', [...ids])
    .orderBy('opened_at')
    .execute();
  return rows.map(toEscalation);
}

/** A question that others have joined leaves them: one of them stands for the rest from now on. */
export async function passOn(trx: Transaction<Tables>, { id }: Escalation): Promise<void> {
  const next = heir(await joinedTo(trx, [id]));
  if (!next) return;
  await trx.updateTable('escalations').set({ joined_to: next.id }).where('joined_to', '=', id).execute();
  await trx.updateTable('escalations').set({ joined_to: null }).where('id', '=', next.id).execute();
}

/** The one a new question is to join, if it still waits and has joined none itself: it may have been answered a moment ago. */
export async function stillFirst(
  trx: Transaction<Tables>,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const row = await trx
    .selectFrom('escalations')
    .select('id')
    .where('id', '=', id)
    .where('status', 'in', waiting)
    .where('joined_to', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

const waiting = ['open', 'claimed'];

/** What the queue shows. One that waits although the one it joined does not (or is gone) is shown in any case: none may be lost. */
export function standsForItself(eb: ExpressionBuilder<Tables, 'escalations'>) {
  const firstWaits = eb
    .selectFrom('escalations as first')
    .select('first.id')
    .whereRef('first.id', '=', 'escalations.joined_to')
    .where('first.status', 'in', waiting);
  return eb.or([
    eb('escalations.joined_to', 'is', null),
    eb.and([eb('escalations.status', 'in', waiting), eb.not(eb.exists(firstWaits))]),
  ]);
}
