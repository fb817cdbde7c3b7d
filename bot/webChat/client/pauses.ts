// Waiting that can be cut short: when the network is back, nobody waits for a timer.

export interface Pauses {
  /** Resolves after so many milliseconds, at the next wake, or when the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  wake(): void;
}

export function createPauses(): Pauses {
  const waiting = new Set<() => void>();
  return {
    pause(milliseconds, signal) {
      return new Promise((resolve) => {
        function end(): void {
          clearTimeout(timer);
          waiting.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        }
        const timer = setTimeout(end, milliseconds);
        waiting.add(end);
        signal.addEventListener('abort', end);
        if (signal.aborted) end();
      });
    },
    wake() {
      for (const end of [...waiting]) end();
    },
  };
}
