// What the console needs from the world around it.
import type { Logger } from 'pino';
import type { ConversationKey, DeskPlan, EscalationStore } from '../../dialogs/index.ts';
import type { Fault, Language } from '../../knowledge/index.ts';
import type { ClientAddress } from '../http/clientAddress.ts';
import type { Deliveries, Reach } from './deliveries/deliveries.ts';
import type { InsightOptions } from './insight/source.ts';
import type { ClaimRules } from './oidc/identity.ts';
import type { Provider } from './oidc/provider.ts';
import { linkIssuer, type People } from './people.ts';
import type { PrivacyOptions } from './privacy/routes.ts';
import type { SavedViews } from './queue/savedViews.ts';
import type { OverviewRow } from './settings/overview.ts';
import type { StaffSessions } from './staffSessions.ts';
import type { TeachOptions } from './teach/options.ts';
import type { TextModules } from './textModules/textModules.ts';
import type { SignInWays } from './views/signIn.ts';

/** One thing said in a conversation, oldest first in a transcript. */
export interface TranscriptLine {
  readonly at: Date;
  readonly from: 'visitor' | 'bot' | 'staff';
  /** The member of staff, or a name the visitor's channel told; null when there is none. */
  readonly name: string | null;
  /** A visitor's text is plain; the bot's and staff's is Markdown of the allow-list. */
  readonly text: string;
}

/** An OpenID provider, and what its word means here. */
export interface Organisation {
  readonly provider: Provider;
  readonly claimRules: ClaimRules;
}

export interface ConsoleOptions {
  readonly escalations: EscalationStore;
  readonly transcript: (conversation: ConversationKey) => Promise<readonly TranscriptLine[]>;
  /** The desk's queues, hours and times. */
  readonly plan: DeskPlan;
  /** Names of those who can be given a question or mentioned in a note. */
  readonly staffNames: () => Promise<readonly string[]>;
  readonly deliveries: Deliveries;
  readonly reach: Reach;
  /** Milliseconds for which a reply can be taken back before it goes out. */
  readonly undoMs: number;
  readonly sessions: StaffSessions;
  readonly people: People;
  /** The organisation's way to sign in; null: there is none. */
  readonly organisation: Organisation | null;
  /** Whether one-time links sign in. */
  readonly signInLinks: boolean;
  /** What is configured, in words of the reader's language and without secrets: for administrators to see. */
  readonly settingsOverview: (language: Language) => readonly OverviewRow[];
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

type Ways = Pick<ConsoleOptions, 'organisation' | 'signInLinks'>;

export function waysOf({ organisation, signInLinks }: Ways): SignInWays {
  return { organisation: organisation !== null, links: signInLinks };
}

/** The issuers whose people can sign in as things are configured. */
export function issuersOf({ organisation, signInLinks }: Ways): readonly string[] {
  return [...(organisation ? [organisation.claimRules.issuer] : []), ...(signInLinks ? [linkIssuer] : [])];
}
