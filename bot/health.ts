// /healthz: the process lives. /readyz: it can answer. Both reveal no data.
import type { Request, Response, Server } from 'restify';
import { sendJson } from './http/respond.ts';

export interface Readiness {
  readonly ready: boolean;
  /** Name of each part, and whether it works. */
  readonly parts: Readonly<Record<string, boolean>>;
  /** Places in the knowledge files ("entries/iclei.yaml:41:3") that keep what was saved from being live. */
  readonly knowledgeFaults: readonly string[];
}

export function mountHealth(server: Server, readiness: () => Promise<Readiness>): void {
  server.get('/healthz', async (_req: Request, res: Response) => sendJson(res, 200, { status: 'alive' }));
  server.get('/readyz', async (_req: Request, res: Response) => {
    const { ready, ...rest } = await readiness();
    sendJson(res, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...rest });
  });
}
