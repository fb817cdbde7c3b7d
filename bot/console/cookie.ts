// The cookies of the console.
import type { IncomingMessage } from 'node:http';

/** On https the name's prefix makes the browser insist on Secure, Path=/ and no Domain; on loopback there is no TLS. */
const cookieName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

export interface CookieKind {
  /** Whether the console is reached by https. */
  readonly secure: boolean;
  /** Strict: no other site's link or form carries it. Lax: who comes back from a provider is known at once. */
  readonly sameSite: 'Strict' | 'Lax';
}

export function sessionCookie(id: string, { secure, sameSite }: CookieKind): string {
  return `${cookieName('sid', secure)}=${id}; Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
}

export function endedCookie(kind: CookieKind): string {
  return `${sessionCookie('', kind)}; Max-Age=0`;
}

/** @returns the session id that came with a request, or null; nothing else than our own ids is let through */
export function readSessionCookie(request: IncomingMessage, secure: boolean): string | null {
  return readCookie(request, 'sid', secure, /^[\w-]{43}$/u);
}

/** For what is needed between two pages only, one of them a provider's: Lax, for minutes. */
export function passingCookie(name: string, value: string, secure: boolean): string {
  return `${cookieName(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${passingSeconds}${secure ? '; Secure' : ''}`;
}

/** Long enough to type a password and to find one's telephone for the second factor. */
const passingSeconds = 600;

export function endedPassingCookie(name: string, secure: boolean): string {
  return passingCookie(name, '', secure).replace(`Max-Age=${passingSeconds}`, 'Max-Age=0');
}

/** @param pattern what a value of ours looks like; nothing else is let through */
export function readCookie(
  request: IncomingMessage,
  name: string,
  secure: boolean,
  pattern: RegExp,
): string | null {
  const prefix = `${cookieName(name, secure)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/u).find((part) => part.startsWith(prefix));
  const value = pair?.slice(prefix.length);
  return value && pattern.test(value) ? value : null;
}
