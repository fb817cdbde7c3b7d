// Who is signed in to the console, and which sign-in links are still good: the port to where that is kept.
// It is handed hashes only, so that no implementation can store a secret.

import type { Role } from './roles.ts';

export interface StaffSession {
  /** SHA-256 of the id in the cookie. */
  readonly idHash: string;
  /** What staff called themselves: visitors see it above replies. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Stands in every form of this session; worth nothing without the cookie. */
  readonly csrf: string;
  readonly createdAt: Date;
  /** Last used; a session not used for a while is over. */
  readonly seenAt: Date;
}

export interface StaffSessions {
  addLink(tokenHash: string, at: Date): Promise<void>;
  /** Whether the link exists, was made after a time and was not used. Changes nothing. */
  linkIsGood(tokenHash: string, madeAfter: Date): Promise<boolean>;
  /** Uses up a good link. Of several that try at once, one gets true. */
  useLink(tokenHash: string, at: Date, madeAfter: Date): Promise<boolean>;
  start(session: StaffSession): Promise<void>;
  find(idHash: string): Promise<StaffSession | null>;
  renew(idHash: string, seenAt: Date): Promise<void>;
  end(idHash: string): Promise<void>;
  /** Removes links and sessions that are over: made, or last used, before these times. */
  sweep(before: {
    readonly linkMade: Date;
    readonly sessionMade: Date;
    readonly sessionSeen: Date;
  }): Promise<void>;
}
