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
  server.on('NotFound', (_req: Request, res: Response, _error: Error, done: () => void) => {
    sendError(res, 404, 'NotFound', 'There is nothing at this address.');
    done();
  });
  server.on('MethodNotAllowed', (_req: Request, res: Response, _error: Error, done: () => void) => {
    sendError(res, 405, 'MethodNotAllowed', 'This address does not take that method.');
    done();
  });
  server.on('restifyError', (req: Request, res: Response, error: Error, done: () => void) => {
    log.error(
      { err: error, requestId: res.getHeader('X-Request-Id'), route: req.getRoute()?.path },
      'request failed',
    );
    if (!res.headersSent) sendError(res, 500, 'ServiceError', 'Something went wrong here. Please try again.');
    done();
  });
  return server;
}
