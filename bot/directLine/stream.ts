// The WebSocket side: every socket has its own place in the log and is sent what comes after it, in order, once.
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ActivityLog } from './activityLog.ts';
import type { Origins } from './origins.ts';
import { presentActivity } from './present.ts';
import type { Tokens } from './tokens.ts';

/** Milliseconds between signs of life; a peer that misses two is dropped. */
const heartbeatMs = 25_000;
const batch = 100;

export interface Streams {
  /** Something was appended to this conversation's log. */
  notify(conversationId: string): void;
  /** Shows a sign that is not kept (typing) to whoever is looking now. */
  flash(conversationId: string, activity: Readonly<Record<string, unknown>>): void;
  /** Cuts every connection; clients come back by themselves. */
  drop(): void;
  close(): void;
}

interface Viewer {
  readonly socket: WebSocket;
  watermark: number;
  /** A pump is running, or has been asked to run once more. */
  pumping: 'idle' | 'running' | 'again';
  alive: boolean;
}

const path = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/u;

/** Takes over the upgrade requests of a server that go to a Direct Line stream; all others are refused. */
export function attachStreams(options: {
  server: Server;
  log: ActivityLog;
  tokens: Tokens;
  origins: Origins;
  onFault: (error: unknown) => void;
}): Streams {
  const { server, log, tokens, origins, onFault } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const viewers = new Map<string, Set<Viewer>>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener away: a reset without one ends the process.
    socket.on('error', () => socket.destroy());
    try {
      open(request, socket, head);
    } catch (error) {
      onFault(error);
      socket.destroy();
    }
  };
  server.on('upgrade', upgrade);

  function open(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const target = request.url ?? '/';
    if (!URL.canParse(target, 'http://localhost')) return refuse(socket, 400);
    const url = new URL(target, 'http://localhost');
    const conversationId = path.exec(url.pathname)?.[1];
    if (conversationId === undefined) return refuse(socket, 404);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const verdict = tokens.verify(url.searchParams.get('t') ?? '', 'stream');
      const watermark = parseWatermark(url.searchParams.get('watermark'));
      const welcome =
        origins.allows(request) &&
        verdict.kind === 'valid' &&
        verdict.holder.conversationId === conversationId &&
        watermark !== null;
      if (!welcome) {
        webSocket.close(1008, 'Policy violation');
        return;
      }
      admit(conversationId, { socket: webSocket, watermark, pumping: 'idle', alive: true });
    });
  }

  function admit(conversationId: string, viewer: Viewer) {
    const others = viewers.get(conversationId) ?? new Set();
    others.add(viewer);
    viewers.set(conversationId, others);
    viewer.socket.on('pong', () => {
      viewer.alive = true;
    });
    viewer.socket.on('error', () => viewer.socket.terminate());
    viewer.socket.on('close', () => {
      others.delete(viewer);
      if (others.size === 0) viewers.delete(conversationId);
    });
    void pump(conversationId, viewer);
  }

  async function pump(conversationId: string, viewer: Viewer): Promise<void> {
    if (viewer.pumping !== 'idle') {
      viewer.pumping = 'again';
      return;
    }
    try {
      do {
        viewer.pumping = 'running';
        for (;;) {
          const logged = await log.since(conversationId, viewer.watermark, batch);
          const last = logged.at(-1);
          if (!last || viewer.socket.readyState !== viewer.socket.OPEN) break;
          viewer.watermark = last.seq;
          const activities = logged.flatMap((activity) => presentActivity(conversationId, activity));
          viewer.socket.send(JSON.stringify({ activities, watermark: last.seq.toString() }));
        }
      } while (asksAgain(viewer));
    } catch (error) {
      onFault(error);
      viewer.socket.terminate();
    } finally {
      viewer.pumping = 'idle';
    }
  }

  const heartbeat = setInterval(() => {
    for (const viewer of [...viewers.values()].flatMap((set) => [...set])) {
      if (!viewer.alive) {
        viewer.socket.terminate();
        continue;
      }
      viewer.alive = false;
      viewer.socket.ping();
      // Stock clients take an empty frame as a sign of life.
      viewer.socket.send('');
    }
  }, heartbeatMs);
  heartbeat.unref();

  const drop = () => {
    for (const client of sockets.clients) client.terminate();
  };
  return {
    notify: (conversationId) => {
      for (const viewer of viewers.get(conversationId) ?? []) void pump(conversationId, viewer);
    },
    flash: (conversationId, activity) => {
      for (const viewer of viewers.get(conversationId) ?? []) {
        if (viewer.socket.readyState !== viewer.socket.OPEN) continue;
        viewer.socket.send(
          JSON.stringify({ activities: [activity], watermark: viewer.watermark.toString() }),
        );
      }
    },
    drop,
    close: () => {
      clearInterval(heartbeat);
      server.off('upgrade', upgrade);
      drop();
      sockets.close();
    },
  };
}

/** Destroyed once the answer is out: a peer that never closes must not keep the socket. */
function refuse(socket: Duplex, status: 400 | 404): void {
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
  socket.end(`${line}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

/** Its own function because the field changes while the loop above waits, which the compiler can't see. */
function asksAgain(viewer: Viewer): boolean {
  return viewer.pumping === 'again';
}

/**
 * Reads a watermark.
 * @param text as the client sent it; absent, empty and "-" mean: from the beginning
 * @returns 0 or more, or null when it is no watermark of ours
 */
export function parseWatermark(text: string | null): number | null {
  if (text === null || text === '' || text === '-') return 0;
  return /^\d{1,15}$/u.test(text) ? Number(text) : null;
}
