// How the tables came to be, forward only. A migration that was released is never edited.
import { type ColumnDefinitionBuilder, type Kysely, type Migration, sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { visitorMigration } from './visitorMigration.ts';

/** The type of a column that numbers its rows by itself. */
const ownNumber = (db: Kysely<unknown>) => (isPostgres(db) ? 'serial' : 'integer');
const numbersItself = (db: Kysely<unknown>) => (column: ColumnDefinitionBuilder) =>
  isPostgres(db) ? column.primaryKey() : column.primaryKey().autoIncrement();

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
      .addColumn('seq', ownNumber(db), numbersItself(db))
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

/** Several instances: a state is written only over the one it was made from. */
const stateRevisions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('bot_state')
      .addColumn('rev', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};

const privacy: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('audit')
      .addColumn('seq', ownNumber(db), numbersItself(db))
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text')
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('audit_at').on('audit').column('at').execute();
    // What is there counts as used today.
    await db.schema
      .alterTable('bot_state')
      .addColumn('updated_at', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
    await sql`update bot_state set updated_at = ${new Date().toISOString()}`.execute(db);
    await db.schema.createIndex('bot_state_updated').on('bot_state').column('updated_at').execute();
    await db.schema
      .createIndex('activities_at')
      .on('activities')
      .columns(['conversation_id', 'at'])
      .execute();
  },
};

const textModules: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('text_modules')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('keyword', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('text_modules_keyword', ['keyword', 'language'])
      .execute();
  },
};

const savedViews: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('saved_views')
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('query', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('saved_views_pk', ['owner', 'name'])
      .execute();
  },
};

/** What the desk needs to know of a question: its queue, how urgent it is, in whose hands, and since when. */
const deskRules: Migration = {
  async up(db: Kysely<unknown>) {
    const add = (name: string) => db.schema.alterTable('escalations').addColumn(name, 'text').execute();
    const addFilled = (name: string, value: string) =>
      db.schema
        .alterTable('escalations')
        .addColumn(name, 'text', (c) => c.notNull().defaultTo(value))
        .execute();
    const addNumber = (name: string) =>
      db.schema
        .alterTable('escalations')
        .addColumn(name, 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
    await addFilled('queue', '');
    await addFilled('priority', 'normal');
    await addFilled('labels', '[]');
    await addFilled('waiting_since', '');
    for (const name of ['claimed_at', 'reminded_at', 'snoozed_until', 'due_at']) await add(name);
    await addNumber('staff_owns');
    await addNumber('revision');
    await sql`update escalations set waiting_since = opened_at`.execute(db);
    await sql`update escalations set claimed_at = updated_at where status = 'claimed'`.execute(db);
    await db.schema.alterTable('escalation_events').addColumn('mentions', 'text').execute();
    await db.schema
      .createTable('desk_marks')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('done', 'integer', (c) => c.notNull())
      .execute();
  },
};

const asked: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('asked')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('question', 'text')
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('entry', 'text')
      .addColumn('confidence', 'double precision')
      .addColumn('escalation', 'text')
      .execute();
    // The figures of a period are counted from the index alone.
    await db.schema
      .createIndex('asked_at')
      .on('asked')
      .columns(['at', 'outcome', 'language', 'channel'])
      .execute();
    await db.schema
      .createIndex('asked_in_conversation')
      .on('asked')
      .columns(['channel', 'conversation_id', 'at'])
      .execute();
    await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
    await db.schema.createIndex('escalations_opened').on('escalations').column('opened_at').execute();
  },
};

/** Deliveries are taken for a time, by a number that grows; there are notices beside replies, and mail beside the chat. */
const delivery: Migration = {
  async up(db: Kysely<unknown>) {
    const outbox = () => db.schema.alterTable('outbox');
    await outbox()
      .addColumn('kind', 'text', (c) => c.notNull().defaultTo('reply'))
      .execute();
    await outbox()
      .addColumn('route', 'text', (c) => c.notNull().defaultTo('chat'))
      .execute();
    await outbox()
      .addColumn('fence', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await outbox().addColumn('lease_until', 'text').execute();
    await outbox().addColumn('since', 'text').execute();
    await outbox()
      .addColumn('unsure', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    // What was being sent when the version before ended is taken up at once.
    await sql`update outbox set lease_until = due_at where status = 'sending'`.execute(db);
    await db.schema.createIndex('outbox_of_escalation').on('outbox').column('escalation_id').execute();
    await db.schema.alterTable('conversations').addColumn('seen_at', 'text').execute();
  },
};

const teachings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('teachings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('author', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('approver', 'text')
      .addColumn('published_at', 'text')
      .addColumn('discarded_by', 'text')
      .addColumn('escalation', 'text')
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('teachings_by_state')
      .on('teachings')
      .columns(['state', 'published_at'])
      .execute();
  },
};

/** Sessions belong to people. Those of before belong to nobody we know: their owners sign in again. */
const people: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('people')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('issuer', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull().unique())
      .addColumn('name_chosen', 'integer', (c) => c.notNull())
      .addColumn('email', 'text')
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('grants', 'text', (c) => c.notNull())
      .addColumn('language', 'text')
      .addColumn('active', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('people_identity', ['issuer', 'subject'])
      .execute();
    await db.schema.dropTable('staff_sessions').execute();
    await db.schema
      .createTable('staff_sessions')
      .addColumn('id_hash', 'text', (c) => c.primaryKey())
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('csrf', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    await db.schema
      .createIndex('staff_sessions_of_person')
      .on('staff_sessions')
      .column('person_id')
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
  '0010-desk-rules': deskRules,
  '0020-state-revisions': stateRevisions,
  '0030-delivery': delivery,
  '0040-visitor': visitorMigration,
  '0050-asked': asked,
  '0060-teaching': teachings,
  '0070-people': people,
  '0080-privacy': privacy,
  '0090-text-modules': textModules,
  '0091-saved-views': savedViews,
};
