// The organisation's OpenID provider: authorization code flow with PKCE, state and nonce (https://openid.net/specs/openid-connect-core-1_0.html).
import * as client from 'openid-client';
import { z } from 'zod';
import { isLoopback } from '../../loopback.ts';
import { sameSecret } from '../../secrets.ts';

/** What binds an answer of the provider to the browser that asked. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type FlowResult =
  | { readonly kind: 'claims'; readonly claims: Readonly<Record<string, unknown>> }
  /** Not begun by this browser, or long ago. */
  | { readonly kind: 'unknownFlow' }
  /** The person, or the provider, said no. */
  | { readonly kind: 'denied' }
  /** The answer can't be trusted, or was used before; `code` is for the log. */
  | { readonly kind: 'refused'; readonly code: string };

/** The provider can't be reached, or does not work with us; both are for the operator to see to. */
export class ProviderDownError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ProviderDownError';
  }
}

export interface Provider {
  /** Where to send somebody who wants to sign in. @throws ProviderDownError */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly secrets: FlowSecrets }>;
  /**
   * What the provider says about who comes back.
   * @param answer the redirect URI with what the provider added to it
   * @throws ProviderDownError
   */
  finish(answer: URL, secrets: FlowSecrets | null): Promise<FlowResult>;
  /** Where to end the provider's own session; null when it has no such place or can't be asked. */
  signOutUrl(returnTo: string): Promise<string | null>;
}

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly now: () => Date;
  /** Seconds for each request; tests are less patient. */
  readonly timeoutSeconds?: number;
}

/** A person waits for each request (reliability F4). */
const patienceSeconds = 5;
/** How long what the provider says about itself is believed; its keys are asked for anew when an unknown one turns up. */
const believedMs = 24 * 60 * 60_000;
/** Seconds two clocks may differ. */
const clockSeconds = 60;

export function createProvider(options: ProviderOptions): Provider {
  const { issuer, clientId, clientSecret, now, timeoutSeconds = patienceSeconds } = options;
  let known: { readonly until: number; readonly config: Promise<client.Configuration> } | null = null;

  async function ask(): Promise<client.Configuration> {
    const server = new URL(issuer);
    const plain = server.protocol === 'http:' && isLoopback(server.hostname);
    return client.discovery(
      server,
      clientId,
      { client_secret: clientSecret, [client.clockTolerance]: clockSeconds },
      client.ClientSecretPost(clientSecret),
      {
        timeout: timeoutSeconds,
        // The signature is checked although the token comes from the provider itself: TLS is not the only thing that protects.
        execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
      },
    );
  }

  async function config(): Promise<client.Configuration> {
    if (!known || known.until <= now().getTime()) {
      const config = ask();
      known = { until: now().getTime() + believedMs, config };
      // What failed is not remembered: the next one asks again.
      config.catch(() => {
        if (known?.config === config) known = null;
      });
    }
    try {
      return await known.config;
    } catch (error) {
      throw new ProviderDownError('the OpenID provider does not say how to sign in', error);
    }
  }

  return {
    async begin(redirectUri) {
      const found = await config();
      const secrets = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(found, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, secrets };
    },

    async finish(answer, secrets) {
      const state = answer.searchParams.get('state');
      if (!secrets || state === null || !sameSecret(state, secrets.state)) return { kind: 'unknownFlow' };
      const found = await config();
      try {
        const tokens = await client.authorizationCodeGrant(found, answer, {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          pkceCodeVerifier: secrets.verifier,
        });
        const claims = tokens.claims();
        return claims ? { kind: 'claims', claims } : { kind: 'refused', code: 'no id token' };
      } catch (error) {
        return refusal(error);
      }
    },

    async signOutUrl(returnTo) {
      try {
        const found = await config();
        if (!found.serverMetadata().end_session_endpoint) return null;
        return client.buildEndSessionUrl(found, { post_logout_redirect_uri: returnTo }).href;
      } catch {
        return null;
      }
    },
  };
}

const coded = z.object({ code: z.string() });
/** Codes of openid-client that tell of the provider's health, not of this answer. */
const unwell = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2: the code was used, old or not ours. All else is between us and the provider. */
const notThisCode = 'invalid_grant';

function refusal(error: unknown): FlowResult {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'temporarily_unavailable' || error.error === 'server_error')
      throw new ProviderDownError('the OpenID provider says that it does not work', error);
    return { kind: 'denied' };
  }
  if (error instanceof client.ResponseBodyError) {
    if (error.error === notThisCode) return { kind: 'refused', code: notThisCode };
    throw new ProviderDownError(
      error.error === 'invalid_client' || error.error === 'unauthorized_client'
        ? 'the OpenID provider refuses OIDC_CLIENT_ID and OIDC_CLIENT_SECRET; the secret may have expired'
        : 'the OpenID provider gives no token',
      error,
    );
  }
  const read = coded.safeParse(error);
  const code = read.success ? read.data.code : null;
  // fetch says of every broken connection that it is a TypeError.
  if (code === null || unwell.has(code) || !(error instanceof client.ClientError))
    throw new ProviderDownError('the OpenID provider gives no answer', error);
  return { kind: 'refused', code };
}
