// The keys the connector signs its tokens with: published by Microsoft, kept in memory, asked for again when need be.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Where Microsoft says where the keys are. */
export const openIdMetadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

export interface SigningKey {
  readonly key: KeyObject;
  /** The channels this key vouches for. */
  readonly endorsements: readonly string[];
}

export type KeyLookup =
  | { readonly kind: 'found'; readonly key: SigningKey }
  /** Microsoft has no key of that id. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable'; readonly cause: unknown };

export interface SigningKeys {
  find(kid: string): Promise<KeyLookup>;
}

const timeLimitMs = 10_000;
const hourMs = 3_600_000;
/** Keys that were withdrawn are believed no longer than this. */
const dayMs = 24 * hourMs;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keySetSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z
  .object({
    kty: z.literal('RSA'),
    kid: z.string().min(1),
    n: z.string().min(1),
    e: z.string().min(1),
    endorsements: z.array(z.string()).default([]),
  })
  .transform(({ kty, kid, n, e, endorsements }) => ({
    kid,
    endorsements,
    key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }),
  }));

/**
 * @param options.url the OpenID document that names the key set
 * @param options.timeLimitMs for the document and the keys together
 */
export function createSigningKeys(options: {
  url: string;
  now: () => Date;
  timeLimitMs?: number;
}): SigningKeys {
  const since = (time: number) => options.now().getTime() - time;
  let known: ReadonlyMap<string, SigningKey> | null = null;
  let fetchedAt = 0;
  let askedAt = 0;
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    askedAt = options.now().getTime();
    known = await fetchKeys(options.url, options.timeLimitMs ?? timeLimitMs);
    fetchedAt = options.now().getTime();
  }

  /** Once an hour at most, or anybody could make us ask by naming ids that do not exist. */
  function mustAsk(kid: string): boolean {
    if (known === null) return true;
    if (known.has(kid) && since(fetchedAt) < dayMs) return false;
    return asking !== null || since(askedAt) >= hourMs;
  }

  return {
    async find(kid) {
      if (mustAsk(kid)) {
        // Whoever comes meanwhile waits for the same answer.
        asking ??= ask().finally(() => {
          asking = null;
        });
        try {
          await asking;
        } catch (cause) {
          // The keys we have are still Microsoft's: an outage there must not become one here.
          if (known === null) return { kind: 'unreachable', cause };
        }
      }
      const key = known?.get(kid);
      return key ? { kind: 'found', key } : { kind: 'unknown' };
    },
  };
}

async function fetchKeys(url: string, limitMs: number): Promise<ReadonlyMap<string, SigningKey>> {
  const signal = AbortSignal.timeout(limitMs);
  const read = async (address: string): Promise<unknown> => {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
    return response.json();
  };
  const { jwks_uri } = metadataSchema.parse(await read(url));
  const { keys } = keySetSchema.parse(await read(jwks_uri));
  const usable = new Map(keys.flatMap(parseKey).map(({ kid, ...key }) => [kid, key]));
  if (usable.size === 0) throw new Error(`${jwks_uri} names no key that can be used.`);
  return usable;
}

/** One key that can't be used does not spoil the others. */
function parseKey(key: unknown) {
  try {
    return [keySchema.parse(key)];
  } catch {
    return [];
  }
}
