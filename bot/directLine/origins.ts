// Which web pages may talk to us: our own, and those named in WEB_CHAT_ORIGINS.
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../loopback.ts';

export interface Origins {
  /** May this request be served? No Origin header means: not sent by a web page of another site. */
  allows(request: IncomingMessage): boolean;
  /**
   * Does this request come from the page that something was given to?
   * @param given the page's origin; null where no page asked for it: a server did, and may have handed it to any page of ours
   */
  comesFrom(request: IncomingMessage, given: string | null): boolean;
  /** The address the client itself used to reach us: "http://127.0.0.1:3978". */
  own(request: IncomingMessage): string;
}

/**
 * @param publicUrl our origin as the world sees it, or null for whatever loopback address the client used
 * @param others further origins
 */
export function createOrigins(publicUrl: string | null, others: readonly string[]): Origins {
  const own = (request: IncomingMessage) => {
    if (publicUrl !== null) return publicUrl;
    const host = `http://${request.headers.host ?? ''}`;
    // Without a public address only loopback names count: a foreign name that resolves to this machine is an attack.
    return URL.canParse(host) && isLoopback(new URL(host).hostname)
      ? new URL(host).origin
      : 'http://127.0.0.1';
  };
  return {
    own,
    comesFrom: (request, given) => {
      if (given === null) return true;
      const { origin, host } = request.headers;
      if (origin !== undefined) return origin === given;
      // Browsers leave it out where a page reads from its own address, and only there.
      return given === own(request) || new URL(given).host === host;
    },
    allows: (request) => {
      const origin = request.headers.origin;
      return origin === undefined || origin === own(request) || others.includes(origin);
    },
  };
}
