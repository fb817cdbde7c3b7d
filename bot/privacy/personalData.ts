// What is kept about visitors: found, handed out, erased, and forgotten when its time is over. The port to where it is kept.
import type { Retention } from './retention.ts';

/** Somebody who wrote to the bot, as their channel knows them. One person may be several of these. */
export interface VisitorKey {
  readonly channel: string;
  readonly visitorId: string;
}

/** How much is kept about a visitor. */
export interface Holdings {
  readonly conversations: number;
  readonly messages: number;
  readonly questions: number;
  readonly addresses: number;
}

export interface FoundVisitor extends VisitorKey {
  readonly holdings: Holdings;
  readonly firstSeen: Date | null;
  readonly lastSeen: Date | null;
}

/** How many rows a sweep has deleted or emptied, by rule. */
export type Swept = Readonly<Record<keyof Retention, number>>;

export interface PersonalData {
  /**
   * Visitors by what somebody knows of them: a reference, an e-mail address they left, the id of a conversation or of a visitor.
   * @param term compared as a whole, whatever its capitals
   */
  find(term: string): Promise<readonly FoundVisitor[]>;
  /** All that is kept about a visitor, and nothing about anybody else; staff are not named. */
  exportOf(visitor: VisitorKey): Promise<Readonly<Record<string, unknown>>>;
  /** Deletes all of it, so that not even the database's files have a byte of it. */
  erase(visitors: readonly VisitorKey[]): Promise<void>;
  /** Deletes what was kept long enough. */
  sweep(retention: Retention, now: Date): Promise<Swept>;
}
