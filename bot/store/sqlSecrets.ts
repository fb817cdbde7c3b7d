// Secrets the service makes for itself once and keeps.
import type { Database } from './database.ts';

/**
 * The stored secret of that name, made now if there is none; the same for all who ask at the same time.
 * @param make gives a new secret
 */
export async function ownSecret(db: Database, name: string, make: () => string): Promise<string> {
  await db
    .insertInto('secrets')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
