// What is on its way to visitors: where it waits, and the ports through which it goes out.
import type { DeliveryKind, Escalation, StaffReply } from '../dialogs/index.ts';

/** Into the conversation where the question was asked, or to the address the visitor left. */
export type DeliveryRoute = 'chat' | 'mail';

export interface Delivery {
  readonly id: string;
  readonly escalationId: string;
  readonly kind: DeliveryKind;
  readonly route: DeliveryRoute;
  /** Who caused it and when; of a notice the text is empty. */
  readonly reply: StaffReply;
  /** How often it was tried before. */
  readonly attempts: number;
  /** How many of these may have arrived, for all we know. */
  readonly unsure: number;
  /** Since when it is tried: when it was written, or when staff had it sent again. */
  readonly since: Date;
  /** Counts who took it: whoever took it before can settle it no more. */
  readonly fence: number;
}

export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** Nobody can tell whether the visitor got it: staff decide, it is not sent again by itself. */
  | { readonly kind: 'uncertain'; readonly note: string }
  | { readonly kind: 'failed'; readonly note: string }
  /** There is no need for it any more. */
  | { readonly kind: 'dropped'; readonly note: string }
  | {
      readonly kind: 'later';
      readonly note: string;
      readonly dueAt: Date;
      /** It may have arrived all the same. */
      readonly unsure?: boolean;
    };

/** The right to send a delivery, and to say what became of it, until the lease is over. */
export interface Claim {
  readonly delivery: Delivery;
  /** Greater than that of everybody who took it before. */
  readonly fence: number;
  readonly until: Date;
}

export interface Outbox {
  /**
   * All that waits and may be tried now, in the order it was written; of one question's replies the first only. People write these:
   * there are never many.
   */
  due(now: Date): Promise<readonly Delivery[]>;
  /** What somebody took and had not settled when the lease was over: the service ended, or stood still. */
  expired(now: Date): Promise<readonly Delivery[]>;
  /**
   * Takes a delivery as it was listed, before it is sent: whatever happens then, it does not simply wait again.
   * @param leaseMs milliseconds for which nobody else takes it
   * @returns null when somebody else has it, or had it since it was listed
   */
  claim(delivery: Delivery, now: Date, leaseMs: number): Promise<Claim | null>;
  /**
   * Writes down what became of it.
   * @param mailAt when the reply goes on by mail: after it was shown in the chat, or because it could not be
   * @returns false when the claim is not the latest any more: then nothing is written
   */
  settle(claim: Claim, outcome: DeliveryOutcome, at: Date, mailAt?: Date | null): Promise<boolean>;
}

/** Why a message did not go out, as far as the channel tells. */
export type SendFailure = 'tryLater' | 'refused' | 'uncertain' | 'notNeeded';

export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: SendFailure;
      readonly note: string;
      /** Milliseconds the channel wants to be left alone. */
      readonly waitMs?: number;
    };

export interface Route {
  /** Deliveries of one lane go one after the other; a lane never waits for another. */
  readonly lane: string;
  /** Whether a delivery that is sent twice is shown once. */
  readonly repeatable: boolean;
}

export interface VisitorMessenger {
  /** @throws when the stored reference can't be read */
  route(escalation: Escalation, delivery: Delivery): Route;
  /**
   * Sends a reply or a notice to the visitor.
   * @param signal when it is over with waiting; a messenger that can tell what was sent by then does
   */
  send(escalation: Escalation, delivery: Delivery, signal: AbortSignal): Promise<Sent>;
  /** When a reply goes to the visitor's address as well, or instead, after what became of it in the chat; null if it does not. */
  mailAt(escalation: Escalation, delivery: Delivery, outcome: DeliveryOutcome, now: Date): Date | null;
}
