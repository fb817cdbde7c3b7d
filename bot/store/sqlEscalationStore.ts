// Escalations, their history and the outgoing replies, in one transaction each.
import { randomInt, randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import {
  applyCommand,
  type Escalation,
  type EscalationEvent,
  type EscalationStatus,
  type EscalationStore,
  makeReference,
} from '../../dialogs/index.ts';
import { languages } from '../../knowledge/index.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

const statuses = [
  'open',
  'claimed',
  'answered',
  'closed',
  'withdrawn',
] as const satisfies readonly EscalationStatus[];

/**
 * Makes the store over an open database.
 * @param onChange called after every committed change
 */
export function createSqlEscalationStore(db: Database, onChange: () => void): EscalationStore {
  return {
    async open(draft) {
      const known = () =>
        db
          .selectFrom('escalations')
          .selectAll()
          .where('channel', '=', draft.conversation.channel)
          .where('conversation_id', '=', draft.conversation.id)
          .where('turn_id', '=', draft.turnId)
          .executeTakeFirst();
      for (;;) {
        const existing = await known();
        if (existing) return toEscalation(existing);
        const escalation: Escalation = {
          ...draft,
          id: randomUUID(),
          reference: makeReference(randomInt),
          status: 'open',
          version: 1,
          updatedAt: draft.at,
          details: [],
          email: null,
          claimedBy: null,
          reply: null,
        };
        const stored = await db.transaction().execute(async (trx) => {
          // A conflict is the same turn again or, once in millions, a reference that is taken: look again.
          const result = await trx
            .insertInto('escalations')
            .values(toRow(escalation))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (result.numInsertedOrUpdatedRows !== 1n) return false;
          await addEvent(
            trx,
            escalation.id,
            { kind: 'opened', at: draft.at, actor: { kind: 'bot', name: null }, text: draft.question },
            draft.turnId,
          );
          return true;
        });
        if (!stored) continue;
        onChange();
        return escalation;
      }
    },

    async byId(id) {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toEscalation(row) : null;
    },

    async byReference(reference) {
      const row = await db
        .selectFrom('escalations')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row ? toEscalation(row) : null;
    },

    async countSince(visitorId, since) {
      const row = await db
        .selectFrom('escalations')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('visitor_id', '=', visitorId)
        .where('opened_at', '>=', since.toISOString())
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async ofConversation(conversation) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('channel', '=', conversation.channel)
        .where('conversation_id', '=', conversation.id)
        .orderBy('opened_at', 'desc')
        .execute();
      return rows.map(toEscalation);
    },

    async list(filter) {
      if (filter.statuses.length === 0) return [];
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('status', 'in', [...filter.statuses])
        .orderBy('opened_at')
        .limit(filter.limit)
        .execute();
      return rows.map(toEscalation);
    },

    async counts() {
      const rows = await db
        .selectFrom('escalations')
        .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('status')
        .execute();
      const of = (status: EscalationStatus) => Number(rows.find((row) => row.status === status)?.count ?? 0);
      return {
        open: of('open'),
        claimed: of('claimed'),
        answered: of('answered'),
        closed: of('closed'),
        withdrawn: of('withdrawn'),
      };
    },

    async history(id) {
      const rows = await db
        .selectFrom('escalation_events')
        .selectAll()
        .where('escalation_id', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(toEvent);
    },

    async change(id, command, at, version, turnId) {
      const result = await db.transaction().execute(async (trx) => {
        const row = await trx.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) return { ok: false, refusal: { code: 'notFound', by: null, at: null } } as const;
        const current = toEscalation(row);
        if (turnId !== undefined && (await hasEvent(trx, id, command.kind, turnId)))
          return { ok: true, escalation: current } as const;
        const applied = applyCommand(current, command, at);
        if (!applied.ok) return applied;
        if (version !== null && version !== current.version) {
          return {
            ok: false,
            refusal: { code: 'stale', by: current.claimedBy, at: current.updatedAt },
          } as const;
        }
        if (applied.event === null) return { ok: true, escalation: current } as const;
        await trx
          .updateTable('escalations')
          .set(toRow(applied.escalation))
          .where('id', '=', id)
          .where('version', '=', current.version)
          .execute();
        await addEvent(trx, id, applied.event, turnId ?? null);
        if (command.kind === 'reply') await enqueue(trx, id, command.text, command.staff, at);
        return { ok: true, escalation: applied.escalation } as const;
      });
      if (result.ok) onChange();
      return result;
    },
  };
}

async function hasEvent(
  trx: Transaction<Tables>,
  id: string,
  kind: string,
  turnId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('escalation_events')
    .select('seq')
    .where('escalation_id', '=', id)
    .where('kind', '=', kind)
    .where('turn_id', '=', turnId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a line to an escalation's history. */
export async function addEvent(
  trx: Transaction<Tables>,
  id: string,
  event: EscalationEvent,
  turnId: string | null,
): Promise<void> {
  await trx
    .insertInto('escalation_events')
    .values({
      escalation_id: id,
      kind: event.kind,
      at: event.at.toISOString(),
      actor: event.actor.kind,
      name: event.actor.name,
      text: event.text,
      turn_id: turnId,
    })
    .execute();
}

async function enqueue(
  trx: Transaction<Tables>,
  escalationId: string,
  text: string,
  by: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      escalation_id: escalationId,
      reply_text: text,
      reply_by: by,
      reply_at: at.toISOString(),
      status: 'waiting',
      attempts: 0,
      due_at: at.toISOString(),
      note: null,
    })
    .execute();
}

function toRow(escalation: Escalation): Selectable<Tables['escalations']> {
  return {
    id: escalation.id,
    reference: escalation.reference,
    status: escalation.status,
    version: escalation.version,
    channel: escalation.conversation.channel,
    conversation_id: escalation.conversation.id,
    visitor_id: escalation.visitorId,
    turn_id: escalation.turnId,
    conversation_reference: escalation.conversationReference,
    question: escalation.question,
    language: escalation.language,
    tried: JSON.stringify(escalation.tried),
    details: JSON.stringify(escalation.details),
    email: escalation.email,
    claimed_by: escalation.claimedBy,
    reply_text: escalation.reply?.text ?? null,
    reply_by: escalation.reply?.by ?? null,
    reply_at: escalation.reply?.at.toISOString() ?? null,
    opened_at: escalation.at.toISOString(),
    updated_at: escalation.updatedAt.toISOString(),
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const rowSchema = z.object({
  status: z.enum(statuses),
  language: z.enum(languages),
  tried: json.pipe(
    z.object({
      cause: z.enum(['noAnswer', 'noneOfThese', 'askedForPerson', 'notHelpful', 'rephrasedInVain']),
      reason: z.string(),
      matches: z.array(z.object({ entry: z.string(), question: z.string(), confidence: z.number() })),
      rejected: z.array(z.string()),
      unknownWords: z.array(z.string()),
    }),
  ),
  details: json.pipe(z.array(z.string())),
});

function toEscalation(row: Selectable<Tables['escalations']>): Escalation {
  const read = rowSchema.parse(row);
  return {
    id: row.id,
    reference: row.reference,
    status: read.status,
    version: row.version,
    turnId: row.turn_id,
    conversation: { channel: row.channel, id: row.conversation_id },
    visitorId: row.visitor_id,
    conversationReference: row.conversation_reference,
    question: row.question,
    language: read.language,
    tried: read.tried,
    details: read.details,
    email: row.email,
    claimedBy: row.claimed_by,
    reply:
      row.reply_text === null || row.reply_by === null || row.reply_at === null
        ? null
        : { text: row.reply_text, by: row.reply_by, at: new Date(row.reply_at) },
    at: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  };
}

const eventSchema = z.object({
  kind: z.enum([
    'opened',
    'addDetails',
    'leaveEmail',
    'withdraw',
    'claim',
    'reply',
    'close',
    'delivered',
    'deliveryFailed',
  ]),
  actor: z.enum(['visitor', 'bot', 'staff']),
});

function toEvent(row: Selectable<Tables['escalation_events']>): EscalationEvent {
  const read = eventSchema.parse(row);
  return {
    kind: read.kind,
    at: new Date(row.at),
    actor: { kind: read.actor, name: row.name },
    text: row.text,
  };
}
