// Questions that joined another because they ask the same, in the database.
import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';
import { heir } from '../../dialogs/index.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['escalations']>;

/** Those that joined one of these, oldest first. */
export async function joinedRows(db: Database, ids: readonly string[]): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('escalations')
    .selectAll()
    .where('joined_to', 'in', [...ids])
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
}

/** A question that others have joined leaves them: one of them stands for the rest from now on. */
export async function passOn(trx: Transaction<Tables>, id: string): Promise<void> {
  const joined = await joinedRows(trx, [id]);
  const next = heir(joined);
  for (const { id: one } of joined) {
    // Counted as a write: what was read before must not write the old one back.
    await trx
      .updateTable('escalations')
      .set((eb) => ({
        joined_to: one === next?.id ? null : (next?.id ?? null),
        revision: eb('revision', '+', 1),
      }))
      .where('id', '=', one)
      .where('joined_to', '=', id)
      .execute();
  }
}

/** The one a new question is to join, if it still waits, has joined none itself and nobody talks about it: it may have been answered a moment ago. */
export async function stillFirst(trx: Transaction<Tables>, id: string | undefined): Promise<Row | undefined> {
  if (id === undefined) return undefined;
  return trx
    .selectFrom('escalations')
    .selectAll()
    .where('id', '=', id)
    .where('status', 'in', waiting)
    .where('joined_to', 'is', null)
    .where('staff_owns', '=', 0)
    .executeTakeFirst();
}

const waiting = ['open', 'claimed'];

/** What the queue shows. One that waits although the one it joined does not, or whose first is gone, is shown in any case: none may be lost. */
export function standsForItself(eb: ExpressionBuilder<Tables, 'escalations'>) {
  const standsIn = eb
    .selectFrom('escalations as first')
    .select('first.id')
    .whereRef('first.id', '=', 'escalations.joined_to')
    .where((first) =>
      first.or([first('first.status', 'in', waiting), first('escalations.status', 'not in', waiting)]),
    );
  return eb.or([eb('escalations.joined_to', 'is', null), eb.not(eb.exists(standsIn))]);
}
