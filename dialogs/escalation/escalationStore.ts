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

export interface EscalationStore {
  /** Stores a new escalation, or gives back the one this conversation and turn already opened. */
  open(draft: EscalationDraft): Promise<Escalation>;
  byId(id: string): Promise<Escalation | null>;
  byReference(reference: string): Promise<Escalation | null>;
  /** How many escalations this visitor opened since a time, for the rate limit. */
  countSince(visitorId: string, since: Date): Promise<number>;
  /** The escalations of one conversation, newest first. */
  ofConversation(conversation: ConversationKey): Promise<readonly Escalation[]>;
  /** The queue: the given states, oldest first, at most `limit`. One that joined another is not in it, nor counted. */
  list(filter: {
    readonly statuses: readonly EscalationStatus[];
    readonly limit: number;
  }): Promise<readonly Escalation[]>;
  /** Those that joined one of these, oldest first. */
  joined(ids: readonly string[]): Promise<readonly Escalation[]>;
  counts(): Promise<Readonly<Record<EscalationStatus, number>>>;
  /** Milliseconds from a question to its first reply, of those replied to last: the latest first, at most `limit`. */
  waitingTimes(limit: number): Promise<readonly number[]>;
  /** Oldest first. */
  history(id: string): Promise<readonly EscalationEvent[]>;
  /**
   * Applies rules.applyCommand in one transaction: of two that are in each other's way, one wins and the other is refused.
   * A reply is put into the outbox in the same transaction. What staff do with a question they do with those that joined it.
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
