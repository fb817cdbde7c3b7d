// Opens the database for the commands beside the service: to read it while the service runs, or to replace what is in it.
import { type Database, openDatabase, openFileBeside, openFileForReading } from './database.ts';
import { DatabaseUnusableError } from './databaseFile.ts';
import { isPostgresUrl, placeOf } from './postgresUrl.ts';

export interface OpenForCommand {
  readonly db: Database;
  close(): Promise<void>;
}

/** Changes nothing, and keeps nobody waiting. @throws DatabaseUnusableError, DatabaseUnreachableError */
export async function openForReading(place: string): Promise<OpenForCommand> {
  const opened = await (isPostgresUrl(place) ? openServer(place) : openFileForReading(place));
  const tables = await opened.db.introspection.getTables();
  if (tables.length > 0) return opened;
  await opened.close();
  const shown = isPostgresUrl(place) ? placeOf(place) : place;
  throw new DatabaseUnusableError(shown, new Error('it has no tables'));
}

/** To change a row or two while the service runs. @throws DatabaseUnusableError, DatabaseUnreachableError */
export function openBeside(place: string): Promise<OpenForCommand> {
  return isPostgresUrl(place) ? openServer(place) : openFileBeside(place);
}

async function openServer(url: string): Promise<OpenForCommand> {
  const { openPostgresUnhurried } = await import('./postgres.ts');
  return openPostgresUnhurried(url);
}

/**
 * Makes it if need be, with this version's tables.
 * @throws DatabaseHeldError when the service runs on the same file; of PostgreSQL the restoring transaction finds out itself
 * @throws DatabaseUnusableError, DatabaseUnreachableError
 */
export async function openForReplacing(place: string): Promise<OpenForCommand> {
  if (!isPostgresUrl(place)) return openDatabase(place);
  const { openPostgresAlone } = await import('./postgres.ts');
  // With this version's tables.
  await (await openPostgresAlone(place)).close();
  return openServer(place);
}
