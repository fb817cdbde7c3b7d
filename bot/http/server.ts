// The restify server with what holds for every route: headers, error shape, time limits, an orderly end. It knows no route.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { tryAgainSeconds, UnavailableError } from '../unavailable.ts';
import { answerBrokenRequests } from './brokenRequests.ts';
import { commonHeaders } from './headers.ts';
import { sendError } from './respond.ts';

/** Milliseconds a client has for what it sends (reliability S2). */
export interface TimeLimits {
  readonly headers: number;
  /** For headers and body together. */
  readonly request: number;
  /** How often Node looks whether somebody is too slow. */
  readonly look: number;
}
const timeLimits: TimeLimits = { headers: 10_000, request: 20_000, look: 1_000 };

/** Makes the server; routes are mounted on it, and it is started, by bot/app.ts. */
export function createServer(log: Logger, limits: TimeLimits = timeLimits): Server {
  const server = restify.createServer({
    name: 'iclei-question-bot',
    handleUncaughtExceptions: false,
    ignoreTrailingSlash: true,
  });
  // Options of http.createServer, which restify calls itself; Node reads them when it starts to listen.
  Object.assign(server.server, {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.look,
    // A request without a Host gets our answer instead of an empty one.
    requireHostHeader: false,
  });
  answerBrokenRequests(server.server);
  server.pre((req: Request, res: Response, next: (goOn?: false) => void) => {
    res.setHeader('X-Request-Id', randomUUID());
    for (const [name, value] of Object.entries(commonHeaders)) res.setHeader(name, value);
    res.removeHeader('Server');
    if (hasReadableAddress(req)) return next();
    sendError(res, 400, 'BadSyntax', 'The address of this request can not be read.');
    next(false);
  });
  // restify tells of every failed request here, also of those that no route fits.
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    // Before a route was found it is restify's own error. What a route throws is a fault of ours, whatever status it carries.
    const route = req.getRoute()?.path;
    const status = route === undefined ? statusOf(error) : error instanceof UnavailableError ? 503 : 500;
    if (status >= 500)
      log.error({ err: error, requestId: res.getHeader('X-Request-Id'), route }, 'request failed');
    if (!res.headersSent) answer(res, status);
    done();
  });
  return server;
}

/** Milliseconds a client has to finish its request, or to take its answer, when the service ends. */
const farewellMs = 2_000;

/** Takes no more connections and ends those there are, the last ones whether or not their clients are ready. */
export async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), farewellMs);
  await new Promise<void>((resolve) => {
    server.close(resolve);
    server.server.closeIdleConnections();
  });
  clearTimeout(timer);
}

/**
 * restify puts Host and target together when it looks for a route, outside any try: what is no address would end the process.
 * A request of HTTP/1.1 must have a Host; older ones, which some health checks send, need none.
 */
function hasReadableAddress(req: Request): boolean {
  if (req.headers.host === undefined && req.httpVersion === '1.1') return false;
  try {
    req.getUrl();
    return true;
  } catch {
    return false;
  }
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

function answer(res: Response, status: number): void {
  if (status === 404) sendError(res, 404, 'NotFound', 'There is nothing at this address.');
  else if (status === 405) sendError(res, 405, 'MethodNotAllowed', 'This address does not take that method.');
  else if (status < 500) sendError(res, 400, 'BadArgument', 'This request can not be understood.');
  else if (status === 503) {
    res.setHeader('Retry-After', tryAgainSeconds.toString());
    sendError(res, 503, 'ServiceUnavailable', 'Nothing can be stored just now. Please try again.');
  } else sendError(res, 500, 'ServiceError', 'Something went wrong here. Please try again.');
}
