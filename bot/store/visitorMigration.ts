// What the visitor's side of escalations needs in the database.
import type { Kysely, Migration } from 'kysely';

export const visitorMigration: Migration = {
  async up(db: Kysely<unknown>) {
    // The latest replies, without a look at every event there ever was.
    await db.schema.createIndex('events_by_kind').on('escalation_events').columns(['kind', 'at']).execute();
  },
};
