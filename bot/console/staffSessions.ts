// Who is signed in to the console, and which sign-in links are still good: the port to where that is kept.
// It is handed hashes only, so that no implementation can store a secret.
import type { Language } from '../../knowledge/index.ts';
import type { Role } from './roles.ts';

export interface NewSession {
  /** SHA-256 of the id in the cookie. */
  readonly idHash: string;
  readonly personId: string;
  /** Stands in every form of this session; worth nothing without the cookie. */
  readonly csrf: string;
  readonly createdAt: Date;
  /** Last used; a session not used for a while is over. */
  readonly seenAt: Date;
}

/** A session with what its person is and may do now. */
export interface StaffSession extends NewSession {
  /** What visitors see above replies. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The console's language for this person; null: the browser's. */
  readonly language: Language | null;
  /** Where the person comes from: a provider's issuer, or 'link'. */
  readonly issuer: string;
}

export interface FoundSession {
  readonly session: StaffSession;
  /** Its person was deactivated; meanwhile perhaps activated again, which brings no session back. */
  readonly ended: boolean;
  readonly active: boolean;
}

export interface StaffSessions {
  addLink(tokenHash: string, at: Date): Promise<void>;
  /** Whether the link exists, was made after a time and was not used. Changes nothing. */
  linkIsGood(tokenHash: string, madeAfter: Date): Promise<boolean>;
  /** Uses up a good link. Of several that try at once, one gets true. */
  useLink(tokenHash: string, at: Date, madeAfter: Date): Promise<boolean>;
  start(session: NewSession): Promise<void>;
  find(idHash: string): Promise<FoundSession | null>;
  /** The session, and its person, were here. */
  renew(idHash: string, seenAt: Date): Promise<void>;
  end(idHash: string): Promise<void>;
  /** Removes links and sessions that are over: made, or last used, before these times. */
  sweep(before: {
    readonly linkMade: Date;
    readonly sessionMade: Date;
    readonly sessionSeen: Date;
  }): Promise<void>;
}
