// How often one may come: fixed windows kept in memory, one per purpose.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  /** @returns 0 when there is room, else the seconds to wait */
  take(key: string): Promise<number>;
}

/**
 * @param points how many are let through
 * @param seconds the length of the window
 */
export function createLimit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
  };
}

/** How much visitors may send (reliability S5, S8). */
export interface RateSettings {
  readonly messagesPerMinute: number;
  readonly requestsPerMinute: number;
  readonly tokensPerMinute: number;
}
export const defaultRates: RateSettings = {
  messagesPerMinute: 20,
  requestsPerMinute: 120,
  tokensPerMinute: 10,
};
