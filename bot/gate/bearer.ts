// A first look at a bearer token, before the SDK spends a network call on it. It proves nothing: the SDK checks the signature.
import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';

const allowedAlgorithms = ['RS256', 'RS384', 'RS512'] as const;
/** The Bot Framework connector; emulator and skill tokens come from other issuers and are not taken. */
const issuer = 'https://api.botframework.com';

const shape = z.object({
  header: z.object({ alg: z.enum(allowedAlgorithms), kid: z.string().min(1) }),
  payload: z.object({
    iss: z.literal(issuer),
    aud: z.string(),
    exp: z.number(),
    // The connector writes it in lower case.
    serviceurl: z.string().min(1),
  }),
});

/**
 * Does this look like a token the connector made for us?
 * @param authorization the Authorization header
 * @param appId our application id, the audience the token must name
 * @returns the serviceUrl the token is bound to, or null for anything that can't be right
 */
export function inspectBearer(
  authorization: string | undefined,
  appId: string,
): { readonly serviceUrl: string } | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  const read = shape.safeParse(decode(token));
  return read.success && read.data.payload.aud === appId
    ? { serviceUrl: read.data.payload.serviceurl }
    : null;
}

function decode(token: string): unknown {
  try {
    return jsonwebtoken.decode(token, { complete: true });
  } catch {
    return null;
  }
}
