import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';
import { createSigningKeys } from '../../../bot/gate/signingKeys.ts';
import {
  appId,
  type LoopbackConnector,
  startLoopbackConnector,
  teamsServiceUrl,
} from '../../support/loopbackConnector.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

let connector: LoopbackConnector;
let registered: StartedApp;
let local: StartedApp;
beforeAll(async () => {
  connector = await startLoopbackConnector();
  registered = await startRegistered(connector);
  local = await startApp();
});
afterAll(async () => {
  await registered.close();
  await local.close();
  await connector.close();
});

/** The app with a registration, and Microsoft's keys on loopback. */
function startRegistered({ openIdMetadataUrl }: LoopbackConnector): Promise<StartedApp> {
  const now = () => new Date();
  return startApp({
    settings: { app: { id: appId, type: 'SingleTenant', password: 'x', tenantId: appId } },
    options: { signingKeys: createSigningKeys({ url: openIdMetadataUrl, now, timeLimitMs: 200 }) },
  });
}

function activity(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: teamsServiceUrl,
    conversation: { id: 'conversation-1' },
    from: { id: 'visitor-1', name: 'Visitor' },
    recipient: { id: 'bot-1', name: 'Bot' },
    text: 'What is ICLEI?',
    locale: 'en',
    deliveryMode: 'expectReplies',
    ...changes,
  };
}

function send(
  app: StartedApp,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
}

function sendAs(token: string, body: unknown = activity()): Promise<Response> {
  return send(registered, body, { authorization: `Bearer ${token}` });
}

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  const body = errorBody.parse(await response.json());
  expect(body.error.code).toBe(code);
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/u);
}

describe("A request with the connector's token", () => {
  test('is answered', async () => {
    const response = await sendAs(connector.token());
    expect(response.status).toBe(200);
    expect(JSON.stringify(await response.json())).toContain('ICLEI');
  });

  test.each(['bearer', 'BEARER'])('is answered when the scheme is written %s', async (scheme) => {
    const response = await send(registered, activity(), { authorization: `${scheme} ${connector.token()}` });
    expect(response.status).toBe(200);
  });

  test.each([
    ['no token', () => ''],
    ['rubbish', () => 'x'],
    ['another audience', () => connector.token({ aud: randomUUID() })],
    ['another issuer', () => connector.token({ iss: 'https://sts.windows.net/x/' })],
    ['an hour past its end', () => connector.token({ exp: Math.floor(Date.now() / 1000) - 3600 })],
    [
      'no end',
      () =>
        jsonwebtoken.sign(
          { serviceurl: teamsServiceUrl, iss: 'https://api.botframework.com', aud: appId },
          generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
          { algorithm: 'RS256', keyid: 'key-1' },
        ),
    ],
    ['a start in the future', () => connector.token({ nbf: Math.floor(Date.now() / 1000) + 3600 })],
    ['another serviceUrl', () => connector.token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['no serviceUrl', () => connector.token({ serviceurl: undefined })],
    [
      'a foreign signature',
      () => connector.token({}, {}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    ],
    ['an unknown key', () => connector.token({}, { keyid: 'key-2' })],
    ['a key of another kind', () => connector.token({}, { keyid: 'of-another-kind' })],
    ['a key that names no channels', () => connector.token({}, { keyid: connector.unvouchedKeyIds[0] })],
    ['a key that vouches for no channel', () => connector.token({}, { keyid: connector.unvouchedKeyIds[1] })],
    [
      'an extension that must be understood',
      () => connector.token({}, { header: { alg: 'RS256', kid: 'key-1', crit: ['b64'] } }),
    ],
    [
      'no signature',
      () =>
        jsonwebtoken.sign(
          {
            serviceurl: teamsServiceUrl,
            iss: 'https://api.botframework.com',
            aud: appId,
            exp: Math.floor(Date.now() / 1000) + 600,
          },
          '',
          { algorithm: 'none', keyid: 'key-1' },
        ),
    ],
    [
      'a signature made with the public key',
      () => {
        const head = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })).toString(
          'base64url',
        );
        return `${head}.${connector.token().split('.')[1]}.AAAA`;
      },
    ],
  ])('but %s gets 401 and learns nothing', async (_what, token) => {
    const response = await sendAs(token());
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    await expectRefusal(response, 401, 'Unauthorized');
  });

  test('for a channel that the key does not vouch for gets 401', async () => {
    await expectRefusal(
      await sendAs(connector.token(), activity({ channelId: 'slack' })),
      401,
      'Unauthorized',
    );
  });

  test('and a serviceUrl that is not on the list gets 403', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'https://evil.trafficmanager.net/',
      'http://smba.trafficmanager.net/',
      'https://smba.trafficmanager.net:8443/',
      'https://user@smba.trafficmanager.net/',
      'urn:iclei-question-bot:web-chat',
    ]) {
      await expectRefusal(
        await sendAs(connector.token({ serviceurl: serviceUrl }), activity({ serviceUrl })),
        403,
        'ServiceUrlNotAllowed',
      );
    }
  });

  test('and no serviceUrl in the activity gets 400', async () => {
    await expectRefusal(
      await sendAs(connector.token(), activity({ serviceUrl: undefined })),
      400,
      'MissingProperty',
    );
  });

  test.each([
    ['a number as type', { type: 5 }],
    ['no conversation', { conversation: undefined }],
    ['a list as sender', { from: [] }],
    ['a number as text', { text: 7 }],
    ['an object as entities', { entities: {} }],
    ['null as recipient', { recipient: null }],
    ['an unknown delivery mode', { deliveryMode: 'pigeon' }],
  ])('and %s gets 400 that names the field', async (_what, change) => {
    const response = await sendAs(connector.token(), activity(change));
    const body = errorBody.parse(await response.clone().json());
    expect(body.error.message).toContain(Object.keys(change)[0]);
    await expectRefusal(response, 400, 'BadArgument');
  });

  test.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '5'],
    ['a text', '"x"'],
  ])('and %s instead of an activity is refused', async (_what, body) => {
    expect([400, 401]).toContain((await sendAs(connector.token(), body)).status);
  });
});

test('A refused token leaves nothing behind on standard error', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const printed: unknown[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(text) > 0);
  const errors = jest.spyOn(console, 'error').mockImplementation((...texts) => printed.push(...texts));
  await sendAs(connector.token({}, {}, privateKey));
  await sendAs(connector.token({ exp: Math.floor(Date.now() / 1000) - 3600 }));
  errors.mockRestore();
  spy.mockRestore();
  expect(printed).toEqual([]);
});

describe('Without keys to check a token with', () => {
  let other: LoopbackConnector;
  let app: StartedApp;
  beforeAll(async () => {
    other = await startLoopbackConnector();
    app = await startRegistered(other);
  });
  afterAll(async () => {
    await app.close();
    await other.close();
  });

  test.each(['refuses', 'hangs', 'has an empty document', 'has no keys', 'has no JSON'] as const)(
    'because their host %s, the caller is asked to come back',
    async (behaviour) => {
      other.setKeyHost(behaviour);
      const response = await send(app, activity(), { authorization: `Bearer ${other.token()}` });
      expect(response.headers.get('retry-after')).toBe('30');
      await expectRefusal(response, 503, 'ServiceUnavailable');
    },
  );

  test('because none could be had so far, they are asked for again', async () => {
    other.setKeyHost('well');
    const response = await send(app, activity(), { authorization: `Bearer ${other.token()}` });
    expect(response.status).toBe(200);
  });
});

describe('The gate', () => {
  test('takes POST only', async () => {
    const response = await fetch(`${local.url}/api/messages`);
    expect(response.headers.get('allow')).toBe('POST');
    await expectRefusal(response, 405, 'MethodNotAllowed');
  });

  test('takes JSON only', async () => {
    await expectRefusal(
      await send(local, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UnsupportedMediaType',
    );
  });

  test('takes nothing compressed', async () => {
    const response = await fetch(`${local.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(activity())),
    });
    await expectRefusal(response, 415, 'UnsupportedEncoding');
  });

  test('takes 256 KiB and not a byte more, whether the length is told or not', async () => {
    const padded = (length: number) =>
      JSON.stringify(activity({ padding: '' })).replace('"padding":""', `"padding":"${'x'.repeat(length)}"`);
    const overhead = Buffer.byteLength(padded(0));
    expect(
      (
        await send(
          local,
          padded(256 * 1024 - overhead).replace(
            teamsServiceUrl,
            `${connector.url}/`.padEnd(teamsServiceUrl.length, '/'),
          ),
        )
      ).status,
    ).toBe(200);
    await expectRefusal(await send(local, padded(256 * 1024 - overhead + 1)), 413, 'MessageSizeTooBig');
    expect(await sendInChunks(local.url, 'x'.repeat(300 * 1024))).toBe(413);
  });

  test('says that broken JSON is broken, and repeats nothing of it', async () => {
    const response = await send(local, '{"secret":');
    expect(await response.clone().text()).not.toContain('secret');
    await expectRefusal(response, 400, 'BadSyntax');
  });

  test('takes no activity nested deeper than 64 levels, and of a conversation only what it knows', async () => {
    const conversation = { id: 'deep', extra: 'HERE' };
    const extra = (levels: number) =>
      JSON.stringify(activity({ serviceUrl: `${connector.url}/`, conversation })).replace(
        '"HERE"',
        '{"a":'.repeat(levels) + '1'.padEnd(levels + 1, '}'),
      );
    await expectRefusal(await send(local, extra(8000)), 400, 'BadSyntax');
    const answer = await send(local, extra(50));
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('extra');
  });

  test('without an app id sends replies to this machine only', async () => {
    await expectRefusal(await send(local, activity()), 403, 'ServiceUrlNotAllowed');
  });

  test.each([
    ['a foreign Host', { host: 'bot.example.org' }],
    ['a name that only looks like this machine', { host: 'localhost.example.org' }],
    ['Forwarded', { forwarded: 'for=203.0.113.9' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '203.0.113.9' }],
    ['X-Forwarded-Proto', { 'x-forwarded-proto': 'https' }],
  ])(
    'without an app id refuses what came through a proxy or under another name: %s',
    async (_what, headers) => {
      const body = JSON.stringify(activity({ serviceUrl: `${connector.url}/` }));
      expect(await sendWithHeaders(local.url, body, headers)).toMatchObject({
        status: 403,
        code: 'Forbidden',
      });
    },
  );

  test('without an app id lets nobody speak as our own web chat', async () => {
    for (const channelId of ['directline', 'DirectLine']) {
      const response = await send(local, activity({ channelId, serviceUrl: `${connector.url}/` }));
      await expectRefusal(response, 403, 'ChannelNotAllowed');
    }
  });

  test('is not there without an app id when the world can reach the service', async () => {
    const open = await startApp({ settings: { publicUrl: 'https://bot.example.org' } });
    await expectRefusal(await send(open, activity()), 404, 'NotFound');
    await open.close();
    const here = await startApp({ settings: { publicUrl: 'http://localhost:3978' } });
    expect((await send(here, activity({ serviceUrl: `${connector.url}/` }))).status).toBe(200);
    await here.close();
  });

  test('posts the reply to the serviceUrl, and once for an activity that comes again', async () => {
    const question = activity({
      serviceUrl: `${connector.url}/`,
      channelId: 'emulator',
      deliveryMode: undefined,
    });
    const before = connector.received.length;
    const statuses = await Promise.all([send(local, question), send(local, question), send(local, question)]);
    expect(statuses.map((response) => response.status)).toEqual([200, 200, 200]);
    expect((await send(local, question)).status).toBe(200);
    const posted = connector.received.slice(before);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.path).toContain('/v3/conversations/conversation-1/activities/');
  });

  test('gives a repeated expectReplies call the same stored reply', async () => {
    const question = activity({ serviceUrl: `${connector.url}/` });
    const first = await (await send(local, question)).json();
    expect(await (await send(local, question)).json()).toEqual(first);
  });

  test('leaves activities of kinds it does not know unanswered', async () => {
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'somethingNew']) {
      expect((await send(local, activity({ type, serviceUrl: `${connector.url}/` }))).status).toBe(200);
    }
  });
});

/** Sends an activity with headers that fetch would not send. */
function sendWithHeaders(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; code: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${url}/api/messages`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode ?? 0, code: errorBody.parse(JSON.parse(text)).error.code });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends a body whose length is not told. @returns the status */
function sendInChunks(url: string, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${url}/api/messages`,
      { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}
