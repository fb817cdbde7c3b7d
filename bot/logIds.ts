// Ids of conversations as logs may show them (reliability S20): lines of one conversation can be told to belong together for a
// day, and nobody can tell whose they are, or find them in the database.
import { createHmac, randomBytes } from 'node:crypto';

/** @returns the same short text for the same id, until the day ends */
export type LogId = (id: string) => string;

/** The salt is kept in memory only. */
export function createLogIds(now: () => Date): LogId {
  let day = '';
  let salt = randomBytes(32);
  return (id) => {
    const today = now().toISOString().slice(0, 10);
    if (today !== day) salt = randomBytes(32);
    day = today;
    return createHmac('sha256', salt).update(id).digest('base64url').slice(0, 12);
  };
}
