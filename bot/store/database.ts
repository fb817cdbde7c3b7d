// Opens the database: SQLite in a file of ours, through the one Kysely layer.
import { DatabaseSync } from 'node:sqlite';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** Another process has the database open for service. */
export class DatabaseHeldError extends Error {
  constructor(file: string, cause: unknown) {
    super(`another instance holds ${file}`, { cause });
  }
}

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * Opens (and creates or migrates) the database.
 * @param file path of the SQLite file, or ':memory:' for one that ends with the process
 * @throws DatabaseHeldError when another process serves from the same file
 */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  const lock = file === ':memory:' ? null : holdLock(file);
  const sqlite = new DatabaseSync(file);
  // FULL: an acknowledged write survives a power cut, not only a crash. secure_delete: erased text leaves the file.
  sqlite.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON',
  );
  const db: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyView(sqlite) }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new Error(`The database ${file} could not be brought to this version's tables.`, { cause: error });
  return {
    db,
    close: async () => {
      await db.destroy();
      lock?.close();
    },
  };
}

/** A lock that the system itself gives back when the process dies: an exclusive transaction on a file beside the database. */
function holdLock(file: string): DatabaseSync {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new DatabaseHeldError(file, error);
  }
  return lock;
}

/** node:sqlite in the shape Kysely's SQLite dialect expects. */
function kyselyView(sqlite: DatabaseSync) {
  return {
    close: () => sqlite.close(),
    prepare: (sql: string) => {
      // Writers take the lock at once: a read that turns into a write later could fail midway.
      const statement = sqlite.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...sqlValues(parameters)),
        run: (parameters: readonly unknown[]) => statement.run(...sqlValues(parameters)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...sqlValues(parameters)),
      };
    },
  };
}

type SqlValue = string | number | bigint | null;

function sqlValues(parameters: readonly unknown[]): SqlValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value;
    throw new TypeError(`A ${typeof value} can't be stored; give text, a number or null.`);
  });
}
