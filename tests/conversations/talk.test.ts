import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

test('Staff take a conversation over, talk, and give it back; the bot is silent meanwhile and says when it is back', async () => {
  const visitor = await comeToChat(app.url);
  await visitor.ask('Does ICLEI breed penguins in Antarctica?');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  expect(await staff.does(id, 'take-over')).toBe(303);
  const [, , told] = await visitor.waitFor(3);
  expect(told?.text).toContain('**Anna** of ICLEI’s staff is now here with you.');

  await visitor.send('What is ICLEI?');
  await until(async () =>
    (await staff.page(`/console/escalations/${id}`)).includes(
      '<li class="plain" lang="en" dir="auto">What is ICLEI?</li>',
    ),
  );
  expect(await staff.reply(id, 'We are a network. And no penguins.')).toBe(303);
  const [, , , said] = await visitor.waitFor(4);
  expect(said?.text).toMatch(/^Anna, ICLEI staff:\s+We are a network\. And no penguins\.$/u);

  expect(await staff.does(id, 'hand-back')).toBe(303);
  const [, , , , back] = await visitor.waitFor(5);
  expect(back?.text).toContain('I’m back');
  expect((await visitor.ask('What is ICLEI?')).text).toContain('Local Governments for Sustainability');
  const page = await staff.page(`/console/escalations/${id}`);
  for (const event of [
    'took over the conversation',
    'added details',
    'replied',
    'handed the conversation back',
  ])
    expect(page).toContain(event);
});

test('A question goes to the queue that the routing file has for what it is about', async () => {
  const visitor = await comeToChat(app.url);
  await visitor.ask('We have not received the invoice for our membership fee');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const pages = await Promise.all(
    (await staff.queue()).map((id) => staff.page(`/console/escalations/${id}`)),
  );
  const page = pages.find((each) => each.includes('We have not received the invoice'));
  expect(page).toContain('<dt>Queue</dt><dd>Membership</dd>');
});
