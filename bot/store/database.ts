// Opens the database, through the one Kysely layer: SQLite in a file of ours, or PostgreSQL.
import { access } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { type Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import { type Instances, onlyInstance } from '../instances.ts';
import { UnavailableError } from '../unavailable.ts';
import { DatabaseHeldError, DatabaseUnusableError, holdLock, makeFile } from './databaseFile.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openPatiently, type Remedy } from './patience.ts';
import { isPostgresUrl } from './postgresUrl.ts';
import { sqlValue } from './sqlValue.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface OpenDatabase {
  readonly db: Database;
  /** The other instances that work on it, if it can have any. */
  readonly instances: Instances;
  /** Takes out of the files what was deleted: the log of writes before it would keep it for a while. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens (and creates or migrates) the database.
 * @param place path of the SQLite file, or ':memory:' for one that ends with the process, or a postgres:// address
 * @throws DatabaseHeldError when another process serves from the same file
 * @throws DatabaseUnusableError when it can't be made, read or written, or is something else
 * @throws DatabaseUnreachableError when a server does not answer, or not yet
 */
export async function openDatabase(place: string): Promise<OpenDatabase> {
  if (!isPostgresUrl(place)) return openFile(place);
  // Whoever has no PostgreSQL need not load its driver.
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(place);
}

async function openFile(file: string): Promise<OpenDatabase> {
  if (file === ':memory:') return open(file);
  let lock: DatabaseSync | null = null;
  try {
    const trueName = makeFile(file);
    lock = holdLock(trueName);
    const { db, instances, scrub, close } = await open(trueName);
    const held = lock;
    return {
      db,
      instances,
      scrub,
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
  const db: Database = await openPatiently(new SqliteDialect({ database: kyselyView(sqlite) }), sqliteRemedy);
  try {
    // FULL: an acknowledged write survives a power cut, not only a crash. secure_delete: erased text leaves the file.
    sqlite.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON',
    );
    // From here on nobody may be kept waiting by a lock of another process: openPatiently() sees to that.
    sqlite.exec('PRAGMA busy_timeout=0');
    await migrate(db);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return {
    db,
    instances: onlyInstance,
    scrub: async () => {
      const { busy } = checkpointSchema.parse(sqlite.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
      // Another process reads, a backup say: its end will let the next attempt through.
      if (busy !== 0) throw new UnavailableError(new Error('the log of writes is in use by another process'));
    },
    close: () => db.destroy(),
  };
}

const checkpointSchema = z.object({ busy: z.number() });

/** Opens a file to read it while the service runs. @throws DatabaseUnusableError */
export async function openFileForReading(
  file: string,
): Promise<{ db: Database; close: () => Promise<void> }> {
  try {
    const sqlite = new DatabaseSync(file, { readOnly: true, timeout: openingMs });
    // It is looked into only now.
    sqlite.exec('select name from sqlite_master');
    const database = kyselyView(sqlite, 'begin');
    const db: Database = await openPatiently(new SqliteDialect({ database }), sqliteRemedy);
    return { db, close: () => db.destroy() };
  } catch (error) {
    throw new DatabaseUnusableError(file, error);
  }
}

/**
 * Opens a database that exists, for a command that runs beside the service: without its lock, and without changing its tables.
 * @throws DatabaseUnusableError when there is none, or one of another version
 */
export async function openFileBeside(file: string): Promise<{ db: Database; close: () => Promise<void> }> {
  try {
    // SQLite itself would make the file.
    await access(file);
    const sqlite = new DatabaseSync(file, { timeout: 0 });
    const db: Database = await openPatiently(
      new SqliteDialect({ database: kyselyView(sqlite) }),
      sqliteRemedy,
    );
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

/** https://www.sqlite.org/rescode.html */
const busyCodes: readonly number[] = [5, 6];
const fullCode = 13;
const sqliteError = z.object({ errcode: z.number() });

function sqliteRemedy(error: unknown): Remedy {
  // The lower byte; the rest tells which kind of it.
  const code = (sqliteError.safeParse(error).data?.errcode ?? 0) & 0xff;
  if (code === fullCode) return 'unavailable';
  return busyCodes.includes(code) ? 'again' : 'fault';
}

/**
 * node:sqlite in the shape Kysely's SQLite dialect expects.
 * @param begin Writers take the lock at once: a read that turns into a write later could fail midway.
 */
function kyselyView(sqlite: DatabaseSync, begin: 'begin' | 'begin immediate' = 'begin immediate') {
  return {
    close: () => sqlite.close(),
    prepare: (sql: string) => {
      // A disk that is full has rolled back by itself, and the error that says so must not be lost over a second rollback.
      if (sql === 'rollback' && !sqlite.isTransaction) return nothing;
      const statement = sqlite.prepare(sql === 'begin' ? begin : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...parameters.map(sqlValue)),
        run: (parameters: readonly unknown[]) => statement.run(...parameters.map(sqlValue)),
        iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters.map(sqlValue)),
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
