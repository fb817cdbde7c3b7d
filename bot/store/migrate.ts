// Brings a database to this version's tables, under the lock that Kysely takes for it.
import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations.ts';

/** @throws when it can't be done; nothing is changed then */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error("it could not be brought to this version's tables", { cause: error });
}

/** The name of the last migration: databases with the same one have the same tables. */
export function schemaVersion(): string {
  return Object.keys(migrations).toSorted().at(-1) ?? '';
}
