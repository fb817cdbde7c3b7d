// Escalations and their history as rows of the database, and back. What comes back is read by a schema.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  type Escalation,
  type EscalationEvent,
  escalationActors,
  escalationEventKinds,
  escalationStatuses,
  priorities,
  triedSchema,
} from '../../dialogs/index.ts';
import { languages } from '../../knowledge/index.ts';
import type { Tables } from './tables.ts';

/** All that an escalation is; `revision` is the store's own business. */
export function toRow(escalation: Escalation): Omit<Selectable<Tables['escalations']>, 'revision'> {
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
    joined_to: escalation.joinedTo ?? null,
    queue: escalation.queue,
    priority: escalation.priority,
    labels: JSON.stringify(escalation.labels),
    waiting_since: escalation.waitingSince.toISOString(),
    claimed_at: escalation.claimedAt?.toISOString() ?? null,
    reminded_at: escalation.remindedAt?.toISOString() ?? null,
    snoozed_until: escalation.snoozedUntil?.toISOString() ?? null,
    due_at: escalation.dueAt?.toISOString() ?? null,
    staff_owns: escalation.staffOwns ? 1 : 0,
  };
}

const json = z.string().transform((text): unknown => JSON.parse(text));
const rowSchema = z.object({
  status: z.enum(escalationStatuses),
  language: z.enum(languages),
  tried: json.pipe(triedSchema),
  details: json.pipe(z.array(z.string())),
  priority: z.enum(priorities),
  labels: json.pipe(z.array(z.string())),
});

export function toEscalation(row: Selectable<Tables['escalations']>): Escalation {
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
    ...(row.joined_to === null ? {} : { joinedTo: row.joined_to }),
    queue: row.queue,
    priority: read.priority,
    labels: read.labels,
    waitingSince: new Date(row.waiting_since),
    claimedAt: time(row.claimed_at),
    remindedAt: time(row.reminded_at),
    snoozedUntil: time(row.snoozed_until),
    dueAt: time(row.due_at),
    staffOwns: row.staff_owns === 1,
  };
}

function time(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

const eventSchema = z.object({
  kind: z.enum(escalationEventKinds),
  actor: z.enum(escalationActors),
  mentions: json.pipe(z.array(z.string())).nullable(),
});

export function toEvent(row: Selectable<Tables['escalation_events']>): EscalationEvent {
  const read = eventSchema.parse(row);
  return {
    kind: read.kind,
    at: new Date(row.at),
    actor: { kind: read.actor, name: row.name },
    text: row.text,
    ...(read.mentions && { mentions: read.mentions }),
  };
}
