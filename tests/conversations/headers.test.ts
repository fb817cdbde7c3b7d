// What browsers are told to be careful about, on whatever the service answers (reliability S12).
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StartedApp, startApp } from '../support/startApp.ts';

let local: StartedApp;
let open: StartedApp;
beforeAll(async () => {
  local = await startApp();
  open = await startApp({ settings: { publicUrl: 'https://bot.example.org' } });
});
afterAll(async () => {
  await local.close();
  await open.close();
});

describe('Every kind of answer', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/embed.js'],
    ['GET', '/webchat/x/nothing.js'],
    ['GET', '/healthz'],
    ['GET', '/nothing'],
    ['GET', '/console/sign-in'],
    ['GET', '/console/assets/console.css'],
    ['DELETE', '/console'],
    ['POST', '/v3/directline/tokens/generate'],
    ['OPTIONS', '/v3/directline/tokens/generate'],
    ['GET', '/v3/directline/conversations/x/activities'],
    ['POST', '/api/messages'],
  ])('(%s %s) has a policy, no sniffing, no referrer, and stays with TLS', async (method, path) => {
    const { headers } = await fetch(local.url + path, { method });
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; .*frame-ancestors '(none|self)'/u,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('cache-control')).not.toBeNull();
  });
});

test('The page of the chat may connect to this service, and to no other host', async () => {
  const policy = async (url: string) =>
    /connect-src ([^;]*);/u.exec((await fetch(url)).headers.get('content-security-policy') ?? '')?.[1];
  expect(await policy(local.url)).toBe(`'self' ${local.url.replace('http:', 'ws:')}`);
  expect(await policy(open.url)).toBe("'self' wss://bot.example.org");
});
