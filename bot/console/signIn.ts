// Signing in with a one-time link, and how long that lasts (reliability S11).
import { hashOf, newSecret } from '../secrets.ts';
import { roles } from './roles.ts';
import type { StaffSession, StaffSessions } from './staffSessions.ts';

const minute = 60_000;
export const linkLifetime = 60 * minute;
export const idleLimit = 30 * minute;
export const absoluteLimit = 12 * 60 * minute;
/** A use is written down at most this often: the idle time is exact to a minute, and reading a page is seldom a write. */
const renewalStep = minute;

export interface SignIn {
  /** Makes a link's token; only its hash is kept. */
  newToken(): Promise<string>;
  tokenIsGood(token: string): Promise<boolean>;
  /** @returns the new session's id for the cookie, or null when the token is unknown, old or used */
  signIn(token: string, name: string): Promise<string | null>;
  /**
   * The session of a cookie, if it is not over.
   * @param use whether this counts as being there; a page that refreshes itself does not
   */
  session(id: string, use: boolean): Promise<StaffSession | null>;
  signOut(id: string): Promise<void>;
}

export function createSignIn(sessions: StaffSessions, now: () => Date): SignIn {
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);
  return {
    async newToken() {
      await sessions.sweep({
        linkMade: ago(linkLifetime),
        sessionMade: ago(absoluteLimit),
        sessionSeen: ago(idleLimit),
      });
      const token = newSecret();
      await sessions.addLink(hashOf(token), now());
      return token;
    },
    tokenIsGood: (token) => sessions.linkIsGood(hashOf(token), ago(linkLifetime)),
    async signIn(token, name) {
      if (!(await sessions.useLink(hashOf(token), now(), ago(linkLifetime)))) return null;
      const id = newSecret();
      await sessions.start({
        idHash: hashOf(id),
        name,
        // Who reads the terminal runs the service.
        roles,
        csrf: newSecret(),
        createdAt: now(),
        seenAt: now(),
      });
      return id;
    },
    async session(id, use) {
      const session = await sessions.find(hashOf(id));
      if (!session || session.seenAt <= ago(idleLimit) || session.createdAt <= ago(absoluteLimit)) {
        return null;
      }
      if (use && session.seenAt <= ago(renewalStep)) await sessions.renew(session.idHash, now());
      return session;
    },
    signOut: (id) => sessions.end(hashOf(id)),
  };
}
