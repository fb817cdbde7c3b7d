// Was a form sent from our own page? First half of the protection against forged requests; the token in the form is the other.
import type { IncomingMessage } from 'node:http';

/**
 * Browsers say "Origin: null" for our own forms, because our pages send no referrer; then Sec-Fetch-Site, which no page
 * can forge, decides. A client that sends neither is not a browser and has no business with these forms.
 * @param ownOrigin "https://bot.example.org"
 */
export function isSameOrigin(request: IncomingMessage, ownOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === ownOrigin) return true;
  return site === 'same-origin' && (origin === undefined || origin === 'null');
}
