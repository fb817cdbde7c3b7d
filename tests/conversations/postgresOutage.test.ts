// The whole service while its PostgreSQL is away, and when it can not start without it (reliability F3).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { startServer, type TestServer } from '../support/postgres.ts';
import { signIn } from '../support/staff.ts';
import { startApp } from '../support/startApp.ts';
import { runToEnd } from '../support/startProcess.ts';

let folder = '';
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-outage-'));
  server = await startServer(folder, true);
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 });
});

test('While PostgreSQL is away visitors and staff are asked to come back, and then all goes on by itself', async () => {
  const app = await startApp({ settings: { databaseUrl: server.url } });
  const visitor = await comeToChat(app.url);
  await visitor.ask('Does ICLEI breed penguins in Antarctica?');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();

  await server.kill();
  const sent = visitor.request('/activities', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: 'What is ICLEI?' }),
  });
  const [refused, replied, ready] = await Promise.all([
    sent,
    staff.reply(id, 'No.'),
    fetch(`${app.url}/readyz`),
  ]);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect([replied, ready.status]).toEqual([503, 503]);
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);

  await server.start();
  expect((await visitor.ask('What is ICLEI?')).channelData?.reply?.kind).toBe('answer');
  expect(await staff.reply(id, 'No.')).toBe(303);
  await visitor.waitFor(4);
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  await app.close();
});

test('A service whose PostgreSQL can not be used says why, never the password, and whether trying again may help', async () => {
  const url = new URL(server.url);
  url.password = 'hush';
  url.pathname = '/not_there';
  const lasting = await runToEnd(folder, { PORT: '0', DATABASE_URL: url.href });
  expect(lasting.status).toBe(78);
  expect(lasting.stderr).toBe(
    `Refusing to start:\n  The database postgres://${url.host}/not_there can't be used: the server has no database of that name. Set DATABASE_URL to a database that this service may use.\n`,
  );
  await server.kill();
  const passing = await runToEnd(folder, { PORT: '0', DATABASE_URL: url.href });
  await server.start();
  expect(passing.status).toBe(1);
  expect(passing.stderr).toBe(
    `Could not start:\n  The database postgres://${url.host}/not_there does not answer. Start it, or look at DATABASE_URL.\n`,
  );
});
