import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

test('Staff correct a reply, and the visitor gets both, each with the question it answers', async () => {
  const visitor = await comeToChat(app.url);
  await visitor.ask('Does ICLEI breed penguins in Antarctica?');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  expect(await staff.reply(id, 'Yes, two.')).toBe(303);
  await visitor.waitFor(3);
  expect(await staff.reply(id, 'Sorry: none at all.')).toBe(303);
  const heard = await visitor.waitFor(4);
  expect(heard.slice(2).map(({ text }) => text)).toEqual([
    expect.stringMatching(/You asked: .*penguins.*Yes, two\./su),
    expect.stringMatching(/You asked: .*penguins.*Sorry: none at all\./su),
  ]);
  const page = await staff.page(`/console/escalations/${id}`);
  expect(page.match(/Anna replied/gu)).toHaveLength(2);
});
