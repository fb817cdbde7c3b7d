// What SQLite and PostgreSQL do not share, for the few queries that must know.
import { type Kysely, PostgresAdapter } from 'kysely';

/** Is this PostgreSQL? Otherwise it is SQLite. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
