// Who works at the desk, as far as the database has seen: the names that staff signed in with or acted under.
import type { Database } from './database.ts';

/** @returns in alphabetical order, each once */
export async function staffNames(db: Database): Promise<readonly string[]> {
  const [sessions, events] = await Promise.all([
    db.selectFrom('staff_sessions').select('name').distinct().execute(),
    db.selectFrom('escalation_events').select('name').distinct().where('actor', '=', 'staff').execute(),
  ]);
  const names = [...sessions, ...events].flatMap(({ name }) => name ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
