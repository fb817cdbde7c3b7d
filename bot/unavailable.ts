// The one fault of storing that passes by itself.

/** Nothing was stored: somebody else has held the database for too long, or the disk is full. It may well work later. */
export class UnavailableError extends Error {
  constructor(cause: unknown) {
    super('Nothing can be stored just now', { cause });
    this.name = 'UnavailableError';
  }
}

/** Seconds after which a client may try again. */
export const tryAgainSeconds = 5;
