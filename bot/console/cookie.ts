// The one cookie of the console. Strict: no other site's link or form carries it.
import type { IncomingMessage } from 'node:http';

/** On https the name's prefix makes the browser insist on Secure, Path=/ and no Domain; on loopback there is no TLS. */
const cookieName = (secure: boolean) => (secure ? '__Host-sid' : 'sid');

export function sessionCookie(id: string, secure: boolean): string {
  return `${cookieName(secure)}=${id}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

export function endedCookie(secure: boolean): string {
  return `${sessionCookie('', secure)}; Max-Age=0`;
}

/** @returns the session id that came with a request, or null; nothing else than our own ids is let through */
export function readSessionCookie(request: IncomingMessage, secure: boolean): string | null {
  const prefix = `${cookieName(secure)}=`;
  const pair = (request.headers.cookie ?? '').split(/;\s*/u).find((part) => part.startsWith(prefix));
  const id = pair?.slice(prefix.length);
  return id && /^[\w-]{43}$/u.test(id) ? id : null;
}
