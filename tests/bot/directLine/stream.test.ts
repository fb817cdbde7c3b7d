import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRaw, sendRaw } from '../../support/rawRequest.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

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
