import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { LoggedActivity } from '../../../bot/directLine/activityLog.ts';
import { createOrigins } from '../../../bot/directLine/origins.ts';
import { attachStreams } from '../../../bot/directLine/stream.ts';
import { createTokens } from '../../../bot/directLine/tokens.ts';
import { comeToChat } from '../../support/directLineVisitor.ts';
import { openRaw, sendRaw } from '../../support/rawRequest.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';
import { until } from '../../support/until.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

function upgrade(target: string): string {
  return [
    `GET ${target} HTTP/1.1`,
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');
}

describe('A request for a stream', () => {
  test.each([
    ['//', 400],
    ['http://[', 400],
    ['http://x:99999/', 400],
    ['*', 404],
    ['/nope', 404],
    ['/v3/directline/conversations/x/streams', 404],
  ])('at %s gets %d, the connection is closed, and the service goes on', async (target, status) => {
    expect(await sendRaw(app.url, upgrade(target))).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  test('that is cut off by its sender harms nobody', async () => {
    for (const target of ['/nope', '//', '/v3/directline/conversations/x/stream']) {
      const socket = openRaw(app.url, upgrade(target));
      await once(socket, 'data');
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

const opened = z.object({ streamUrl: z.string() });

/** How an attempt ends that is not let in. */
function outcome(url: string): Promise<string> {
  const socket = new WebSocket(url);
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve(`closed: ${code}`));
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(`${response.statusCode}, again in ${response.headers['retry-after']}`);
    });
  });
}

test('A conversation has eight streams at most, and room again when one has ended', async () => {
  const visitor = await comeToChat(app.url);
  const { streamUrl } = opened.parse(await (await visitor.request('')).json());
  const sockets = Array.from({ length: 8 }, () => new WebSocket(streamUrl));
  await Promise.all(sockets.map((socket) => once(socket, 'message')));
  expect(await outcome(streamUrl)).toMatch(/^429, again in \d+$/u);

  sockets[0]?.close();
  await until(async () => {
    const socket = new WebSocket(streamUrl);
    const came = await Promise.race([
      once(socket, 'message').then(() => true),
      once(socket, 'unexpected-response').then(() => false),
    ]);
    if (came) socket.close();
    else socket.terminate();
    return came;
  });
  for (const socket of sockets) socket.terminate();
});

test('Who opens streams too often is asked to wait', async () => {
  const slow = await startApp({
    options: { rates: { messagesPerMinute: 100, requestsPerMinute: 5, tokensPerMinute: 100 } },
  });
  const url = `${slow.url.replace('http', 'ws')}/v3/directline/conversations/x/stream?t=none`;
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++) outcomes.push(await outcome(url));
  expect(outcomes[0]).toBe('closed: 1008');
  expect(outcomes.at(-1)).toMatch(/^429, again in \d+$/u);
  await slow.close();
});

test('What a client does not take stays in the log, and comes when it takes more', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tokens = createTokens('x'.repeat(32), () => new Date());
  const last = 10_000;
  let read = 0;
  const logged = (seq: number): LoggedActivity => ({
    seq,
    id: `a${seq}`,
    sender: 'bot',
    at: new Date(0),
    body: { type: 'message', text: 'x'.repeat(4000) },
    turn: null,
  });
  const streams = attachStreams({
    server,
    log: {
      lastSeq: async () => last,
      since: async (_id, watermark, limit) => {
        const found = Array.from({ length: Math.min(limit, last - watermark) }, (_, i) => watermark + 1 + i);
        read = found.at(-1) ?? read;
        return found.map(logged);
      },
    },
    tokens,
    origins: createOrigins(null, []),
    requests: { take: async () => 0 },
    clientAddress: () => '',
    onSeen: () => undefined,
    onFault: (error) => expect(error).toBeUndefined(),
  });
  const address = server.address();
  const token = tokens.sign({ conversationId: 'c1', visitorId: 'dl_1', origin: null }, 'stream');
  const port = typeof address === 'object' ? address?.port : 0;
  const client = new WebSocket(`ws://127.0.0.1:${port}/v3/directline/conversations/c1/stream?t=${token}`);
  const seen: number[] = [];
  const frame = z.object({ activities: z.array(z.object({ id: z.string() })) });
  client.on('message', (data) => {
    for (const { id } of frame.parse(JSON.parse(data.toString())).activities) seen.push(Number(id.slice(1)));
  });
  await once(client, 'open');
  client.pause();
  // The buffers of the two systems between them are full when nothing more is read for a while.
  let before = -1;
  await until(async () => {
    const still = before === read;
    before = read;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return still && before === read;
  });
  expect(read).toBeLessThan(last);
  client.resume();
  await until(() => seen.length === last);
  expect(seen).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  client.terminate();
  streams.close();
  server.close();
});
