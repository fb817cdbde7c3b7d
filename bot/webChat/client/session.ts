// One visitor's conversation over a network that comes and goes: connected, resumed, caught up.
// What keeps it whole: everything read again is known by its id, everything sent again by its client id.
import { type ChatState, emptyChat, receive } from './chatState.ts';
import type { Access, DirectLine, Outcome } from './directLine.ts';
import { createSender } from './sender.ts';
import type { ChatStore } from './store.ts';
import type { Credentials, WireBatch } from './wire.ts';

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

/** A token is renewed when less than this is left of its 30 minutes. */
const renewBefore = 5 * 60_000;
/** The typing sign goes out by itself when no answer follows. */
const typingLasts = 15_000;

/** Pause before the n-th attempt to connect: half a second, doubled, at most 6 s, spread by a quarter. */
export function backOff(attempt: number, random: number): number {
  return Math.min(6000, 500 * 2 ** Math.min(attempt, 6)) * (0.75 + random / 2);
}

export function createSession(ports: SessionPorts): Session {
  const { directLine, store } = ports;
  let state: ChatState = emptyChat;
  let access: (Access & { readonly expiresAt: number }) | null = null;
  let running: AbortController | null = null;
  let attempt = 0;
  let stream = new AbortController();
  let obtaining: Promise<boolean> | null = null;
  /** The server asked to be left alone until then. */
  let notBefore = 0;

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

  const sender = createSender({
    ...ports,
    state: () => state,
    change,
    access: async () => ((await ensureAccess()) ? access : null),
    lostAccess() {
      access = null;
    },
    catchUp,
  });

  function keep(credentials: Credentials, run: AbortController | null): void {
    // The answer to a request of a conversation that was given up meanwhile.
    if (running !== run) return;
    access = {
      conversationId: credentials.conversationId,
      token: credentials.token,
      expiresAt: ports.now() + credentials.expiresInSeconds * 1000,
    };
    const { conversationId, resumeSecret } = credentials;
    store.update(resumeSecret ? { conversationId, resumeSecret } : { conversationId });
  }

  /** Sees to a valid token: the one at hand, renewed, resumed, or of a new conversation. All who wait share one attempt. */
  function ensureAccess(): Promise<boolean> {
    if (access && access.expiresAt - ports.now() > renewBefore) return Promise.resolve(true);
    if (obtaining) return obtaining;
    const attempted = ports
      .exclusively(() => obtainAccess(running))
      .finally(() => {
        if (obtaining === attempted) obtaining = null;
      });
    obtaining = attempted;
    return attempted;
  }

  async function obtainAccess(run: AbortController | null): Promise<boolean> {
    if (running !== run) return false;
    const left = access ? access.expiresAt - ports.now() : 0;
    if (access && left > 0) {
      const renewed = await directLine.refresh(access.token);
      if (renewed.kind === 'ok') keep(renewed.value, run);
      // Otherwise what is left of the token is used up first.
      return true;
    }
    return (await resumeStored(run)) ?? (await begin(run));
  }

  /** null: there is no conversation to take up. */
  async function resumeStored(run: AbortController | null): Promise<boolean | null> {
    const { conversationId, resumeSecret } = store.read();
    if (!conversationId || !resumeSecret) return null;
    const resumed = await directLine.resume(conversationId, resumeSecret);
    if (resumed.kind === 'ok') keep(resumed.value, run);
    noteRetryAfter(resumed);
    if (!isGone(resumed) || running !== run) return resumed.kind === 'ok';
    store.update({ conversationId: null, resumeSecret: null });
    access = null;
    change({ ...emptyChat, pending: state.pending, connection: state.connection, replaced: true });
    return null;
  }

  async function begin(run: AbortController | null): Promise<boolean> {
    const locale = ports.locale();
    const generated = await directLine.generate(locale);
    noteRetryAfter(generated);
    if (generated.kind !== 'ok') return false;
    const started = await directLine.start(generated.value.token, locale);
    noteRetryAfter(started);
    if (started.kind !== 'ok') return false;
    keep({ ...started.value, resumeSecret: started.value.resumeSecret ?? generated.value.resumeSecret }, run);
    return true;
  }

  function noteRetryAfter(outcome: Outcome<Credentials>): void {
    if (outcome.kind === 'refused' && outcome.retryAfterMs) notBefore = ports.now() + outcome.retryAfterMs;
  }

  async function catchUp(): Promise<void> {
    const current = access;
    if (!current) return;
    const missed = await directLine.read(current, state.watermark);
    if (access?.conversationId === current.conversationId) takeRead(missed);
  }

  function takeRead(outcome: Outcome<WireBatch>): boolean {
    if (outcome.kind === 'ok') take(outcome.value, false);
    if (outcome.kind === 'refused' && (outcome.status === 401 || outcome.status === 403)) access = null;
    return outcome.kind === 'ok';
  }

  /** One round: a token, what was missed, then the stream for as long as it lasts. False: the server was not reached. */
  async function round(signal: AbortSignal): Promise<boolean> {
    attempt += 1;
    if (!(await ensureAccess()) || signal.aborted || !access) return false;
    const missed = await directLine.read(access, state.watermark);
    if (signal.aborted || !takeRead(missed) || !access) return false;
    // Reading works: the visitor can talk, even where sockets are forbidden. Then each round is a poll.
    change({ ...state, connection: 'online' });
    void sender.flush(signal);
    const reconnected = await directLine.reconnect(access, state.watermark);
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
      const wait = Math.max(backOff(attempt, ports.random()), notBefore - ports.now());
      await ports.pause(wait, signal);
    }
  }

  async function renewRegularly(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await ports.pause(60_000, signal);
      if (access && !signal.aborted) await ensureAccess();
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
  }

  function reset(): void {
    stop();
    access = null;
    obtaining = null;
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
      if (running && store.read().conversationId !== (access?.conversationId ?? null)) reset();
    },
  };
}

function isGone(outcome: Outcome<Credentials>): boolean {
  return outcome.kind === 'refused' && (outcome.status === 403 || outcome.status === 404);
}
