// How the tables came to be, forward only. A migration that was released is never edited.
import { type Kysely, type Migration, sql } from 'kysely';
import { visitorMigration } from './visitorMigration.ts';

const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('conversations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('visitor_id', 'text', (c) => c.notNull())
      .addColumn('origin', 'text')
      .addColumn('locale', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text')
      .addColumn('resume_hash', 'text', (c) => c.notNull())
      .addColumn('previous_resume_hash', 'text')
      .execute();
    await db.schema
      .createTable('activities')
      .addColumn('conversation_id', 'text', (c) =>
        c.notNull().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('client_id', 'text')
      .addColumn('sender', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('pending', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('activities_pk', ['conversation_id', 'seq'])
      .addUniqueConstraint('activities_id', ['conversation_id', 'id'])
      .addUniqueConstraint('activities_client', ['conversation_id', 'client_id'])
      .execute();
    await db.schema.createIndex('activities_pending').on('activities').columns(['pending', 'at']).execute();
    await db.schema
      .createTable('bot_state')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('rev', 'integer', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('escalations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('reference', 'text', (c) => c.notNull().unique())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('visitor_id', 'text', (c) => c.notNull())
      .addColumn('turn_id', 'text', (c) => c.notNull())
      .addColumn('conversation_reference', 'text', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('tried', 'text', (c) => c.notNull())
      .addColumn('details', 'text', (c) => c.notNull())
      .addColumn('email', 'text')
      .addColumn('claimed_by', 'text')
      .addColumn('reply_text', 'text')
      .addColumn('reply_by', 'text')
      .addColumn('reply_at', 'text')
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('escalations_turn', ['channel', 'conversation_id', 'turn_id'])
      .execute();
    await db.schema
      .createIndex('escalations_queue')
      .on('escalations')
      .columns(['status', 'opened_at'])
      .execute();
    await db.schema
      .createIndex('escalations_visitor')
      .on('escalations')
      .columns(['visitor_id', 'opened_at'])
      .execute();
    await db.schema
      .createTable('escalation_events')
      .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('escalation_id', 'text', (c) => c.notNull().references('escalations.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('name', 'text')
      .addColumn('text', 'text')
      .addColumn('turn_id', 'text')
      .execute();
    await db.schema
      .createIndex('events_of_escalation')
      .on('escalation_events')
      .columns(['escalation_id', 'seq'])
      .execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('escalation_id', 'text', (c) => c.notNull().references('escalations.id').onDelete('cascade'))
      .addColumn('reply_text', 'text', (c) => c.notNull())
      .addColumn('reply_by', 'text', (c) => c.notNull())
      .addColumn('reply_at', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .execute();
    await db.schema.createIndex('outbox_due').on('outbox').columns(['status', 'due_at']).execute();
    await db.schema
      .createTable('feedback')
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull())
      .addColumn('entry', 'text', (c) => c.notNull())
      .addColumn('helpful', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('feedback_pk', ['channel', 'conversation_id', 'answer'])
      .execute();
    await db.schema
      .createTable('inbound')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('status', 'integer')
      .addColumn('body', 'text')
      .execute();
    await db.schema.createIndex('inbound_at').on('inbound').column('at').execute();
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('staff_sessions')
      .addColumn('id_hash', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('csrf', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('sign_in_links')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('used_at', 'text')
      .execute();
  },
};

const turns: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('activities').addColumn('turn_seq', 'integer').execute();
    // What waits in one conversation is asked for several times a turn: by this index, however long the conversation is.
    await db.schema.dropIndex('activities_pending').execute();
    await db.schema
      .createIndex('activities_waiting')
      .on('activities')
      .columns(['pending', 'conversation_id', 'seq'])
      .execute();
  },
};

const resumeSecrets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('resume_secrets')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('conversation_id', 'text', (c) =>
        c.notNull().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('from_hash', 'text')
      .addColumn('used_at', 'text')
      .execute();
    await db.schema
      .createIndex('resume_secrets_of_conversation')
      .on('resume_secrets')
      .columns(['conversation_id', 'from_hash'])
      .execute();
    await sql`insert into resume_secrets (hash, conversation_id) select resume_hash, id from conversations`.execute(
      db,
    );
    await db.schema.alterTable('conversations').dropColumn('resume_hash').execute();
    await db.schema.alterTable('conversations').dropColumn('previous_resume_hash').execute();
  },
};

const plainState: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('bot_state').dropColumn('rev').execute();
  },
};

/** The first activity of a conversation gets an id of its own: it had the place of a client's. */
const joins: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`update activities set id = conversation_id || '|join', client_id = null where client_id = 'conversation-start'`.execute(
      db,
    );
  },
};

/** Sessions of before were those of whoever reads the terminal: they may do everything. */
const sessionRoles: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('staff_sessions')
      .addColumn('roles', 'text', (c) => c.notNull().defaultTo('["staff","curator","administrator"]'))
      .execute();
  },
};

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-turns': turns,
  '0003-resume-secrets': resumeSecrets,
  '0004-plain-state': plainState,
  '0005-joins': joins,
  '0006-session-roles': sessionRoles,
  '0040-visitor': visitorMigration,
};
