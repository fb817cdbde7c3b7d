// Direct Line tokens: signed, bound to one conversation, one visitor, one web page and one purpose. Nothing about them is stored.
import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';

/** Seconds a conversation token is good for, as Azure's Direct Line has it. */
const tokenSeconds = 1800;
/** Seconds within which a stream address must be used. */
const streamSeconds = 60;

const claims = z.object({
  conv: z.string(),
  user: z.string(),
  origin: z.string().nullable().default(null),
  use: z.enum(['conversation', 'stream']),
});

export type TokenUse = z.infer<typeof claims>['use'];

export interface TokenHolder {
  readonly conversationId: string;
  readonly visitorId: string;
  /** The web page's origin the conversation was begun from; null when it was not a page that asked for its token. */
  readonly origin: string | null;
}

export type TokenVerdict =
  | { readonly kind: 'valid'; readonly holder: TokenHolder }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

export interface Tokens {
  sign(holder: TokenHolder, use: TokenUse): string;
  verify(token: string, use: TokenUse): TokenVerdict;
}

/**
 * @param key at least 32 bytes; the same on every instance that serves the same visitors
 * @param now the clock
 */
export function createTokens(key: string, now: () => Date): Tokens {
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    sign: (holder, use) =>
      jsonwebtoken.sign(
        {
          conv: holder.conversationId,
          user: holder.visitorId,
          origin: holder.origin,
          use,
          iat: seconds(),
          exp: seconds() + (use === 'stream' ? streamSeconds : tokenSeconds),
        },
        key,
        { algorithm: 'HS256' },
      ),
    verify: (token, use) => {
      try {
        const read = claims.safeParse(
          jsonwebtoken.verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds() }),
        );
        if (!read.success || read.data.use !== use) return { kind: 'invalid' };
        const { conv: conversationId, user: visitorId, origin } = read.data;
        return { kind: 'valid', holder: { conversationId, visitorId, origin } };
      } catch (error) {
        return error instanceof jsonwebtoken.TokenExpiredError ? { kind: 'expired' } : { kind: 'invalid' };
      }
    },
  };
}

/** What a client is given with a token. */
export function tokenAnswer(tokens: Tokens, holder: TokenHolder) {
  return {
    conversationId: holder.conversationId,
    token: tokens.sign(holder, 'conversation'),
    expires_in: tokenSeconds,
  };
}
