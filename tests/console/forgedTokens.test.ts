// What a provider, or somebody in its place, could send instead of a good ID token.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createProvider } from '../../bot/console/oidc/provider.ts';
import { type Forgery, type ForgingProvider, startForgingProvider } from '../support/forgingProvider.ts';
import { createJar, type Jar } from './support/jar.ts';
import { roleRules } from './support/organisation.ts';
import { startConsole, type TestConsole } from './support/startConsole.ts';

let provider: ForgingProvider;
let desk: TestConsole;
let jar: Jar;
let clock: Date;
const at = (path: string) => desk.url + path;

beforeEach(async () => {
  provider = await startForgingProvider();
  const { issuer, clientId, clientSecret } = provider;
  clock = new Date();
  desk = await startConsole({
    organisation: {
      provider: createProvider({ issuer, clientId, clientSecret, now: () => clock, timeoutSeconds: 0.5 }),
      claimRules: { issuer, roleRules, groupsClaim: 'groups' },
    },
  });
  jar = createJar();
});
afterEach(async () => {
  await desk.stop();
  await provider.close();
});

/** Begins to sign in and comes back with a code. */
async function signIn(forgery: Forgery): Promise<Response> {
  const begun = await jar.open(at('/console/sign-in/organisation'));
  const asked = new URL(begun.headers.get('location') ?? '').searchParams;
  provider.nonce = asked.get('nonce') ?? '';
  provider.forgery = forgery;
  const answer = new URLSearchParams({ code: 'a-code', state: asked.get('state') ?? '' });
  return jar.open(at(`/console/sign-in/callback?${answer}`));
}

const seconds = () => Math.floor(Date.now() / 1000);

test('A good token signs in; all others differ from it in one thing', async () => {
  const response = await signIn({});
  expect([response.status, response.headers.get('location')]).toEqual([303, '/console']);
});

const bad: readonly (readonly [string, Forgery])[] = [
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another audience', { claims: { aud: 'another-app' } }],
  ['two audiences and another party', { claims: { aud: ['question-bot', 'x'], azp: 'x' } }],
  ['no audience', { claims: { aud: undefined } }],
  ['another issuer', { claims: { iss: 'https://evil.example' } }],
  ['no subject', { claims: { sub: undefined } }],
  ['no end', { claims: { exp: undefined } }],
  ['an end that was', { claims: { exp: seconds() - 120 } }],
  ['a beginning to come', { claims: { nbf: seconds() + 3600 } }],
  ['no signature', { algorithm: 'none' }],
  ['a signature by our shared secret', { algorithm: 'HS256' }],
  ['a signature by another key', { foreignKey: true }],
];

test.each(bad)('A token with %s signs nobody in', async (_what, forgery) => {
  const response = await signIn(forgery);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('This sign-in could not be checked');
  expect(jar.cookie(desk.url, 'sid')).toBeUndefined();
  expect(await desk.people.list({ madeAfter: new Date(0), seenAfter: new Date(0) })).toEqual([]);
});

test.each([
  ['fails', { answer: { status: 500, body: '{}' } }],
  ['sends a page', { answer: { status: 200, body: '<html>', type: 'text/html' } }],
  ['refuses our secret', { answer: { status: 401, body: '{"error":"invalid_client"}' } }],
  ['hangs', { hangs: true }],
] satisfies [string, Forgery][])(
  'A provider that %s is for the operator to see to',
  async (_what, forgery) => {
    const response = await signIn(forgery);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('does not answer');
  },
);

test('Too many groups are refused in words that say what to configure', async () => {
  for (const claims of [
    { groups: undefined, _claim_names: { groups: 'src1' }, _claim_sources: {} },
    { groups: undefined, hasgroups: true },
  ]) {
    const response = await signIn({ claims });
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(page).toContain('You are in more groups than fit');
    expect(page).toContain('OIDC_ROLES');
  }
  expect(jar.cookie(desk.url, 'sid')).toBeUndefined();
});

test('A provider without a place to sign out leaves it at signing out here', async () => {
  await signIn({});
  const out = await jar.open(at('/console/sign-out/organisation'));
  expect(out.headers.get('location')).toBe('/console/sign-in?done=signedOut');
});

describe('What the provider says about itself', () => {
  test('is asked for once a day', async () => {
    await Promise.all([signIn({}), signIn({})]);
    await signIn({});
    expect(provider.discoveries()).toBe(1);
    clock = new Date(clock.getTime() + 24 * 3600_000);
    await signIn({});
    expect(provider.discoveries()).toBe(2);
  });

  test('is not taken from somebody else, and is asked for again', async () => {
    provider.claimedIssuer = 'https://evil.example';
    expect((await jar.open(at('/console/sign-in/organisation'))).status).toBe(503);
    provider.claimedIssuer = null;
    expect((await signIn({})).status).toBe(303);
  });

  test('is not asked for without TLS on another machine', async () => {
    const far = createProvider({
      issuer: 'http://login.example.org',
      clientId: 'x',
      clientSecret: 'y',
      now: () => clock,
    });
    await expect(far.begin('https://bot.example.org/console/sign-in/callback')).rejects.toMatchObject({
      name: 'ProviderDownError',
      cause: { code: 'OAUTH_HTTP_REQUEST_FORBIDDEN' },
    });
    expect(await far.signOutUrl('https://bot.example.org/console/sign-in')).toBeNull();
  });
});
