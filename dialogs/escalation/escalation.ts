// A question that waits for staff: its shape and its states.
import { z } from 'zod';
import type { Language } from '../../knowledge/index.ts';
import type { ConversationKey } from '../turn.ts';
import { type VisitorCommand, visitorCommandKinds } from './visitorCommands.ts';

export const escalationStatuses = ['open', 'claimed', 'answered', 'closed', 'withdrawn'] as const;
export type EscalationStatus = (typeof escalationStatuses)[number];

/** Why a question goes to staff. */
export const escalationCauses = [
  'noAnswer',
  'noneOfThese',
  'askedForPerson',
  'notHelpful',
  'rephrasedInVain',
] as const;
export type EscalationCause = (typeof escalationCauses)[number];

/** What the bot tried before it handed over, for staff to see. */
export const triedSchema = z
  .object({
    cause: z.enum(escalationCauses),
    /** The matcher's sentence about its verdict. */
    reason: z.string(),
    /** The nearest entries with their confidence, the best first. */
    matches: z
      .array(z.object({ entry: z.string(), question: z.string(), confidence: z.number() }).readonly())
      .readonly(),
    /** Entries the visitor was shown and did not mean. */
    rejected: z.array(z.string()).readonly(),
    unknownWords: z.array(z.string()).readonly(),
  })
  .readonly();
export type Tried = z.infer<typeof triedSchema>;

/** What is needed to open an escalation. */
export interface EscalationDraft {
  /** Id of the turn that caused it. The same conversation and turn open the same escalation once, however often they come. */
  readonly turnId: string;
  readonly conversation: ConversationKey;
  readonly visitorId: string;
  /** Conversation reference as JSON text, opaque to dialogs. */
  readonly conversationReference: string;
  readonly question: string;
  readonly language: Language;
  readonly tried: Tried;
  readonly at: Date;
  /** Id of the escalation that asks the same and was there first: staff answer both at once. Absent: it stands for itself. */
  readonly joinedTo?: string | undefined;
}

export interface StaffReply {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface Escalation extends EscalationDraft {
  readonly id: string;
  /** What the visitor is told and may quote: "ICL-7F3K-9Q". */
  readonly reference: string;
  readonly status: EscalationStatus;
  /** Counts every change; a change based on an older version is refused. */
  readonly version: number;
  readonly updatedAt: Date;
  /** What the visitor added later, oldest first. */
  readonly details: readonly string[];
  readonly email: string | null;
  readonly claimedBy: string | null;
  /** The latest reply; earlier ones are in the history. */
  readonly reply: StaffReply | null;
}

/** Something a visitor or staff wants to do with an escalation. `staff` is a display name. */
export type EscalationCommand =
  | { readonly kind: 'addDetails'; readonly text: string }
  | { readonly kind: 'leaveEmail'; readonly email: string }
  | { readonly kind: 'withdraw' }
  | VisitorCommand
  | { readonly kind: 'claim'; readonly staff: string }
  /** `again` says that it was answered before: a correction, not a second answer by mistake. */
  | { readonly kind: 'reply'; readonly staff: string; readonly text: string; readonly again?: boolean }
  | { readonly kind: 'close'; readonly staff: string };

/** Why a command was not carried out; `by` and `at` tell who was faster. */
export interface Refusal {
  readonly code:
    | 'notFound'
    | 'stale'
    | 'answered'
    | 'closed'
    | 'withdrawn'
    | 'claimedByOther'
    | 'empty'
    | 'tooLong';
  readonly by: string | null;
  readonly at: Date | null;
}

export const escalationEventKinds = [
  'opened',
  'addDetails',
  'leaveEmail',
  'withdraw',
  ...visitorCommandKinds,
  'claim',
  'reply',
  'close',
  'delivered',
  'deliveryFailed',
] as const;
export const escalationActors = ['visitor', 'bot', 'staff'] as const;

/** One line of an escalation's append-only history. */
export interface EscalationEvent {
  readonly kind: (typeof escalationEventKinds)[number];
  readonly at: Date;
  readonly actor: { readonly kind: (typeof escalationActors)[number]; readonly name: string | null };
  /** The text that came with it (details, reply, address), or null. */
  readonly text: string | null;
}
