// A channel that does not take a reply, or may have taken it: what goes by mail instead, and what staff decide.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type LoopbackConnector, startLoopbackConnector } from '../support/loopbackConnector.ts';
import { type MailServer, readable, startMailServer } from '../support/mailServer.ts';
import { type Staff, signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

let connector: LoopbackConnector;
let server: MailServer;
let app: StartedApp;
let staff: Staff;
beforeEach(async () => {
  [connector, server] = await Promise.all([startLoopbackConnector(), startMailServer()]);
  app = await startApp({ settings: { mail: server.settings() } });
  staff = await signIn(await app.app.newSignInLink(), 'Anna');
});
afterEach(async () => {
  await app.close();
  await Promise.all([connector.close(), server.close()]);
});

const say = (text: string) =>
  fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: randomUUID(),
      channelId: 'emulator',
      serviceUrl: connector.url,
      conversation: { id: 'c1' },
      from: { id: 'v1' },
      recipient: { id: 'bot' },
      locale: 'en',
      text,
    }),
  });
const copies = () =>
  connector.received.filter(({ body }) => JSON.stringify(body).includes('leave penguins alone')).length;

/** @returns the id of the question, and what its page says */
async function ask(more?: string) {
  await say('Does ICLEI breed penguins in Antarctica?');
  if (more) await say(more);
  const [id = ''] = await staff.queue();
  return { id, page: () => staff.page(`/console/escalations/${id}`) };
}

test('A channel that refuses the reply leaves it to the mail, at once, and asks nobody to look', async () => {
  const { id, page } = await ask('eva@example.org');
  connector.setMood(403);
  await staff.reply(id, 'We leave penguins alone.');
  await until(() => server.taken.length === 1);
  const mail = readable(server.taken[0]?.raw ?? '');
  expect(mail).toContain('We leave penguins alone.');
  expect(mail).toContain('To ask something else, open our chat:');
  await until(async () => (await page()).includes('Reply sent by e-mail'));
  expect(await page()).toContain('The channel answered with status 403.');
  expect(await page()).not.toContain('Reply not delivered');
  expect(await staff.page('/console')).not.toContain('needs a look');
});

test('A reply that may have arrived is sent again when staff want it, and not before', async () => {
  const { id, page } = await ask();
  connector.setMood(503);
  await staff.reply(id, 'We leave penguins alone.');
  await until(async () => (await staff.page('/console')).includes('A reply needs a look:'));
  expect(await page()).toContain('Delivery uncertain (in the conversation)');
  expect(copies()).toBe(1);
  const [, delivery = ''] = /deliveries\/([\w-]+)\/resend/u.exec(await page()) ?? [];
  connector.setMood(200);
  expect(await staff.does(id, `deliveries/${delivery}/resend`)).toBe(303);
  await until(async () => (await page()).includes('Reply delivered'));
  expect(copies()).toBe(2);
  expect(await page()).toContain('Anna had the reply sent again');
  expect(await staff.page('/console')).not.toContain('needs a look');
});

test('Taking and closing a question is told to the visitor', async () => {
  const { id } = await ask();
  const heard = () => connector.received.map(({ body }) => JSON.stringify(body)).join('\n');
  expect(await staff.does(id, 'claim')).toBe(303);
  await until(() => heard().includes('Anna of ICLEI’s staff is looking into this now'));
  await staff.reply(id, 'We leave penguins alone.');
  await until(() => copies() === 1);
  expect(heard()).not.toContain('has closed');
  expect(await staff.does(id, 'close')).toBe(303);
  await until(() =>
    heard().includes('Anna of ICLEI’s staff has closed this question. If anything is left open'),
  );
});
