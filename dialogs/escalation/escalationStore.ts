// Where escalations are kept. A promise that resolves means: on disk.

import type { ConversationKey } from '../turn.ts';
import type {
  Escalation,
  EscalationCommand,
  EscalationDraft,
  EscalationEvent,
  EscalationStatus,
  Refusal,
} from './escalation.ts';

export type ChangeResult =
  | { readonly ok: true; readonly escalation: Escalation }
  | { readonly ok: false; readonly refusal: Refusal };

/** Which escalations are wanted; what is not said makes no difference. */
export interface EscalationFilter {
  readonly statuses: readonly EscalationStatus[];
  readonly queue?: string;
  readonly label?: string;
  /** Whoever has it; null: nobody. */
  readonly owner?: string | null;
  readonly snoozed?: boolean;
  readonly staffOwns?: boolean;
  /** The most urgent at this moment first: what is overdue, then by priority, then who has waited longest. Else the oldest first. */
  readonly urgentAt?: Date;
  /** All of them, or parts of words, stand in what was asked, added or replied, or are its reference, address or owner. */
  readonly words?: readonly string[];
  /** The newest first. */
  readonly newest?: boolean;
  /** Id of the last one of the page before, to go on after it in the same order. */
  readonly after?: string;
  readonly limit: number;
}

/** How many there are of each; `snoozed` are among the open and claimed. */
export type EscalationCounts = Readonly<Record<EscalationStatus, number>> & { readonly snoozed: number };

export interface EscalationStore {
  /** Stores a new escalation, or gives back the one this conversation and turn already opened. */
  open(draft: EscalationDraft): Promise<Escalation>;
  byId(id: string): Promise<Escalation | null>;
  byReference(reference: string): Promise<Escalation | null>;
  /** How many escalations this visitor opened since a time, for the rate limit. */
  countSince(visitorId: string, since: Date): Promise<number>;
  /** The escalations of one conversation, newest first. */
  ofConversation(conversation: ConversationKey): Promise<readonly Escalation[]>;
  /** One that joined another is not among them, unless words or the newest are asked for: the first one stands for it. */
  list(filter: EscalationFilter): Promise<readonly Escalation[]>;
  /** Those that joined one of these, oldest first. */
  joined(ids: readonly string[]): Promise<readonly Escalation[]>;
  /** Those that joined another are not counted. */
  counts(): Promise<EscalationCounts>;
  /** Milliseconds from a question to its first reply, of those replied to last: the latest first, at most `limit`. */
  waitingTimes(limit: number): Promise<readonly number[]>;
  /** Oldest first. */
  history(id: string): Promise<readonly EscalationEvent[]>;
  /**
   * Applies rules.applyCommand in one transaction: of two that are in each other's way, one wins and the other is refused.
   * What the visitor gets to hear of it (a reply, that staff are there, that the bot is back) is put into the outbox in the same
   * transaction. What staff do with a question they do with those that joined it.
   * @param version the version the caller saw; null takes whatever is there
   * @param turnId for a visitor's command, the turn it came with: the same turn twice has one effect
   */
  change(
    id: string,
    command: EscalationCommand,
    at: Date,
    version: number | null,
    turnId?: string,
  ): Promise<ChangeResult>;
}

/** What visitors thought of answers. */
export interface FeedbackStore {
  /** The latest word of a visitor about one answer counts. */
  record(feedback: {
    readonly conversation: ConversationKey;
    readonly answer: string;
    readonly entry: string;
    readonly helpful: boolean;
    readonly at: Date;
  }): Promise<void>;
}
