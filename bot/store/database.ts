// Opens the database: SQLite in a file of ours, through the one Kysely layer.
import { access } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, Migrator, SqliteDialect } from 'kysely';
import { DatabaseHeldError, DatabaseUnusableError, holdLock, makeFile } from './databaseFile.ts';
import { migrations } from './migrations.ts';
import { openPatiently } from './patience.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * Opens (and creates or migrates) the database.
 * @param file path of the SQLite file, or ':memory:' for one that ends with the process
 * @throws DatabaseHeldError when another process serves from the same file
 * @throws DatabaseUnusableError when it can't be made, read or written, or is something else
 */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  if (file === ':memory:') return open(file);
  let lock: DatabaseSync | null = null;
  try {
    const trueName = makeFile(file);
    lock = holdLock(trueName);
    const { db, close } = await open(trueName);
    const held = lock;
    return {
      db,
      close: async () => {
        await close();
        held.close();
      },
    };
  } catch (error) {
    lock?.close();
    throw error instanceof DatabaseHeldError ? error : new DatabaseUnusableError(file, error);
  }
}

/** Milliseconds for which opening waits for another process (a backup, say); nobody else waits then. */
const openingMs = 5_000;

async function open(file: string): Promise<OpenDatabase> {
  const sqlite = new DatabaseSync(file, { timeout: openingMs });
  const db: Database = await openPatiently(new SqliteDialect({ database: kyselyView(sqlite) }));
  try {
    // FULL: an acknowledged write survives a power cut, not only a crash. secure_delete: erased text leaves the file.
    sqlite.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON',
    );
    // From here on nobody may be kept waiting by a lock of another process: openPatiently() sees to that.
    sqlite.exec('PRAGMA busy_timeout=0');
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw new Error("it could not be brought to this version's tables", { cause: error });
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return { db, close: () => db.destroy() };
}

/**
 * Opens a database that exists, for a command that runs beside the service: without its lock, and without changing its tables.
 * @throws DatabaseUnusableError when there is none, or one of another version
 */
export async function openBeside(file: string): Promise<OpenDatabase> {
  try {
    // SQLite itself would make the file.
    await access(file);
    const sqlite = new DatabaseSync(file, { timeout: 0 });
    const db: Database = await openPatiently(new SqliteDialect({ database: kyselyView(sqlite) }));
    const newest = Object.keys(migrations).sort().at(-1);
    try {
      sqlite.exec('PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON');
      const done = sqlite.prepare('select name from kysely_migration order by name desc limit 1').get();
      if (done?.name !== newest) throw new Error('its tables are of another version: start the service once');
    } catch (error) {
      sqlite.close();
      throw error;
    }
    return { db, close: () => db.destroy() };
  } catch (error) {
    throw new DatabaseUnusableError(file, error);
  }
}

/** node:sqlite in the shape Kysely's SQLite dialect expects. */
function kyselyView(sqlite: DatabaseSync) {
  return {
    close: () => sqlite.close(),
    prepare: (sql: string) => {
      // A disk that is full has rolled back by itself, and the error that says so must not be lost over a second rollback.
      if (sql === 'rollback' && !sqlite.isTransaction) return nothing;
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

const nothing = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

type SqlValue = string | number | bigint | null;

function sqlValues(parameters: readonly unknown[]): SqlValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value;
    throw new TypeError(`A ${typeof value} can't be stored; give text, a number or null.`);
  });
}
