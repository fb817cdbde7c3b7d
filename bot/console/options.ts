// What the console needs from the world around it.
import type { Logger } from 'pino';
import type { ConversationKey, DeskPlan, EscalationStore } from '../../dialogs/index.ts';
import type { Fault } from '../../knowledge/index.ts';
import type { ClientAddress } from '../http/clientAddress.ts';
import type { Deliveries, Reach } from './deliveries/deliveries.ts';
import type { InsightOptions } from './insight/source.ts';
import type { PrivacyOptions } from './privacy/routes.ts';
import type { SavedViews } from './queue/savedViews.ts';
import type { StaffSessions } from './staffSessions.ts';
import type { TeachOptions } from './teach/options.ts';
import type { TextModules } from './textModules/textModules.ts';

/** One thing said in a conversation, oldest first in a transcript. */
export interface TranscriptLine {
  readonly at: Date;
  readonly from: 'visitor' | 'bot' | 'staff';
  /** The member of staff, or a name the visitor's channel told; null when there is none. */
  readonly name: string | null;
  /** A visitor's text is plain; the bot's and staff's is Markdown of the allow-list. */
  readonly text: string;
}

export interface ConsoleOptions {
  readonly escalations: EscalationStore;
  readonly transcript: (conversation: ConversationKey) => Promise<readonly TranscriptLine[]>;
  /** The desk's queues, hours and times. */
  readonly plan: DeskPlan;
  /** Names of those who can be given a question or mentioned in a note. */
  readonly people: () => Promise<readonly string[]>;
  readonly deliveries: Deliveries;
  readonly reach: Reach;
  readonly sessions: StaffSessions;
  /** Tells when any escalation changed; pages that are open then renew themselves. */
  readonly changes: { subscribe(listener: () => void): () => void };
  readonly savedViews: SavedViews;
  readonly textModules: TextModules;
  readonly privacy: PrivacyOptions;
  /** What keeps the knowledge on disk from being live; empty when all is well. */
  readonly knowledgeFaults: () => readonly Fault[];
  /** The figures of what was asked. */
  readonly insight: InsightOptions;
  /** What staff teach the bot. */
  readonly teach: TeachOptions;
  readonly now: () => Date;
  /** "http://127.0.0.1:3978" or "https://bot.example.org": decides the cookie's kind and whose forms are accepted. */
  readonly publicUrl: () => string;
  /** Whom a try to sign in counts for. */
  readonly clientAddress: ClientAddress;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /**
   * Called with a fresh link for the next person, after somebody signed in or when the last one has expired. It is a secret: show
   * it to the operator only.
   */
  readonly showSignInLink?: (link: string) => void;
}

export interface Console {
  /** A one-time link for one sign-in, good for 60 minutes. */
  newSignInLink(): Promise<string>;
  /** Ends the live connections of open pages, so that the server can stop, and shows no more links. */
  close(): void;
}
