// What staff must know and may decide about replies on their way to visitors.
import type { Escalation, StaffReply } from '../../../dialogs/index.ts';

/** A reply that is not known to have arrived, and is not tried again by itself. */
export interface UnsettledDelivery {
  readonly id: string;
  /** uncertain: the visitor may have it. failed: they have not. */
  readonly status: 'uncertain' | 'failed';
  readonly route: 'chat' | 'mail';
  readonly reply: StaffReply;
  /** Why, in the service's own words (English). */
  readonly note: string | null;
}

/** A question with replies of that kind. */
export interface QuestionToLookAt {
  readonly escalationId: string;
  readonly reference: string;
  readonly replies: number;
}

export interface Deliveries {
  /** Of one question, the oldest first. */
  unsettled(escalationId: string): Promise<readonly UnsettledDelivery[]>;
  /** All questions with such replies. */
  toLookAt(): Promise<readonly QuestionToLookAt[]>;
  /** @returns false when it is settled already: nothing is changed then */
  resend(escalationId: string, id: string, staff: string, at: Date): Promise<boolean>;
  /** Staff know that it arrived. @returns as resend */
  markDelivered(escalationId: string, id: string, staff: string, at: Date): Promise<boolean>;
}

/** What is known of how replies reach a visitor. */
export interface Reach {
  /** Whether replies go to the addresses that visitors left, too. */
  readonly byMail: boolean;
  /** When a visitor of our own web chat had it open last; null if never, or not known. */
  lastSeen(escalation: Escalation): Promise<Date | null>;
}
