// Sees to a valid token: the one at hand, renewed, resumed, or of a new conversation.
import type { Access, DirectLine, Outcome } from './directLine.ts';
import type { ChatStore } from './store.ts';
import type { Credentials } from './wire.ts';

export interface AccessKeeperPorts {
  readonly directLine: DirectLine;
  readonly store: ChatStore;
  /** Milliseconds. */
  readonly now: () => number;
  /** Only one tab at a time may take up or begin a conversation. */
  readonly exclusively: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly locale: () => string;
  /** The stored conversation can't be continued: the next one begins. */
  readonly onGone: () => void;
}

export interface AccessKeeper {
  /** The token at hand, if there is one. */
  current(): Access | null;
  /** A valid token, or null while none can be had. All who wait share one attempt. */
  ensure(): Promise<Access | null>;
  /** The server takes the token no more. */
  lose(): void;
  /** What is under way does not count any more; the token at hand does. */
  abandon(): void;
  /** Nothing counts any more: the conversation is given up. */
  forget(): void;
  /** The time before which the server asked to be left alone. */
  notBefore(): number;
}

/** A token is renewed when less than this is left of its 30 minutes. */
const renewBefore = 5 * 60_000;

export function createAccessKeeper(ports: AccessKeeperPorts): AccessKeeper {
  const { directLine, store } = ports;
  let access: (Access & { readonly expiresAt: number }) | null = null;
  let obtaining: Promise<Access | null> | null = null;
  /** Tells the answers to requests of what was given up meanwhile. */
  let era = 0;
  let notBefore = 0;

  function keep(credentials: Credentials, begun: number): Access | null {
    if (era !== begun) return null;
    access = {
      conversationId: credentials.conversationId,
      token: credentials.token,
      expiresAt: ports.now() + credentials.expiresInSeconds * 1000,
    };
    const { conversationId, resumeSecret } = credentials;
    store.update(resumeSecret ? { conversationId, resumeSecret } : { conversationId });
    return access;
  }

  async function obtain(begun: number): Promise<Access | null> {
    if (era !== begun) return null;
    const left = access ? access.expiresAt - ports.now() : 0;
    if (access && left > 0) {
      const renewed = await directLine.refresh(access.token);
      if (renewed.kind === 'ok') keep(renewed.value, begun);
      // Otherwise what is left of the token is used up first.
      return access;
    }
    const resumed = await resumeStored(begun);
    return resumed === undefined ? begin(begun) : resumed;
  }

  /** @returns undefined when there is no conversation to take up */
  async function resumeStored(begun: number): Promise<Access | null | undefined> {
    const { conversationId, resumeSecret } = store.read();
    if (!conversationId || !resumeSecret) return undefined;
    const resumed = await directLine.resume(conversationId, resumeSecret);
    noteRetryAfter(resumed);
    if (resumed.kind === 'ok') return keep(resumed.value, begun);
    if (!isGone(resumed) || era !== begun) return null;
    store.update({ conversationId: null, resumeSecret: null });
    access = null;
    ports.onGone();
    return undefined;
  }

  async function begin(begun: number): Promise<Access | null> {
    const locale = ports.locale();
    const generated = await directLine.generate(locale);
    noteRetryAfter(generated);
    if (generated.kind !== 'ok') return null;
    const started = await directLine.start(generated.value.token, locale);
    noteRetryAfter(started);
    if (started.kind !== 'ok') return null;
    const resumeSecret = started.value.resumeSecret ?? generated.value.resumeSecret;
    return keep({ ...started.value, resumeSecret }, begun);
  }

  function noteRetryAfter(outcome: Outcome<Credentials>): void {
    if (outcome.kind === 'refused' && outcome.retryAfterMs) notBefore = ports.now() + outcome.retryAfterMs;
  }

  return {
    current: () => access,
    ensure() {
      if (access && access.expiresAt - ports.now() > renewBefore) return Promise.resolve(access);
      if (obtaining) return obtaining;
      const begun = era;
      const attempted = ports
        .exclusively(() => obtain(begun))
        .finally(() => {
          if (obtaining === attempted) obtaining = null;
        });
      obtaining = attempted;
      return attempted;
    },
    lose() {
      access = null;
    },
    abandon() {
      era += 1;
    },
    forget() {
      era += 1;
      access = null;
      obtaining = null;
    },
    notBefore: () => notBefore,
  };
}

function isGone(outcome: Outcome<Credentials>): boolean {
  return outcome.kind === 'refused' && (outcome.status === 403 || outcome.status === 404);
}
