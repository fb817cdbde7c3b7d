// What may be handed to the database: the same for SQLite and PostgreSQL.

export type SqlValue = string | number | bigint | null;

/** @throws TypeError when it is something else */
export function sqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`A ${typeof value} can't be stored; give text, a number or null.`);
}
