// What several instances of the service that share a database tell each other, and what only one of them may do at a time.
import type { Signal } from './signal.ts';

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

export interface Instances {
  /** Tells the others. Never fails: who is told late finds out by looking now and then. */
  tell(news: News): void;
  /** @returns a function that ends the subscription */
  hear(listener: (news: News) => void): () => void;
  /**
   * Does the work unless another instance is doing something under the same key. Within this instance it excludes nobody. An
   * instance that dies holds nothing any more.
   * @returns false when it was not done
   * @throws UnavailableError when nobody can tell
   */
  tryAlone(key: string, work: () => Promise<void>): Promise<boolean>;
}

/** There are no others: SQLite's file is held by one process. */
export const onlyInstance: Instances = {
  tell: () => undefined,
  hear: () => () => undefined,
  tryAlone: async (_key, work) => {
    await work();
    return true;
  },
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
