// An OpenID provider that issues whatever ID token a test wants, with keys of its own: for what a certified one never sends.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import jsonwebtoken from 'jsonwebtoken';

export interface Forgery {
  /** Claims in place of those of a good token; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly algorithm?: 'RS256' | 'HS256' | 'none';
  /** Signed by a key that the provider does not publish. */
  readonly foreignKey?: boolean;
  /** An answer of the token endpoint in place of tokens. */
  readonly answer?: { readonly status: number; readonly body: string; readonly type?: string };
  /** The token endpoint never answers. */
  readonly hangs?: boolean;
}

export interface ForgingProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  forgery: Forgery;
  /** What the provider says its issuer is, if not what it is. */
  claimedIssuer: string | null;
  readonly discoveries: () => number;
  /** The nonce of the flow whose token comes next. */
  nonce: string;
  close(): Promise<void>;
}

export async function startForgingProvider(): Promise<ForgingProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let discoveries = 0;

  const server = createServer((request, response) => {
    const send = (status: number, body: string, type = 'application/json') => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(body);
    };
    const path = new URL(request.url ?? '', started.issuer).pathname;
    if (path === '/.well-known/openid-configuration') {
      discoveries += 1;
      const issuer = started.claimedIssuer ?? started.issuer;
      send(200, JSON.stringify(metadata(started.issuer, issuer)));
    } else if (path === '/jwks') {
      const key = { ...own.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
      send(200, JSON.stringify({ keys: [key] }));
    } else if (path === '/token') {
      const { forgery } = started;
      if (forgery.hangs) return;
      if (forgery.answer) send(forgery.answer.status, forgery.answer.body, forgery.answer.type);
      else {
        const key = forgery.foreignKey ? foreign.privateKey : own.privateKey;
        const id_token = forge(started, key);
        send(200, JSON.stringify({ access_token: 'a', token_type: 'Bearer', id_token }));
      }
    } else send(404, '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the forging provider has no port');

  const started: ForgingProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    clientId: 'question-bot',
    clientSecret: 'a secret of the tests, which is long enough',
    forgery: {},
    claimedIssuer: null,
    discoveries: () => discoveries,
    nonce: '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return started;
}

function metadata(base: string, issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    jwks_uri: `${base}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    // A careless provider: it says it signs with anything.
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  };
}

function forge({ issuer, clientId, clientSecret, nonce, forgery }: ForgingProvider, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = Object.entries({
    iss: issuer,
    aud: clientId,
    sub: 'anna',
    name: 'Anna Berg',
    groups: ['Desk'],
    nonce,
    iat: now,
    exp: now + 600,
    ...forgery.claims,
  }).filter(([, value]) => value !== undefined);
  const algorithm = forgery.algorithm ?? 'RS256';
  const secret = algorithm === 'none' ? '' : algorithm === 'HS256' ? clientSecret : key;
  return jsonwebtoken.sign(Object.fromEntries(claims), secret, {
    algorithm,
    ...(algorithm === 'RS256' && { keyid: 'one' }),
  });
}
