// The databases that the store's tests run on: the same tests on both.
import { type OpenDatabase, openDatabase } from '../../bot/store/database.ts';
import { createTestDatabase } from './postgres.ts';

export const databaseKinds = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

export interface OpenTestDatabase extends OpenDatabase {
  /** As another instance has it; with SQLite, of which there is one only, the same once more. It ends with the first. */
  another(): Promise<OpenDatabase>;
}

/** An empty database with all tables; closing it removes it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<OpenTestDatabase> {
  if (kind === 'sqlite') {
    const opened = await openDatabase(':memory:');
    return { ...opened, another: async () => opened };
  }
  const made = await createTestDatabase();
  const first = await openDatabase(made.url);
  const others: OpenDatabase[] = [];
  return {
    ...first,
    another: async () => {
      const other = await openDatabase(made.url);
      others.push(other);
      return other;
    },
    close: async () => {
      for (const one of [...others, first]) await one.close();
      await made.drop();
    },
  };
}
