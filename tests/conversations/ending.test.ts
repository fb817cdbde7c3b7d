// How the service ends: in order whatever clients do, and with a status that says whether it was meant.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRaw } from '../support/rawRequest.ts';
import { startProcess } from '../support/startProcess.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-end-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const head = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';

test('The service ends in order although clients hold on to their connections', async () => {
  const service = await startProcess(folder);
  const silent = [
    '',
    'GET / HT',
    `${head}Content-Length: 100\r\n\r\n{`,
    `${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
  ].map((bytes) => openRaw(service.url, bytes));
  const answered = [
    'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'GET /nope HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  ].map((bytes) => openRaw(service.url, bytes));
  await Promise.all([
    ...silent.map((socket) => once(socket, 'connect')),
    ...answered.map((socket) => once(socket, 'data')),
  ]);
  expect(await service.stop()).toBe(0);
});

describe('A fault that nobody expected', () => {
  test.each([
    ['a promise that nobody waits for', 'Promise.reject(new Error("boom"))'],
    ['an error that nobody catches', 'throw new Error("boom")'],
  ])(
    '(%s) ends the service in order, with a status that makes a supervisor start it again',
    async (_what, code) => {
      const onSignal = `process.on('SIGUSR2', () => { ${code}; });`;
      const service = await startProcess(folder, {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(onSignal)}`,
      });
      expect(await service.stop('SIGUSR2')).toBe(1);
      const again = await startProcess(folder);
      expect(await again.stop()).toBe(0);
    },
  );
});
