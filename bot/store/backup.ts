// Everything in the database into a file, as it is at one moment, and back, into SQLite or PostgreSQL, whichever it came from.
import { open, rename, rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { type BackupRow, BackupUnusableError, beginBackup, readBackup } from './backupFile.ts';
import type { Database } from './database.ts';
import { isPostgres } from './dialect.ts';
import { schemaVersion } from './migrate.ts';
import { servingLock } from './pgServingLock.ts';
import { listTables, type TableInfo } from './tableList.ts';

/** The database that is to be replaced can't be; the message says why. */
export class NotReplacedError extends Error {}

/** Rows that go out or in with one statement. */
const rowsAtOnce = 200;

/**
 * Writes a backup while the service runs: nobody waits for it. The file is there when it is whole, and its owner's alone.
 * @returns how many rows it has
 */
export async function writeBackup(db: Database, file: string, at: Date): Promise<number> {
  const part = `${file}.part`;
  try {
    const rows = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      // Begun anew when the connection breaks.
      .execute((trx) => writeAll(trx, part, at));
    await rename(part, file);
    return rows;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function writeAll(db: Database, file: string, at: Date): Promise<number> {
  const handle = await open(file, 'w', 0o600);
  try {
    const stream = handle.createWriteStream({ autoClose: false, flush: true });
    const write = (text: string) =>
      new Promise<void>((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      });
    const backup = await beginBackup(write, { schema: await schemaOf(db), at: at.toISOString() });
    for (const { name } of await listTables(db)) {
      const rows = db.selectFrom(sql<Record<string, unknown>>`${sql.table(name)}`.as('rows')).selectAll();
      for await (const row of rows.stream(rowsAtOnce)) await backup.row(name, row);
    }
    const count = await backup.end();
    await handle.sync();
    return count;
  } finally {
    await handle.close();
  }
}

async function schemaOf(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db);
  return rows[0]?.name ?? '';
}

/** What a file would bring back. @throws BackupUnusableError */
export async function checkBackup(file: string): Promise<{ readonly rows: number; readonly at: string }> {
  let rows = 0;
  let at = '';
  for await (const line of readBackup(file)) {
    if (Array.isArray(line)) rows += 1;
    else {
      at = line.at;
      if (line.schema !== schemaVersion())
        throw new BackupUnusableError(
          `${file} is of another version of this service: its tables are those of ${line.schema}, here they are those of ${schemaVersion()}. Restore it with the version that wrote it, then update.`,
        );
    }
  }
  return { rows, at };
}

/**
 * Replaces everything in the database, or nothing.
 * @param replace whether what is there may be deleted
 * @throws BackupUnusableError, NotReplacedError
 */
export async function restoreBackup(db: Database, file: string, replace: boolean): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (isPostgres(trx)) await keepOthersOff(trx);
    const tables = await listTables(trx);
    for (const { name } of tables.toReversed()) {
      const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(trx);
      if (rows.length > 0 && !replace)
        throw new NotReplacedError(
          `There is something in the database already (${name}). With --yes it is deleted.`,
        );
      await sql`delete from ${sql.table(name)}`.execute(trx);
    }
    const rows = await fill(trx, file, tables);
    if (isPostgres(trx)) await numberOn(trx, tables);
    return rows;
  });
}

/** An instance that serves would go on with what it remembers. */
async function keepOthersOff(trx: Database): Promise<void> {
  const [kind, lock] = servingLock;
  const { rows } = await sql<{ got: number }>`
    select pg_try_advisory_xact_lock(${sql.lit(kind)}, ${sql.lit(lock)}) as got`.execute(trx);
  if (rows[0]?.got !== 1)
    throw new NotReplacedError(
      'An instance of the service works with this database. Stop all of them first.',
    );
}

async function fill(trx: Database, file: string, tables: readonly TableInfo[]): Promise<number> {
  let count = 0;
  let batch: BackupRow[] = [];
  const flush = async () => {
    const [first] = batch;
    if (first) await insert(trx, first[0], Object.keys(first[1]), batch);
    batch = [];
  };
  for await (const line of readBackup(file)) {
    if (!Array.isArray(line)) continue;
    const [name, row] = line;
    const table = tables.find((one) => one.name === name);
    const columns = Object.keys(row);
    if (!table || columns.length === 0 || !columns.every((column) => table.columns.includes(column)))
      throw new BackupUnusableError(`${file} has rows of ${name} that do not fit this version's tables.`);
    if (batch.length === rowsAtOnce || (batch[0] && batch[0][0] !== name)) await flush();
    batch.push(line);
    count += 1;
  }
  await flush();
  return count;
}

async function insert(
  trx: Database,
  table: string,
  columns: readonly string[],
  rows: readonly BackupRow[],
): Promise<void> {
  const values = rows.map(([, row]) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const names = sql.join(columns.map((column) => sql.id(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx);
}

/** SQLite goes on counting after the highest number by itself. */
async function numberOn(trx: Database, tables: readonly TableInfo[]): Promise<void> {
  for (const { name, numbered } of tables) {
    if (numbered === null) continue;
    await sql`
      select setval(pg_get_serial_sequence(${`"${name}"`}, ${numbered}), coalesce(max(${sql.id(numbered)}), 0) + 1, false)
      from ${sql.table(name)}`.execute(trx);
  }
}
