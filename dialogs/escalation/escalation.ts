// A question that waits for staff: its shape and its states.
import { z } from 'zod';
import type { Language } from '../../knowledge/index.ts';
import type { ConversationKey } from '../turn.ts';
import type { Priority } from './deskPlan.ts';
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
    /** What it is about, as far as the bot could tell: a topic of the entries or a group out of scope. It chooses the queue. */
    topic: z.string().optional(),
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
  /** Since when it is in these hands; after a snooze, since it woke up. */
  readonly claimedAt: Date | null;
  /** When its owner was reminded; null: not since it was claimed. */
  readonly remindedAt: Date | null;
  /** The latest reply; earlier ones are in the history. */
  readonly reply: StaffReply | null;
  /** Id of its queue, one that the desk has. */
  readonly queue: string;
  readonly priority: Priority;
  /** Words staff gave it, in order. */
  readonly labels: readonly string[];
  /** Nobody needs to look at it before; null: now. */
  readonly snoozedUntil: Date | null;
  /** Staff talk with the visitor themselves: the bot is silent in this conversation. */
  readonly staffOwns: boolean;
  /** When the visitor began to wait for the answer that is due. */
  readonly waitingSince: Date;
  /** Until when it should be answered; null when nothing is due. */
  readonly dueAt: Date | null;
}

/** Something a visitor, staff or the clock wants to do with an escalation. `staff` is a display name; null is the clock. */
export type EscalationCommand =
  | { readonly kind: 'addDetails'; readonly text: string }
  | { readonly kind: 'leaveEmail'; readonly email: string }
  | { readonly kind: 'withdraw' }
  | VisitorCommand
  | { readonly kind: 'claim'; readonly staff: string }
  /** `again` says that it was answered before: a correction, not a second answer by mistake. */
  | { readonly kind: 'reply'; readonly staff: string; readonly text: string; readonly again?: boolean }
  | { readonly kind: 'close'; readonly staff: string }
  /** Take the latest reply back, which has not gone out yet; `before` is the one that stands then. */
  | { readonly kind: 'undoReply'; readonly staff: string; readonly before: StaffReply | null }
  | { readonly kind: 'reopen'; readonly staff: string }
  /** To a colleague, or back to the queue (null). */
  | { readonly kind: 'handOver'; readonly staff: string; readonly to: string | null }
  /** Staff talk with the visitor themselves until they hand the conversation back to the bot. */
  | { readonly kind: 'takeOver'; readonly staff: string }
  | { readonly kind: 'handBack'; readonly staff: string | null }
  | { readonly kind: 'snooze'; readonly staff: string; readonly until: Date }
  | { readonly kind: 'wake'; readonly staff: string | null }
  | { readonly kind: 'setPriority'; readonly staff: string; readonly priority: Priority }
  | { readonly kind: 'addLabel'; readonly staff: string; readonly label: string }
  | { readonly kind: 'removeLabel'; readonly staff: string; readonly label: string }
  /** For staff only. `people` are those who can be mentioned by "@Name". */
  | {
      readonly kind: 'note';
      readonly staff: string;
      readonly text: string;
      readonly people: readonly string[];
    }
  | { readonly kind: 'route'; readonly staff: string; readonly queue: string }
  /** The clock's: nobody has answered what they took. They do nothing before their time has come. */
  | { readonly kind: 'remind' }
  | { readonly kind: 'returnToQueue' }
  /** What an organisation's own desk says, to which the conversation was handed over; `text` is what it says to it, if anything. */
  | {
      readonly kind: 'handoffAccepted' | 'handoffFailed' | 'handoffCompleted';
      readonly staff: string;
      readonly text: string | null;
    };

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
    | 'tooLong'
    /** One label more than there is room for. */
    | 'tooMany'
    /** A time that is past, or too far away. */
    /** It has gone out, or is about to. */
    | 'tooLate'
    | 'badTime'
    | 'unknownQueue';
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
  'undoReply',
  'reopen',
  'handOver',
  'takeOver',
  'handBack',
  'snooze',
  'wake',
  'setPriority',
  'addLabel',
  'removeLabel',
  'note',
  'route',
  'remind',
  'returned',
  'delivered',
  'deliveryFailed',
  'deliveryUncertain',
  'mailed',
  'resend',
  'markDelivered',
  'handoff',
  'handoffAccepted',
  'handoffFailed',
  'handoffCompleted',
] as const;
export const escalationActors = ['visitor', 'bot', 'staff'] as const;

/** One line of an escalation's append-only history. */
export interface EscalationEvent {
  readonly kind: (typeof escalationEventKinds)[number];
  readonly at: Date;
  readonly actor: { readonly kind: (typeof escalationActors)[number]; readonly name: string | null };
  /**
   * What came with it: details, reply, address, note, label, priority, queue, the end of a snooze (ISO), or the name of who has it now
   * (of whom it was taken from, when it was returned); else null.
   */
  readonly text: string | null;
  /** Who is mentioned in a note. */
  readonly mentions?: readonly string[] | undefined;
}
