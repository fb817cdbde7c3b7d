// Names of people in the SQL database: each has one holder, and escalations go by them.
import type { Transaction } from 'kysely';
import { nameKey, nameLimit } from '../console/people.ts';
import type { Tables } from './tables.ts';

/** @returns the id of the person who has a name */
export async function holderOf(trx: Transaction<Tables>, name: string): Promise<string | null> {
  const row = await trx
    .selectFrom('people')
    .select('id')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The name, or with the first number that makes it nobody else's: "Anna Berg (2)". */
export async function freeName(trx: Transaction<Tables>, name: string, own: string | null): Promise<string> {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const tried = name.slice(0, nameLimit - ending.length).trimEnd() + ending;
    const holder = await holderOf(trx, tried);
    if (holder === null || holder === own) return tried;
  }
}

/** Escalations know who is on them by name, and saved views whose they are. */
export async function renameClaims(trx: Transaction<Tables>, before: string, name: string): Promise<void> {
  await trx.updateTable('escalations').set({ claimed_by: name }).where('claimed_by', '=', before).execute();
  await trx.updateTable('saved_views').set({ owner: name }).where('owner', '=', before).execute();
}
