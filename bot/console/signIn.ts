// Signing in, by a one-time link or by a provider's word, and how long that lasts (reliability S11).
import { hashOf, newSecret } from '../secrets.ts';
import { linkIssuer, type People } from './people.ts';
import { type Role, roles } from './roles.ts';
import type { StaffSession, StaffSessions } from './staffSessions.ts';

const minute = 60_000;
export const linkLifetime = 60 * minute;
export const idleLimit = 30 * minute;
export const absoluteLimit = 12 * 60 * minute;
/** A use is written down at most this often: the idle time is exact to a minute, and reading a page is seldom a write. */
const renewalStep = minute;

/** What came of a try with a link. */
export type LinkResult =
  | { readonly kind: 'signedIn'; readonly id: string; readonly roles: readonly Role[] }
  /** Unknown, old or used. */
  | { readonly kind: 'badLink' }
  /** The link still works. */
  | { readonly kind: 'nameTaken' }
  | { readonly kind: 'deactivated' };

export interface SignIn {
  /** Makes a link's token; only its hash is kept. */
  newToken(): Promise<string>;
  tokenIsGood(token: string): Promise<boolean>;
  /** Uses up a link. Somebody known by the name is that person again; anybody else is new. */
  byLink(token: string, name: string): Promise<LinkResult>;
  /** A new session for somebody. @returns its id, for the cookie */
  start(personId: string): Promise<string>;
  /**
   * The session of a cookie, if it is not over; or that its person was deactivated.
   * @param use whether this counts as being there; a page that refreshes itself does not
   */
  session(id: string, use: boolean): Promise<StaffSession | 'deactivated' | null>;
  signOut(id: string): Promise<void>;
}

export function createSignIn(sessions: StaffSessions, people: People, now: () => Date): SignIn {
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);

  const sweep = () =>
    sessions.sweep({
      linkMade: ago(linkLifetime),
      sessionMade: ago(absoluteLimit),
      sessionSeen: ago(idleLimit),
    });

  async function start(personId: string): Promise<string> {
    await sweep();
    const id = newSecret();
    await sessions.start({
      idHash: hashOf(id),
      personId,
      csrf: newSecret(),
      createdAt: now(),
      seenAt: now(),
    });
    return id;
  }

  const tokenIsGood = (token: string) => sessions.linkIsGood(hashOf(token), ago(linkLifetime));

  return {
    async newToken() {
      await sweep();
      const token = newSecret();
      await sessions.addLink(hashOf(token), now());
      return token;
    },
    tokenIsGood,
    async byLink(token, name) {
      // Only who holds a good link learns who has which name.
      if (!(await tokenIsGood(token))) return { kind: 'badLink' };
      const known = await people.byName(name);
      if (known && known.issuer !== linkIssuer) return { kind: 'nameTaken' };
      if (known && !known.active) return { kind: 'deactivated' };
      if (!(await sessions.useLink(hashOf(token), now(), ago(linkLifetime)))) return { kind: 'badLink' };
      // Who reads the terminal runs the service.
      const person = known ?? (await people.addByLink(name, roles, now()));
      return person
        ? { kind: 'signedIn', id: await start(person.id), roles: person.roles }
        : { kind: 'nameTaken' };
    },
    start,
    async session(id, use) {
      const found = await sessions.find(hashOf(id));
      if (!found) return null;
      const { session } = found;
      if (session.seenAt <= ago(idleLimit) || session.createdAt <= ago(absoluteLimit)) return null;
      if (!found.active) return 'deactivated';
      if (found.ended) return null;
      if (use && session.seenAt <= ago(renewalStep)) await sessions.renew(session.idHash, now());
      return session;
    },
    signOut: (id) => sessions.end(hashOf(id)),
  };
}
