// The page somebody was about to see when they had to sign in: they get it afterwards.
import type { IncomingMessage } from 'node:http';
import { endedPassingCookie, readCookie } from './cookie.ts';
import { belongsTo, type Role } from './roles.ts';
import { parts } from './views/parts.ts';

/** Pages of the console, written so that neither another host nor a second header can hide in it. */
const ownPage = /^\/console(?:\/[\w-]+)*(?:\?[\w=&-]*)?$/u;
const longest = 300;

/** @returns the path of a request, if it is worth coming back to */
export function wantedPath(request: IncomingMessage): string | null {
  const path = request.url ?? '';
  // The console's own page is where everybody lands anyway.
  return path !== '/console' && path.length <= longest && ownPage.test(path) ? path : null;
}

/**
 * Where to go after signing in, and the cookies that forget it.
 * @param roles of who signed in: without a wanted page they get the first part of the console that is theirs
 */
export function afterSignIn(
  request: IncomingMessage,
  secure: boolean,
  roles: readonly Role[],
): { readonly path: string; readonly cookies: readonly string[] } {
  const path = readCookie(request, 'wanted', secure, ownPage);
  return path === null || path.length > longest
    ? { path: parts.find(({ role }) => belongsTo(roles, role))?.path ?? '/console', cookies: [] }
    : { path, cookies: [endedPassingCookie('wanted', secure)] };
}
