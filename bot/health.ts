// /healthz: the process lives. /readyz: it can answer, and what of it works. Both reveal no data of anybody.
import type { Request, Response, Server } from 'restify';
import type { Fault, Standing } from '../knowledge/index.ts';
import { sendJson } from './http/respond.ts';

export interface HealthOptions {
  /** Since when the delivery that has waited longest could have been tried, from the database; null when nothing is due. */
  readonly oldestDue: () => Promise<Date | null>;
  /** What keeps the knowledge that was saved from being live. */
  readonly knowledgeFaults: () => readonly Fault[];
  /** How what staff taught stands to the files. */
  readonly standings: () => readonly Standing[];
  readonly now: () => Date;
}

/**
 * Milliseconds a delivery may be due without having been tried. The outbox looks every few seconds, and a channel that does not
 * answer holds it up for ten: this is well beyond both.
 */
const stuckAfterMs = 120_000;

/** Mounts both routes. Visitors are answered as long as the database works; the other parts are for whoever watches. */
export function mountHealth(server: Server, options: HealthOptions): void {
  server.get('/healthz', async (_req: Request, res: Response) => sendJson(res, 200, { status: 'alive' }));

  server.get('/readyz', async (_req: Request, res: Response) => {
    const due = await options.oldestDue().then(
      (since) => ({ since }),
      () => null,
    );
    const faults = options.knowledgeFaults();
    const teachings = options.standings();
    const leftOut = teachings.filter(({ kind }) => kind === 'leftOut');
    const notInFiles = teachings.filter(({ kind }) => kind !== 'contained').length;
    const waitedMs = due?.since ? options.now().getTime() - due.since.getTime() : 0;
    sendJson(res, due ? 200 : 503, {
      status: due ? 'ready' : 'not ready',
      parts: {
        database: due !== null,
        knowledge: faults.length === 0 && leftOut.length === 0,
        outbox: due !== null && waitedMs <= stuckAfterMs,
      },
      knowledgeFaults: [
        ...faults.map(({ path, line, column }) => `${path}:${line}:${column}`),
        ...leftOut.map(({ id }) => `teaching ${id}`),
      ],
      // What the service knows beyond its files, until somebody exports and commits it.
      ...(notInFiles > 0 && { teachingsNotInFiles: notInFiles }),
    });
  });
}
