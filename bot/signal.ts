// Tells those who asked that something happened. In this process only: it wakes, it does not carry data that matters.

export interface Signal {
  emit(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    emit: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
