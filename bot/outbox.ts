// Staff replies on their way to visitors: where they wait, and the ports through which they go out.
import type { Escalation, Reply, StaffReply, TalkNotice } from '../dialogs/index.ts';

export interface Delivery {
  readonly id: string;
  readonly escalationId: string;
  readonly reply: StaffReply;
  /** How often it was tried before. */
  readonly attempts: number;
  /** Not the reply is to be said, but this, by the bot; `reply.by` is whom it is about. */
  readonly notice: TalkNotice | null;
}

export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** Nobody can tell whether the visitor got it: staff decide, it is not sent again by itself. */
  | { readonly kind: 'uncertain'; readonly note: string }
  | { readonly kind: 'failed'; readonly note: string }
  | { readonly kind: 'later'; readonly note: string; readonly dueAt: Date };

export interface Outbox {
  /** All that waits and may be tried now, the longest waiting first. People write these: there are never many. */
  due(now: Date): Promise<readonly Delivery[]>;
  /**
   * Notes that a delivery is being sent, before it is: whatever happens then, it does not simply wait again.
   * @returns false when it is not due any more
   */
  claim(id: string, now: Date): Promise<boolean>;
  /** What was being sent when the service ended. */
  interrupted(): Promise<readonly Delivery[]>;
  settle(id: string, outcome: DeliveryOutcome, at: Date): Promise<void>;
}

/** Why a message did not go out, as far as the channel tells. */
export type SendFailure = 'tryLater' | 'refused' | 'uncertain';

export type Sent =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: SendFailure; readonly note: string };

export interface Route {
  /** Deliveries of one lane go one after the other; a lane never waits for another. */
  readonly lane: string;
  /** Whether a delivery that is sent twice is shown once. */
  readonly repeatable: boolean;
}

export interface VisitorMessenger {
  /** @throws when the stored reference can't be read */
  route(escalation: Escalation): Route;
  /**
   * Sends a reply into the visitor's conversation.
   * @param deliveryId the same id is shown at most once where the channel is ours
   */
  send(escalation: Escalation, reply: Reply, deliveryId: string): Promise<Sent>;
}
