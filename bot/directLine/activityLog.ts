// The port behind the Direct Line endpoint: what must be on disk. A promise that resolves means: it is.
import type { DirectLineActivity } from './directLineActivity.ts';

export interface WebConversation {
  readonly id: string;
  readonly visitorId: string;
  /** Origin of the page the first token was given to; null outside a browser. */
  readonly origin: string | null;
  readonly locale: string | null;
  readonly createdAt: Date;
}

export interface NewActivity {
  /** Given where the same activity may be written twice (a reply, a delivery); null lets the log number it. */
  readonly id: string | null;
  /** The client's own id of a visitor's message. */
  readonly clientId: string | null;
  readonly sender: 'visitor' | 'bot' | 'staff';
  readonly body: DirectLineActivity;
  readonly at: Date;
  /** Does the bot have to react to it? */
  readonly pending: boolean;
}

export interface LoggedActivity {
  /** 1, 2, 3 ... within the conversation. */
  readonly seq: number;
  readonly id: string;
  readonly sender: 'visitor' | 'bot' | 'staff';
  readonly at: Date;
  readonly body: DirectLineActivity;
  /** The seq of the message whose turn answers this one too; null while that is not settled. */
  readonly turn: number | null;
}

export interface ActivityLog {
  create(conversation: WebConversation): Promise<void>;
  conversation(id: string): Promise<WebConversation | null>;
  /** Marks the conversation as started, and keeps the locale it was started with; only the first call counts. */
  start(id: string, locale: string | null, at: Date): Promise<void>;
  /**
   * The visitors of these conversations have the chat open.
   * @param notSince nothing is written where that was known after this time
   */
  seen(ids: readonly string[], at: Date, notSince?: Date): Promise<void>;
  /** When the visitor was last known to have the chat open. */
  lastSeen(id: string): Promise<Date | null>;
  /** How much bot and staff have said. */
  countReplies(id: string): Promise<number>;
  /** Appends, or finds the activity that was already appended with the same id or client id (`fresh` is false then). */
  append(conversationId: string, activity: NewActivity): Promise<{ seq: number; id: string; fresh: boolean }>;
  /** What came after a watermark, oldest first. */
  since(conversationId: string, watermark: number, limit: number): Promise<readonly LoggedActivity[]>;
  /** The newest activity's seq; 0 while there is none. */
  lastSeq(conversationId: string): Promise<number>;
  /** The newest, oldest first. */
  latest(conversationId: string, limit: number): Promise<readonly LoggedActivity[]>;
  /** Conversations with activities the bot has not reacted to, after a restart. */
  pendingConversations(): Promise<readonly string[]>;
  /** Oldest first. */
  pending(conversationId: string): Promise<readonly LoggedActivity[]>;
  /** Settles which messages are answered together: by the turn of the first. */
  settleTurn(conversationId: string, seqs: readonly number[]): Promise<void>;
  /** The turn of this message has ended: it and all that belongs to it wait no more. */
  handled(conversationId: string, first: number): Promise<void>;
}
