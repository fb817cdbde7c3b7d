// What the visitor's side of escalations needs in the database.
import type { Kysely, Migration } from 'kysely';

export const visitorMigration: Migration = {
  async up(db: Kysely<unknown>) {
    // The latest replies, without a look at every event there ever was.
    await db.schema.createIndex('events_by_kind').on('escalation_events').columns(['kind', 'at']).execute();
    await db.schema
      .createTable('collection_codes')
      .addColumn('escalation_id', 'text', (c) =>
        c.primaryKey().references('escalations.id').onDelete('cascade'),
      )
      .addColumn('hash', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('collection_tries')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('turn_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('collection_tries_pk', ['key', 'turn_id'])
      .execute();
    await db.schema.alterTable('escalations').addColumn('joined_to', 'text').execute();
    await db.schema
      .createIndex('escalations_joined')
      .on('escalations')
      .columns(['joined_to', 'opened_at'])
      .execute();
  },
};
