// Tells open pages that something changed (server-sent events). No data goes this way: pages fetch themselves again.
import type { Request, Response, Server } from 'restify';
import type { Door } from './door.ts';
import type { ConsoleOptions } from './options.ts';

/** Often enough for proxies that cut silent connections after 30 s, and for a page to notice that it was signed out. */
const heartbeatMs = 25_000;
/** Pages of one console that are open at once; more than that is not staff. */
const maxStreams = 500;

/** @returns a function that ends all streams */
export function mountLiveEvents(
  server: Server,
  door: Door,
  { changes, log }: Pick<ConsoleOptions, 'changes' | 'log'>,
): () => void {
  const streams = new Map<Response, Request>();

  async function tell(text: string): Promise<void> {
    for (const [res, req] of streams) {
      // Signed out, or idle for too long, meanwhile: the browser then tries again, is told 401 and stops.
      if (await door.watcher(req)) res.write(text);
      else res.end();
    }
  }
  const tellSafely = (text: string) => {
    tell(text).catch((error: unknown) => log.error({ err: error }, 'live console events failed'));
  };
  const unsubscribe = changes.subscribe(() => tellSafely('event: changed\ndata:\n\n'));
  const heartbeat = setInterval(() => tellSafely(': still here\n\n'), heartbeatMs);
  heartbeat.unref();

  server.get('/console/events', async (req: Request, res: Response) => {
    try {
      const session = await door.watcher(req);
      if (!session || streams.size >= maxStreams) {
        res.writeHead(session ? 503 : 401);
        res.end();
        return;
      }
      streams.set(res, req);
      res.on('close', () => streams.delete(res));
      res.setHeader('Content-Type', 'text/event-stream');
      // A proxy must not collect events before it hands them on.
      res.setHeader('X-Accel-Buffering', 'no');
      res.writeHead(200);
      res.write('retry: 3000\n\n');
    } catch (error) {
      log.error({ err: error }, 'live console events failed');
      res.writeHead(500);
      res.end();
    }
  });

  return () => {
    unsubscribe();
    clearInterval(heartbeat);
    for (const res of streams.keys()) res.end();
  };
}
