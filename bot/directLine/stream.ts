// The WebSocket side: every socket has its own place in the log and is sent what comes after it, in order, once.
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientAddress } from '../http/clientAddress.ts';
import type { Limit } from '../http/limits.ts';
import type { ActivityLog } from './activityLog.ts';
import type { Origins } from './origins.ts';
import { presentActivity } from './present.ts';
import type { Tokens } from './tokens.ts';

/** Milliseconds between signs of life; a peer that misses two is dropped. */
const heartbeatMs = 25_000;
/** Signs of life between two notes that those who look are still there: five minutes. */
const beatsPerNote = 12;
const batch = 100;
/** Streams of one conversation: a visitor's tabs, and connections that are dead and not yet found out. */
const mostStreams = 8;
/** Bytes that wait for a slow client; one that is further behind is shown no signs that are gone in a moment anyway. */
const mostWaiting = 64 * 1024;

export interface Streams {
  /** Something was appended to this conversation's log. */
  notify(conversationId: string): void;
  /** Something may have been appended to any of them. */
  notifyAll(): void;
  /** Shows a sign that is not kept (typing) to whoever is looking now. */
  flash(conversationId: string, activity: Readonly<Record<string, unknown>>): void;
  /** Is somebody looking now? */
  isOpen(conversationId: string): boolean;
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
  log: Pick<ActivityLog, 'since' | 'lastSeq'>;
  tokens: Tokens;
  origins: Origins;
  /** How often one address may ask for anything, streams among it. */
  requests: Limit;
  clientAddress: ClientAddress;
  /** The visitors of these conversations look, or did until now. */
  onSeen: (conversationIds: readonly string[]) => void;
  onFault: (error: unknown) => void;
}): Streams {
  const { server, log, tokens, origins, requests, clientAddress, onSeen, onFault } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  const viewers = new Map<string, Set<Viewer>>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener away: a reset without one ends the process.
    socket.on('error', () => socket.destroy());
    open(request, socket, head).catch((error: unknown) => {
      onFault(error);
      socket.destroy();
    });
  };
  server.on('upgrade', upgrade);

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const target = request.url ?? '/';
    if (!URL.canParse(target, 'http://localhost')) return refuse(socket, 400);
    const url = new URL(target, 'http://localhost');
    const conversationId = path.exec(url.pathname)?.[1];
    if (conversationId === undefined) return refuse(socket, 404);
    const wait = await requests.take(clientAddress(request));
    if (wait > 0) return refuse(socket, 429, `Retry-After: ${wait}\r\n`);
    const verdict = tokens.verify(url.searchParams.get('t') ?? '', 'stream');
    const asked = parseWatermark(url.searchParams.get('watermark'));
    const welcome =
      origins.allows(request) &&
      verdict.kind === 'valid' &&
      verdict.holder.conversationId === conversationId &&
      origins.comesFrom(request, verdict.holder.origin) &&
      asked !== null;
    // A watermark beyond the end would hide all that is still to come.
    const watermark = welcome ? Math.min(asked, await log.lastSeq(conversationId)) : 0;
    // Nothing is waited for from here on: those who come at once are counted one by one.
    const room = (viewers.get(conversationId)?.size ?? 0) < mostStreams;
    if (welcome && !room) return refuse(socket, 429, `Retry-After: ${heartbeatMs / 1000}\r\n`);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (welcome) admit(conversationId, { socket: webSocket, watermark, pumping: 'idle', alive: true });
      else webSocket.close(1008, 'Policy violation');
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
      onSeen([conversationId]);
    });
    onSeen([conversationId]);
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
          // The next batch is read when this one is out: what a client does not take stays in the database.
          await sent(viewer.socket, JSON.stringify({ activities, watermark: last.seq.toString() }));
        }
      } while (asksAgain(viewer));
    } catch (error) {
      onFault(error);
      viewer.socket.terminate();
    } finally {
      viewer.pumping = 'idle';
    }
  }

  const notify = (conversationId: string) => {
    for (const viewer of viewers.get(conversationId) ?? []) void pump(conversationId, viewer);
  };
  const notifyAll = () => {
    for (const conversationId of viewers.keys()) notify(conversationId);
  };

  let beats = 0;
  const heartbeat = setInterval(() => {
    beats += 1;
    if (beats % beatsPerNote === 0) onSeen([...viewers.keys()]);
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
    // Should an instance have died between storing something and saying so.
    notifyAll();
  }, heartbeatMs);
  heartbeat.unref();

  const drop = () => {
    for (const client of sockets.clients) client.terminate();
  };
  return {
    notify,
    notifyAll,
    flash: (conversationId, activity) => {
      for (const viewer of viewers.get(conversationId) ?? []) {
        const { readyState, OPEN, bufferedAmount } = viewer.socket;
        if (readyState !== OPEN || bufferedAmount > mostWaiting) continue;
        viewer.socket.send(
          JSON.stringify({ activities: [activity], watermark: viewer.watermark.toString() }),
        );
      }
    },
    isOpen: (conversationId) => viewers.has(conversationId),
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
function refuse(socket: Duplex, status: 400 | 404 | 429, headers = ''): void {
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`;
  socket.end(`${line}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

/** Sends, and waits until the system has taken it, or the connection has ended. */
function sent(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve) => {
    socket.send(frame, () => resolve());
  });
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
