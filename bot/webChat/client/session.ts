// One visitor's conversation over a network that comes and goes: connected, caught up, connected again.
// What keeps it whole: everything read again is known by its id, everything sent again by its client id.
import { createAccessKeeper } from './accessKeeper.ts';
import { type ChatState, emptyChat, receive } from './chatState.ts';
import type { DirectLine, Outcome } from './directLine.ts';
import { createSender } from './sender.ts';
import type { ChatStore } from './store.ts';
import type { WireBatch } from './wire.ts';

export interface SessionPorts {
  readonly directLine: DirectLine;
  readonly store: ChatStore;
  readonly newId: () => string;
  /** Milliseconds. */
  readonly now: () => number;
  /** From 0 to 1: spreads the attempts of many visitors after a restart. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or earlier when `wake` was called or the signal aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Only one tab at a time may take up or begin a conversation. */
  readonly exclusively: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly isOffline: () => boolean;
  readonly locale: () => string;
  readonly onChange: (state: ChatState) => void;
}

export interface Session {
  state(): ChatState;
  /** Takes up the stored conversation or begins one. May be called again. */
  connect(): void;
  send(text: string, value: unknown): void;
  /** Sends what has failed once more. */
  retry(clientActivityId: string): void;
  /** Asks the server for what may have been missed; for when the page is shown again. */
  catchUp(): Promise<void>;
  /** The network went or came: the stream may be dead without knowing. */
  networkChanged(): void;
  /** Forgets the conversation and begins another. */
  restart(): void;
  /** Ends the stream and all waiting; what was not sent stays stored. */
  stop(): void;
  /** Another tab has changed the stored conversation. */
  adopt(): void;
}

/** The typing sign goes out by itself when no answer follows. */
const typingLasts = 15_000;

/** Pause before the n-th attempt to connect: half a second, doubled, at most 6 s, spread by a quarter. */
export function backOff(attempt: number, random: number): number {
  return Math.min(6000, 500 * 2 ** Math.min(attempt, 6)) * (0.75 + random / 2);
}

export function createSession(ports: SessionPorts): Session {
  const { directLine, store } = ports;
  let state: ChatState = emptyChat;
  let running: AbortController | null = null;
  let attempt = 0;
  let stream = new AbortController();

  function change(next: ChatState): void {
    if (next === state) return;
    state = next;
    ports.onChange(state);
  }

  function take(batch: WireBatch, live: boolean): void {
    const typedBefore = state.typing;
    const next = receive(state, batch);
    change(live ? next : { ...next, typing: false });
    if (state.typing && !typedBefore && running) void stopTyping(running.signal);
    sender.forgetEchoed();
  }

  async function stopTyping(signal: AbortSignal): Promise<void> {
    await ports.pause(typingLasts, signal);
    if (!signal.aborted && state.typing) change({ ...state, typing: false });
  }

  const access = createAccessKeeper({
    ...ports,
    onGone: () =>
      change({ ...emptyChat, pending: state.pending, connection: state.connection, replaced: true }),
  });

  const sender = createSender({
    ...ports,
    state: () => state,
    change,
    access: access.ensure,
    lostAccess: access.lose,
    catchUp,
  });

  async function catchUp(): Promise<void> {
    const current = access.current();
    if (!current) return;
    const missed = await directLine.read(current, state.watermark);
    if (access.current()?.conversationId === current.conversationId) takeRead(missed);
  }

  function takeRead(outcome: Outcome<WireBatch>): boolean {
    if (outcome.kind === 'ok') take(outcome.value, false);
    if (outcome.kind === 'refused' && (outcome.status === 401 || outcome.status === 403)) access.lose();
    return outcome.kind === 'ok';
  }

  /** One round: a token, what was missed, then the stream for as long as it lasts. False: the server was not reached. */
  async function round(signal: AbortSignal): Promise<boolean> {
    attempt += 1;
    const current = await access.ensure();
    if (!current || signal.aborted) return false;
    const missed = await directLine.read(current, state.watermark);
    if (signal.aborted || !takeRead(missed)) return false;
    // Reading works: the visitor can talk, even where sockets are forbidden. Then each round is a poll.
    change({ ...state, connection: 'online' });
    void sender.flush(signal);
    const reconnected = await directLine.reconnect(current, state.watermark);
    if (signal.aborted || reconnected.kind !== 'ok' || !reconnected.value.streamUrl) return true;
    stream = new AbortController();
    await directLine.stream(reconnected.value.streamUrl, {
      signal: AbortSignal.any([signal, stream.signal]),
      onOpen() {
        attempt = 0;
      },
      onBatch(batch) {
        if (!signal.aborted) take(batch, true);
      },
    });
    return true;
  }

  async function run(signal: AbortSignal): Promise<void> {
    void renewRegularly(signal);
    while (!signal.aborted) {
      const reached = await round(signal);
      if (signal.aborted) return;
      if (ports.isOffline()) change({ ...state, connection: 'offline', typing: false });
      else if (!reached) change({ ...state, connection: 'reconnecting', typing: false });
      const wait = Math.max(backOff(attempt, ports.random()), access.notBefore() - ports.now());
      await ports.pause(wait, signal);
    }
  }

  async function renewRegularly(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await ports.pause(60_000, signal);
      if (access.current() && !signal.aborted) await access.ensure();
    }
  }

  function connect(): void {
    if (running) return;
    running = new AbortController();
    change({ ...state, connection: 'connecting' });
    sender.takeStored();
    void run(running.signal);
  }

  function stop(): void {
    running?.abort();
    running = null;
    access.abandon();
  }

  function reset(): void {
    stop();
    access.forget();
    attempt = 0;
    change(emptyChat);
    connect();
  }

  return {
    state: () => state,
    connect,
    send(text, value) {
      sender.add(text, value);
      if (running) void sender.flush(running.signal);
    },
    retry(clientActivityId) {
      sender.requeue(clientActivityId);
      if (running) void sender.flush(running.signal);
    },
    catchUp,
    stop,
    networkChanged() {
      if (running && ports.isOffline()) change({ ...state, connection: 'offline', typing: false });
      stream.abort();
    },
    restart() {
      store.update({ conversationId: null, resumeSecret: null, unsent: [] });
      reset();
    },
    adopt() {
      if (running && store.read().conversationId !== (access.current()?.conversationId ?? null)) reset();
    },
  };
}
