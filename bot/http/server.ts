// The restify server with what holds for every route: headers, error shape, time limits. It knows no route.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { sendError } from './respond.ts';

/** Makes the server; routes are mounted on it, and it is started, by bot/app.ts. */
export function createServer(log: Logger): Server {
  const server = restify.createServer({
    name: 'iclei-question-bot',
    handleUncaughtExceptions: false,
    ignoreTrailingSlash: true,
  });
  // Slow clients: 10 s for the headers, 20 s for the whole request (reliability S2).
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 20_000;
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.setHeader('X-Request-Id', randomUUID());
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    res.removeHeader('Server');
    next();
  });
  // restify tells of every failed request here, also of those that no route fits.
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    if (status >= 500)
      log.error(
        { err: error, requestId: res.getHeader('X-Request-Id'), route: req.getRoute()?.path },
        'request failed',
      );
    if (!res.headersSent) answer(res, status);
    done();
  });
  return server;
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
  else sendError(res, 500, 'ServiceError', 'Something went wrong here. Please try again.');
}
