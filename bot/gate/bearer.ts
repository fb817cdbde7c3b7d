// Is this request the connector's? Checked here and not by the SDK, which lets through tokens without an end and keys that
// vouch for no channel, waits for keys without limit, and prints keys when a signature is bad.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

const allowedAlgorithms = ['RS256', 'RS384', 'RS512'] as const;
/** The Bot Framework connector; emulator and skill tokens come from other issuers and are not taken. */
const issuer = 'https://api.botframework.com';
/** Seconds by which two clocks may differ. */
const clockTolerance = 300;

export type BearerVerdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'refused' }
  /** The keys that would tell can't be had. */
  | { readonly kind: 'unknowable'; readonly cause: unknown };

/**
 * @param authorization the Authorization header
 * @param activity what the token must fit; a field that is empty is not compared, for the activity's shape refuses it later
 */
export type BearerCheck = (
  authorization: string | undefined,
  activity: { readonly channelId: string; readonly serviceUrl: string },
) => Promise<BearerVerdict>;

/** @param appId our application id, the audience a token must name */
export function createBearerCheck(appId: string, keys: SigningKeys, now: () => Date): BearerCheck {
  const shape = z.object({
    header: z.object({
      alg: z.enum(allowedAlgorithms),
      kid: z.string().min(1),
      // Names extensions that must be understood, and we understand none (RFC 7515, 4.1.11).
      crit: z.never().optional(),
    }),
    payload: z.object({
      iss: z.literal(issuer),
      aud: z.literal(appId),
      exp: z.number(),
      // The connector writes it in lower case.
      serviceurl: z.string().min(1),
    }),
  });

  function isSigned(token: string, { key }: SigningKey): boolean {
    try {
      jsonwebtoken.verify(token, key, {
        algorithms: [...allowedAlgorithms],
        issuer,
        audience: appId,
        clockTolerance,
        clockTimestamp: Math.floor(now().getTime() / 1000),
      });
      return true;
    } catch {
      return false;
    }
  }

  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/iu.exec(authorization ?? '')?.[1] ?? '';
    const read = shape.safeParse(decode(token));
    if (!read.success || (serviceUrl !== '' && read.data.payload.serviceurl !== serviceUrl))
      return { kind: 'refused' };
    const found = await keys.find(read.data.header.kid);
    switch (found.kind) {
      case 'unknown':
        return { kind: 'refused' };
      case 'unreachable':
        return { kind: 'unknowable', cause: found.cause };
      case 'found': {
        const vouched = channelId === '' || found.key.endorsements.includes(channelId);
        return { kind: vouched && isSigned(token, found.key) ? 'valid' : 'refused' };
      }
    }
  };
}

function decode(token: string): unknown {
  try {
    return jsonwebtoken.decode(token, { complete: true });
  } catch {
    return null;
  }
}
