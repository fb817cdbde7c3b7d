// Work under one key is done one after the other, in the order it came; other keys do not wait for it.

export interface KeyedQueue {
  /** Does the work when all that came before it under the same key has ended, well or not. */
  run<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
  /** Is something under way, or waiting, under this key? */
  isBusy(key: string): boolean;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  /** By key, when what came last has ended; never rejects. */
  const ends = new Map<string, Promise<void>>();
  return {
    run(key, work) {
      const result = (ends.get(key) ?? Promise.resolve()).then(work);
      const end = result.then(
        () => forget(),
        () => forget(),
      );
      const forget = () => {
        if (ends.get(key) === end) ends.delete(key);
      };
      ends.set(key, end);
      return result;
    },
    isBusy: (key) => ends.has(key),
    idle: async () => {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
