// Brings own messages to the server, in order, each until it is stored or refused for good.
import { type ChatState, enqueue, type Holdup, markPending, type Outgoing } from './chatState.ts';
import type { Access, DirectLine } from './directLine.ts';
import type { ChatStore, Unsent } from './store.ts';

export interface SenderPorts {
  readonly directLine: DirectLine;
  readonly store: ChatStore;
  readonly newId: () => string;
  readonly now: () => number;
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly locale: () => string;
  readonly state: () => ChatState;
  readonly change: (state: ChatState) => void;
  /** A valid token, or null while there is none. */
  readonly access: () => Promise<Access | null>;
  readonly lostAccess: () => void;
  readonly catchUp: () => Promise<void>;
}

export interface Sender {
  add(text: string, value: unknown): void;
  /** Takes over what was not sent before a reload. */
  takeStored(): void;
  requeue(clientActivityId: string): void;
  /** Sends what waits. Runs once at a time; a call meanwhile is covered by the running one. */
  flush(signal: AbortSignal): Promise<void>;
  /** Drops from the store what the server has by now. */
  forgetEchoed(): void;
}

/** A server that answers 5xx so often is given up; the visitor may press "try again". */
const maxAttempts = 4;
const pauseAfterFailure = 2000;
/** When an own message has not come back over the stream by then, the stream is not trusted and the server asked. */
const echoExpectedWithin = 4000;

export function createSender(ports: SenderPorts): Sender {
  let flushing = false;
  /** Client ids this tab sees to. */
  const mine = new Set<string>();
  const attempts = new Map<string, number>();
  /** The server asked for a pause until then; the next try is no earlier, whoever wakes this tab. */
  let notBefore = 0;

  /** Writes what still waits. Messages that only another tab holds are left as they are. */
  function keepUnsent(): void {
    const { pending, messages } = ports.state();
    const stored = ports.store.read().unsent;
    const done = new Set(
      messages.map((message) => (message.kind === 'own' ? message.clientActivityId : null)),
    );
    const ofOthers = stored.filter(
      (own) => !mine.has(own.clientActivityId) && !done.has(own.clientActivityId),
    );
    const ofMine = pending
      .filter((own) => own.state !== 'sent')
      .map(({ clientActivityId, text, value, at }) => ({ clientActivityId, text, value, at }));
    if (stored.length || ofMine.length) ports.store.update({ unsent: [...ofOthers, ...ofMine] });
  }

  function queue(message: Unsent): void {
    mine.add(message.clientActivityId);
    ports.change(enqueue(ports.state(), { ...message, state: 'queued' }));
  }

  function mark(message: Outgoing, state: Outgoing['state']): void {
    ports.change(markPending(ports.state(), message.clientActivityId, state));
    keepUnsent();
  }

  /** Puts a message back, with what holds it and those behind it up. */
  function holdUp(message: Outgoing, holdup: Holdup): void {
    ports.change({ ...ports.state(), holdup });
    mark(message, 'queued');
  }

  async function flush(signal: AbortSignal): Promise<void> {
    if (flushing) return;
    flushing = true;
    try {
      while (!signal.aborted) {
        const next = ports.state().pending.find((own) => own.state === 'queued' || own.state === 'sending');
        if (!next) return;
        const wait = await deliver(next, signal);
        if (wait > 0) await ports.pause(wait, signal);
      }
    } finally {
      flushing = false;
    }
  }

  /** Tries once; gives the milliseconds to wait before the next try. */
  async function deliver(message: Outgoing, signal: AbortSignal): Promise<number> {
    const tooEarly = notBefore - ports.now();
    if (tooEarly > 0) return tooEarly;
    const access = await ports.access();
    if (signal.aborted) return 0;
    if (!access) {
      holdUp(message, 'network');
      return pauseAfterFailure;
    }
    mark(message, 'sending');
    const outcome = await ports.directLine.send(access, message, ports.locale());
    if (signal.aborted) return 0;
    switch (outcome.kind) {
      case 'ok':
        ports.change({ ...ports.state(), holdup: null });
        mark(message, 'sent');
        void expectEcho(message, signal);
        return 0;
      case 'unreachable':
        holdUp(message, 'network');
        return pauseAfterFailure;
      case 'refused':
        return afterRefusal(message, outcome.status, outcome.retryAfterMs);
    }
  }

  function afterRefusal(message: Outgoing, status: number, retryAfterMs: number | null): number {
    if (status === 429) {
      holdUp(message, 'limit');
      notBefore = ports.now() + Math.min(retryAfterMs ?? pauseAfterFailure, 60_000);
      return notBefore - ports.now();
    }
    const attempt = (attempts.get(message.clientActivityId) ?? 0) + 1;
    attempts.set(message.clientActivityId, attempt);
    const again = attempt < maxAttempts;
    if (again && (status === 401 || status === 403)) {
      ports.lostAccess();
      mark(message, 'queued');
      return 1;
    }
    if (again && status >= 500) {
      holdUp(message, 'network');
      return pauseAfterFailure * attempt;
    }
    mark(message, 'failed');
    return 0;
  }

  async function expectEcho(message: Outgoing, signal: AbortSignal): Promise<void> {
    await ports.pause(echoExpectedWithin, signal);
    const waiting = ports.state().pending.some((own) => own.clientActivityId === message.clientActivityId);
    if (waiting && !signal.aborted) await ports.catchUp();
  }

  return {
    add(text, value) {
      queue({ clientActivityId: ports.newId(), text, value, at: new Date(ports.now()).toISOString() });
      keepUnsent();
    },
    takeStored() {
      for (const unsent of ports.store.read().unsent) queue(unsent);
    },
    requeue(clientActivityId) {
      attempts.delete(clientActivityId);
      ports.change(markPending(ports.state(), clientActivityId, 'queued'));
      keepUnsent();
    },
    flush,
    forgetEchoed: keepUnsent,
  };
}
