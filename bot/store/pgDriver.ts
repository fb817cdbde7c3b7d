// PostgreSQL under Kysely, so that it behaves as SQLite does: transactions as if they ran one after the other, numbers as numbers,
// flags as 1 and 0; and for every fault it is known whether anything may have been done.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type IsolationLevel,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  CompiledQuery as Query,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Remedy } from './patience.ts';
import { sqlValue } from './sqlValue.ts';

/** A fault of PostgreSQL that is not the statement's own, and what can be done about it. */
export class PostgresFault extends Error {
  readonly remedy: Exclude<Remedy, 'fault'>;
  constructor(remedy: Exclude<Remedy, 'fault'>, cause: unknown) {
    super(cause instanceof Error ? cause.message : 'PostgreSQL failed', { cause });
    this.name = 'PostgresFault';
    this.remedy = remedy;
  }
}

export function postgresRemedy(error: unknown): Remedy {
  return error instanceof PostgresFault ? error.remedy : 'fault';
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const remedies: Readonly<Record<string, Exclude<Remedy, 'fault'>>> = {
  '40001': 'again', // got in each other's way
  '40P01': 'again', // waited for each other
  '55P03': 'again', // waited for a lock for too long
  '53300': 'again', // too many connections
  '57P03': 'again', // just starting
  '53100': 'unavailable', // the disk is full
  '53200': 'unavailable', // out of memory
  '57014': 'unavailable', // took too long
  '25006': 'unavailable', // read only: a standby, until it takes over
};
/** The connection ends, and the statement was not carried out. */
const endings: readonly string[] = ['57P01', '57P02', '57P05', '25P03'];

/** Where a connection is: what it has been told tells what may have been done when it breaks. */
type Stage = 'alone' | 'inTransaction' | 'committing';

class PgConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  stage: Stage = 'alone';
  broken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const values = pgValues(query.parameters);
    try {
      const { command, rowCount, rows } = await this.#client.query(query.sql, values);
      const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
      return { rows, ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
    } catch (error) {
      throw this.#judged(error, query.sql);
    }
  }

  /** Inside a transaction only: a cursor lives no longer. */
  async *streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    const declared = `declare kysely_rows no scroll cursor for ${query.sql}`;
    await this.executeQuery(Query.raw(declared, [...query.parameters]));
    for (;;) {
      const batch = await this.executeQuery<Row>(Query.raw(`fetch ${Math.trunc(size)} from kysely_rows`));
      if (batch.rows.length === 0) break;
      yield batch;
    }
    await this.executeQuery(Query.raw('close kysely_rows'));
  }

  release(): void {
    this.#client.release(this.broken);
  }

  #judged(error: unknown, sql: string): unknown {
    if (error instanceof pg.DatabaseError) {
      const code = error.code ?? '';
      this.broken ||= endings.includes(code) || code.startsWith('08');
      if (!this.broken) return remedies[code] ? new PostgresFault(remedies[code], error) : error;
      if (endings.includes(code) && this.stage !== 'committing') return new PostgresFault('again', error);
    }
    // What else goes wrong is the way to the server.
    this.broken = true;
    const harmless =
      this.stage === 'inTransaction' || (this.stage === 'alone' && /^(?:select|begin)\b/iu.test(sql));
    return new PostgresFault(harmless ? 'again' : 'unavailable', error);
  }
}

/** PostgreSQL knows no text with a NUL in it. Kysely's own questions about tables have flags. */
function pgValues(parameters: readonly unknown[]) {
  return parameters.map((parameter) => {
    if (typeof parameter === 'boolean') return parameter;
    const value = sqlValue(parameter);
    return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  });
}

/**
 * The dialect over a pool; ending it ends the pool.
 * @param usual how transactions are isolated that do not say it themselves. As SQLite has it: as if one ran after the other. Who
 * got in another's way runs again (bot/store/patience.ts).
 */
export function pgDialect(pool: pg.Pool, usual: IsolationLevel = 'serializable'): Dialect {
  const connections = new WeakMap<DatabaseConnection, PgConnection>();
  const of = (connection: DatabaseConnection): PgConnection => {
    const known = connections.get(connection);
    if (!known) throw new TypeError('This connection is not one of ours.');
    return known;
  };
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw connectFault(error);
      });
      const connection = new PgConnection(client);
      connections.set(connection, connection);
      return connection;
    },
    async beginTransaction(connection, { isolationLevel = usual, accessMode = 'read write' }) {
      await connection.executeQuery(Query.raw(`begin isolation level ${isolationLevel} ${accessMode}`));
      of(connection).stage = 'inTransaction';
    },
    async commitTransaction(connection) {
      of(connection).stage = 'committing';
      await connection.executeQuery(Query.raw('commit'));
      of(connection).stage = 'alone';
    },
    async rollbackTransaction(connection) {
      // The server rolls back by itself what a broken connection has begun.
      if (!of(connection).broken) await connection.executeQuery(Query.raw('rollback'));
      of(connection).stage = 'alone';
    },
    releaseConnection: async (connection) => of(connection).release(),
    destroy: () => pool.end(),
  };
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A wrong name or password stays wrong. */
function connectFault(error: unknown): unknown {
  const own =
    error instanceof pg.DatabaseError && !remedies[error.code ?? ''] && !endings.includes(error.code ?? '');
  return own ? error : new PostgresFault('again', error);
}

/** Numbers that PostgreSQL would give as text, and flags, as SQLite gives them: none of ours is beyond 2^53. */
export const pgTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
    if (oid === pg.types.builtins.BOOL) return (text: string) => (text === 't' ? 1 : 0);
    return pg.types.getTypeParser(oid, format);
  },
};
