// "Somebody else is writing" (SQLITE_BUSY), waited out without holding up anything else: SQLite's own way of waiting would stop
// the whole process, because its driver is synchronous.
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ConnectionProvider,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  type SqliteDialect,
} from 'kysely';
import { z } from 'zod';
import { UnavailableError } from '../unavailable.ts';

/** Milliseconds for which something is tried; a visitor's request waits no longer. */
const patienceMs = 5_000;
/** Milliseconds between two attempts: at first, and at most. */
const firstPauseMs = 5;
const longestPauseMs = 100;

/** https://www.sqlite.org/rescode.html */
const busyCodes: readonly number[] = [5, 6];
const fullCode = 13;
const sqliteError = z.object({ errcode: z.number() });

/** Kysely over a dialect of SQLite, with patience. The caller has seen to it that SQLite itself does not wait. */
export async function openPatiently<Tables>(dialect: SqliteDialect): Promise<Kysely<Tables>> {
  const driver = dialect.createDriver();
  await driver.init();
  const connections = patient(new DefaultConnectionProvider(driver));
  const executor = new DefaultQueryExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    connections,
  );
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}

/** What is done with a connection is one statement, or a transaction that is rolled back when it fails: it can be done anew. */
function patient(connections: ConnectionProvider): ConnectionProvider {
  return {
    async provideConnection(work) {
      const end = performance.now() + patienceMs;
      for (let wait = firstPauseMs; ; wait = Math.min(2 * wait, longestPauseMs)) {
        try {
          return await connections.provideConnection(work);
        } catch (error) {
          // The lower byte; the rest tells which kind of it.
          const code = (sqliteError.safeParse(error).data?.errcode ?? 0) & 0xff;
          if (code === fullCode) throw new UnavailableError(error);
          if (!busyCodes.includes(code)) throw error;
          if (performance.now() + wait > end) throw new UnavailableError(error);
        }
        await pause(wait);
      }
    },
  };
}
