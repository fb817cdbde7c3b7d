// PostgreSQL, for several instances: the pool of connections, its limits, and what keeps it from being used, in words.
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { UnavailableError } from '../unavailable.ts';
import type { Database, OpenDatabase } from './database.ts';
import { DatabaseUnreachableError, DatabaseUnusableError } from './databaseFile.ts';
import { migrate } from './migrate.ts';
import { openPatiently } from './patience.ts';
import { PostgresFault, pgDialect, pgTypes, postgresRemedy } from './pgDriver.ts';
import { joinInstances } from './pgInstances.ts';
import { placeOf } from './postgresUrl.ts';

/** Connections of one instance at most; one more carries news and locks. */
const mostConnections = 10;
/** Milliseconds for a connection, a statement, and a lock: a visitor's request waits no longer. */
const limitMs = 5_000;
/** Milliseconds after which a statement is given up that the server itself does not end. */
const silenceMs = 6_000;
/** Milliseconds a transaction may lie idle: what an instance holds that has vanished without a word. */
const idleMs = 10_000;

/**
 * Opens the database, brings it to this version's tables, and joins the other instances.
 * @throws DatabaseUnusableError, DatabaseUnreachableError
 */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const { db, close } = await openPostgresAlone(url);
  try {
    const instances = await joinInstances({ ...settingsFor(url), types: pgTypes });
    return {
      db,
      instances,
      // What was deleted stays in the pages until they are tidied up.
      scrub: () => tidyUp(url),
      close: async () => {
        await instances.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw inWords(placeOf(url), error);
  }
}

/** The same without joining, for commands. @throws DatabaseUnusableError, DatabaseUnreachableError */
export async function openPostgresAlone(url: string): Promise<{ db: Database; close: () => Promise<void> }> {
  try {
    await migrateUnhurried(url);
    const db: Database = await openPatiently(pgDialect(createPool(url)), postgresRemedy);
    return { db, close: () => db.destroy() };
  } catch (error) {
    throw inWords(placeOf(url), error);
  }
}

/**
 * One connection without limits of time, for what takes long: a backup, a restore.
 * @throws DatabaseUnusableError, DatabaseUnreachableError
 */
export async function openPostgresUnhurried(
  url: string,
): Promise<{ db: Database; close: () => Promise<void> }> {
  const pool = createPool(url, unhurried);
  const db: Database = await openPatiently(pgDialect(pool), postgresRemedy);
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw inWords(placeOf(url), error);
  }
  return { db, close: () => db.destroy() };
}

async function tidyUp(url: string): Promise<void> {
  const { db, close } = await openPostgresUnhurried(url);
  try {
    await sql`vacuum`.execute(db);
  } finally {
    await close();
  }
}

/** A migration may take long, and who comes second waits for the first, and must then see what the first has done. */
async function migrateUnhurried(url: string): Promise<void> {
  const pool = createPool(url, unhurried);
  const db: Kysely<unknown> = await openPatiently(pgDialect(pool, 'read committed'), postgresRemedy);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

const unhurried: pg.PoolConfig = {
  max: 1,
  statement_timeout: 0,
  lock_timeout: 0,
  query_timeout: 0,
  idle_in_transaction_session_timeout: 0,
};

function settingsFor(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'iclei-question-bot',
    connectionTimeoutMillis: limitMs,
    statement_timeout: limitMs,
    lock_timeout: limitMs,
    query_timeout: silenceMs,
    idle_in_transaction_session_timeout: idleMs,
    keepAlive: true,
    // An acknowledged write survives a power cut.
    options: '-c synchronous_commit=on',
  };
}

function createPool(url: string, changes: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ ...settingsFor(url), types: pgTypes, max: mostConnections, ...changes });
  // A connection that breaks leaves the pool by itself, and what is asked over it fails. It says so here as well, while it is used and
  // while it is not: without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const reasons: Readonly<Record<string, string>> = {
  '28P01': 'the server does not take this user and password',
  '28000': 'the server does not take this user and password',
  '3D000': 'the server has no database of that name',
  '42501': 'this user may not make tables in it',
};

function inWords(place: string, error: unknown): unknown {
  const chain = causesOf(error);
  if (chain.some((one) => one instanceof UnavailableError || one instanceof PostgresFault))
    return new DatabaseUnreachableError(place, error);
  const code = chain.find((one) => one instanceof pg.DatabaseError)?.code ?? '';
  const reason = reasons[code];
  return new DatabaseUnusableError(place, reason ? new Error(reason, { cause: error }) : error);
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
