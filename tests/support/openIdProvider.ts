// A certified OpenID provider (oidc-provider) on loopback, where whoever the test names is signed in without being asked.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Adapter, type AdapterPayload, Provider } from 'oidc-provider';

export interface Account {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next; null: the person gives up. */
  person: Account | null;
  /** What it was asked for, "GET /auth". */
  readonly requests: string[];
  /** Registers the console that may send people here. */
  register(console: string): void;
  close(): Promise<void>;
}

/** Listens at once, so that the console can be told where; serves when that is registered. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const clientId = 'question-bot';
  const clientSecret = 'a secret of the tests, which is long enough';
  const accounts = new Map<string, Account>();
  let provider: Provider | null = null;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!provider) throw new Error('the provider is not there yet');
    started.requests.push(`${request.method} ${new URL(request.url ?? '', started.issuer).pathname}`);
    if (!request.url?.startsWith('/interaction/')) {
      await provider.callback()(request, response);
      return;
    }
    const { person } = started;
    if (person) accounts.set(person.sub, person);
    const result = person
      ? { login: { accountId: person.sub } }
      : { error: 'access_denied', error_description: 'The person gave up.' };
    await provider.interactionFinished(request, response, result);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the OpenID provider has no port');

  const started: OpenIdProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    clientId,
    clientSecret,
    person: null,
    requests: [],
    register: (console) => {
      provider = new Provider(started.issuer, {
        adapter: createMemoryAdapter(),
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [`${console}/console/sign-in/callback`],
            post_logout_redirect_uris: [`${console}/console/sign-in?done=signedOut`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        claims: { openid: ['sub'], profile: ['name', 'groups', 'roles'], email: ['email'] },
        conformIdTokenClaims: false,
        cookies: { keys: ['a key of the tests'] },
        features: {
          devInteractions: { enabled: false },
          rpInitiatedLogout: {
            logoutSource: (context, form) => {
              context.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
            },
          },
        },
        findAccount: (_context, sub) => ({ accountId: sub, claims: () => accounts.get(sub) ?? { sub } }),
        interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
        jwks: { keys: [{ ...rsaKey(), kid: 'tests', use: 'sig', alg: 'RS256' }] },
        // Consent was given by the organisation.
        loadExistingGrant: async ({ oidc }) => {
          const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
          grant.addOIDCScope('openid profile email');
          await grant.save();
          return grant;
        },
        pkce: { required: () => true },
        ttl: {
          AccessToken: 600,
          AuthorizationCode: 60,
          Grant: 600,
          IdToken: 600,
          Interaction: 600,
          Session: 600,
        },
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return started;
}

function rsaKey() {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const { n = '', e = '', d = '', p = '', q = '', dp = '', dq = '', qi = '' } = jwk;
  return { kty: 'RSA', n, e, d, p, q, dp, dq, qi } as const;
}

/** Keeps what the provider has to remember; the one it brings warns on every start. */
function createMemoryAdapter() {
  const kept = new Map<string, AdapterPayload>();
  return (model: string): Adapter => {
    const find = async (wanted: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model}:`) && wanted(payload))?.[1];
    return {
      upsert: async (id, payload) => {
        kept.set(`${model}:${id}`, payload);
      },
      find: async (id) => kept.get(`${model}:${id}`),
      findByUid: (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = kept.get(`${model}:${id}`);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(`${model}:${id}`);
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
