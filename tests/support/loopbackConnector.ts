// Stands in for Microsoft's hosts on loopback: signing keys, and a connector that takes the bot's replies.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import jsonwebtoken from 'jsonwebtoken';

export const appId = '11111111-2222-3333-4444-555555555555';
export const teamsServiceUrl = 'https://smba.trafficmanager.net/emea/';

/** How the host of the signing keys behaves. */
export type KeyHost = 'well' | 'refuses' | 'hangs' | 'has an empty document' | 'has no keys' | 'has no JSON';
/** How the connector behaves: it answers with a status, never, or cuts the connection. */
export type ConnectorMood = number | 'hangs' | 'cuts';

export interface LoopbackConnector {
  readonly url: string;
  /** What the bot posted, in order. */
  readonly received: readonly {
    readonly path: string;
    readonly authorization: string | undefined;
    readonly body: unknown;
  }[];
  /** Microsoft's OpenID document, on loopback: everything else of the authentication is the production path. */
  readonly openIdMetadataUrl: string;
  /** How often the keys were asked for. */
  readonly keyRequests: () => number;
  /** A token as the connector makes it, with claims or header changed. */
  token(
    claims?: Readonly<Record<string, unknown>>,
    options?: Readonly<jsonwebtoken.SignOptions>,
    key?: KeyObject,
  ): string;
  /** The ids of keys like the good one, but that vouch for no channel. */
  readonly unvouchedKeyIds: readonly string[];
  setKeyHost(behaviour: KeyHost): void;
  setMood(mood: ConnectorMood): void;
  close(): Promise<void>;
}

export async function startLoopbackConnector(): Promise<LoopbackConnector> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), use: 'sig' };
  const keys = [
    { ...jwk, kid: 'key-1', endorsements: ['msteams', 'webchat'] },
    { ...jwk, kid: 'without-endorsements' },
    { ...jwk, kid: 'with-empty-endorsements', endorsements: [] },
    { kty: 'EC', kid: 'of-another-kind' },
  ];
  const received: { path: string; authorization: string | undefined; body: unknown }[] = [];
  let keyHost: KeyHost = 'well';
  let keyRequests = 0;
  let mood: ConnectorMood = 200;
  let url = '';

  const json = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const document = {
    issuer: 'https://api.botframework.com',
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const answerKeys = (path: string, response: ServerResponse) => {
    if (path === '/keys') keyRequests += 1;
    switch (keyHost) {
      case 'hangs':
        return;
      case 'refuses':
        return json(response, 503, {});
      case 'has an empty document':
        return json(response, 200, {});
      case 'has no JSON':
        return response.end('<html>');
      case 'has no keys':
      case 'well':
        if (path === '/oid') return json(response, 200, { ...document, jwks_uri: `${url}/keys` });
        return json(response, 200, { keys: keyHost === 'well' ? keys : [] });
    }
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (request.method === 'GET') {
      answerKeys(path, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      received.push({ path, authorization: request.headers.authorization, body });
      if (mood === 'cuts') request.socket.destroy();
      else if (mood !== 'hangs') {
        if (mood === 429) response.setHeader('retry-after', '7');
        if (mood === 307) response.setHeader('location', `${url}/elsewhere`);
        json(response, mood, { id: `posted-${received.length}` });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback connector has no port');
  url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    received,
    openIdMetadataUrl: `${url}/oid`,
    keyRequests: () => keyRequests,
    token: (claims = {}, options = {}, key = privateKey) =>
      jsonwebtoken.sign(
        {
          serviceurl: teamsServiceUrl,
          iss: 'https://api.botframework.com',
          aud: appId,
          exp: Math.floor(Date.now() / 1000) + 600,
          ...claims,
        },
        key,
        {
          algorithm: 'RS256',
          keyid: 'key-1',
          ...options,
        },
      ),
    unvouchedKeyIds: ['without-endorsements', 'with-empty-endorsements'],
    setKeyHost: (behaviour) => {
      keyHost = behaviour;
    },
    setMood: (next) => {
      mood = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
