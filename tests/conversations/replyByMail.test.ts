// A visitor leaves an address and goes: the reply follows them there, once, and only if they have not come back to it.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { comeToChat, type Visitor } from '../support/directLineVisitor.ts';
import { type MailServer, readable, startMailServer } from '../support/mailServer.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

let clock: Date;
let server: MailServer;
let app: StartedApp;
beforeEach(async () => {
  clock = new Date('2026-11-23T10:00:00Z');
  server = await startMailServer();
  app = await startApp({
    settings: { mail: server.settings(), publicUrl: null },
    options: { now: () => clock },
  });
});
afterEach(async () => {
  await app.close();
  await server.close();
});

const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

/** Asks what nobody knows, leaves an address, and gets a reply a minute later. */
async function askAndReply(): Promise<{ visitor: Visitor; page: () => Promise<string> }> {
  const visitor = await comeToChat(app.url, 'de');
  await visitor.ask('Züchtet ICLEI Pinguine in der Antarktis?');
  await visitor.ask('eva@example.org');
  pass(1);
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  expect(await staff.reply(id, 'Nein, **nie**. Mehr unter https://iclei.org/')).toBe(303);
  const page = () => staff.page(`/console/escalations/${id}`);
  await until(async () => (await page()).includes('Reply delivered'));
  return { visitor, page };
}

test('Who has gone gets the reply by mail, with the way back, and finds it in the chat as well', async () => {
  const { visitor, page } = await askAndReply();
  pass(9);
  await until(async () => (await page()).includes('Reply delivered'));
  expect(server.taken).toEqual([]);
  pass(2);
  await until(() => server.taken.length === 1);
  await until(async () => (await page()).includes('Reply sent by e-mail'));
  const [mail] = server.taken;
  expect(mail).toMatchObject({ from: 'assistant@iclei.example', to: ['eva@example.org'] });
  const text = readable(mail?.raw ?? '');
  expect(text).toMatch(/^Message-ID: <[\w-]{36}@iclei\.example>\r$/mu);
  expect(text).toContain('Nein, nie. Mehr unter https://iclei.org/');
  expect(text).toContain(`${app.url}/?lang=de`);
  expect(text).not.toContain('Pinguine');
  const heard = await visitor.heard();
  expect(heard.filter(({ text }) => text?.includes('Nein, **nie**'))).toHaveLength(1);
});

test('Who had the chat open after the reply gets no mail', async () => {
  const { visitor, page } = await askAndReply();
  pass(5);
  await visitor.heard();
  pass(6);
  const database = new DatabaseSync(join(app.folder, 'bot.sqlite'), { readOnly: true });
  const mails = database.prepare("select status from outbox where route = 'mail'");
  await until(() => mails.get()?.status === 'dropped');
  database.close();
  expect(server.taken).toEqual([]);
  expect(await page()).not.toContain('Reply sent by e-mail');
});

test('A mail that may have arrived is left to staff, and not sent again', async () => {
  const { page } = await askAndReply();
  server.setMood('cuts after the message');
  pass(11);
  await until(() => server.taken.length === 1);
  await until(async () => (await page()).includes('may have been delivered, or not'));
  server.setMood('takes');
  pass(60);
  const other = await comeToChat(app.url, 'en');
  await other.ask('Does ICLEI breed penguins?');
  expect(server.taken).toHaveLength(1);
});

test('A mail server that is busy for hours gets the mail when it takes it, once', async () => {
  await askAndReply();
  server.setMood({ recipient: 451 });
  for (const hours of [1, 2, 3]) {
    const before = server.asked();
    pass(hours * 60);
    await (await comeToChat(app.url, 'en')).ask(`Does ICLEI breed penguins (${hours})?`);
    await until(() => server.asked() > before);
  }
  expect(server.taken).toEqual([]);
  server.setMood('takes');
  pass(60);
  await until(() => server.taken.length === 1);
  const staff = await signIn(await app.app.newSignInLink(), 'Ben');
  const pages = async () => {
    const list = await staff.page('/console?status=answered');
    const [, id = ''] = /\/console\/escalations\/([\w-]+)/u.exec(list) ?? [];
    return staff.page(`/console/escalations/${id}`);
  };
  await until(async () => (await pages()).includes('Reply sent by e-mail'));
  expect(server.taken).toHaveLength(1);
});
