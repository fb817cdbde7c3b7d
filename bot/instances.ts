// What several instances of the service that share a database tell each other, and what only one of them may do at a time.
import { setTimeout as pause } from 'node:timers/promises';
import type { Signal } from './signal.ts';
import { UnavailableError } from './unavailable.ts';

/** It wakes, it does not carry data that matters: what happened is in the database. */
export type News =
  /** The queue, a reply or a delivery has changed. */
  | { readonly kind: 'changed' }
  /** Something was appended to a web conversation. */
  | { readonly kind: 'appended'; readonly conversation: string }
  /** The bot is typing in a web conversation. */
  | { readonly kind: 'typing'; readonly conversation: string }
  /** News may have been missed: look at everything. */
  | { readonly kind: 'missed' };

/** Whether it was ours to do, and what came of it. */
export type Tried<Value> = { readonly mine: true; readonly value: Value } | { readonly mine: false };

export interface Instances {
  /** Tells the others. Never fails: who is told late finds out by looking now and then. */
  tell(news: News): void;
  /** @returns a function that ends the subscription */
  hear(listener: (news: News) => void): () => void;
  /**
   * Does the work unless another instance is doing something under the same key. Within this instance it excludes nobody. An
   * instance that dies holds nothing any more.
   * @returns what came of it, or that it was not done
   * @throws UnavailableError when nobody can tell
   */
  tryAlone<Value>(key: string, work: () => Promise<Value>): Promise<Tried<Value>>;
}

/** There are no others: SQLite's file is held by one process. */
export const onlyInstance: Instances = {
  tell: () => undefined,
  hear: () => () => undefined,
  tryAlone: async (_key, work) => ({ mine: true, value: await work() }),
};

/** A signal that the other instances hear, too. */
export function sharedSignal(signal: Signal, { tell, hear }: Instances): Signal {
  hear(({ kind }) => {
    if (kind === 'changed' || kind === 'missed') signal.emit();
  });
  return {
    ...signal,
    emit: () => {
      signal.emit();
      tell({ kind: 'changed' });
    },
  };
}

/** Milliseconds between two attempts to be the one, and for all of them: a channel waits about 15 s for its turn. */
const againMs = 30;
const mostMs = 12_000;

/**
 * Does the work when no other instance does anything under the same key.
 * @param limitMs tests are less patient
 * @throws UnavailableError when that takes too long
 */
export async function alone<Value>(
  { tryAlone }: Pick<Instances, 'tryAlone'>,
  key: string,
  work: () => Promise<Value>,
  limitMs: number = mostMs,
): Promise<Value> {
  const end = performance.now() + limitMs;
  for (;;) {
    const done = await tryAlone(key, work);
    if (done.mine) return done.value;
    if (performance.now() > end) throw new UnavailableError(new Error('another instance is still at it'));
    await pause(againMs);
  }
}
