// Stands in for Microsoft's hosts on loopback: signing keys, and a connector that takes the bot's replies.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type BotFrameworkAuthentication,
  PasswordServiceClientCredentialFactory,
} from 'botframework-connector';
import jsonwebtoken from 'jsonwebtoken';

export const appId = '11111111-2222-3333-4444-555555555555';
export const teamsServiceUrl = 'https://smba.trafficmanager.net/emea/';

export interface LoopbackConnector {
  readonly url: string;
  /** What the bot posted, in order. */
  readonly received: readonly { readonly path: string; readonly body: unknown }[];
  /** Microsoft's side of the authentication, on loopback: everything else is the production path. */
  readonly authentication: BotFrameworkAuthentication;
  /** A token as the connector makes it, with claims or header changed. */
  token(
    claims?: Readonly<Record<string, unknown>>,
    options?: Readonly<jsonwebtoken.SignOptions>,
    key?: KeyObject,
  ): string;
  /** The public key as text, for the attack that signs with it. */
  readonly publicKey: string;
  /** Makes the signing keys unreachable. */
  hideKeys(): void;
  close(): Promise<void>;
}

export async function startLoopbackConnector(): Promise<LoopbackConnector> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = {
    ...publicKey.export({ format: 'jwk' }),
    kid: 'key-1',
    use: 'sig',
    endorsements: ['msteams', 'webchat'],
  };
  const received: { path: string; body: unknown }[] = [];
  let hidden = false;
  let url = '';

  const server: Server = createServer((request, response) => {
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET') {
      if (hidden) json(503, {});
      else if (request.url === '/oid')
        json(200, {
          issuer: 'https://api.botframework.com',
          jwks_uri: `${url}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      else json(200, { keys: [jwk] });
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      json(200, { id: `posted-${received.length}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback connector has no port');
  url = `http://127.0.0.1:${address.port}`;

  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: appId,
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: `${url}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/oid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/oid`,
      CallerId: '',
    },
    new PasswordServiceClientCredentialFactory(appId, 'a password that is never sent in these tests', ''),
  );

  return {
    url,
    received,
    authentication,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
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
    hideKeys: () => {
      hidden = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
