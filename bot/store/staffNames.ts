// Who works at the desk, as far as the database has seen: the names of people who may sign in, and those that staff acted under.
import type { Database } from './database.ts';

/** @returns in alphabetical order, each once */
export async function staffNames(db: Database): Promise<readonly string[]> {
  const [people, events] = await Promise.all([
    db.selectFrom('people').select('name').where('active', '=', 1).execute(),
    db.selectFrom('escalation_events').select('name').distinct().where('actor', '=', 'staff').execute(),
  ]);
  const names = [...people, ...events].flatMap(({ name }) => name ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
