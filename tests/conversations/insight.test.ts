// What visitors ask shows in the figures of the real app.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

test('An answer, an escalation and a thank-you are counted, and the escalation can be opened from its group', async () => {
  const visitor = await comeToChat(app.url);
  await visitor.ask('What is ICLEI?');
  await visitor.ask('Does ICLEI breed penguins in Antarctica? Write to eva@example.org');
  await visitor.ask('thank you');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  const page = await staff.page('/console/insight?days=7');
  const text = page.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
  expect(text).toContain('Questions 2');
  expect(text).toContain('Answered by the bot 50% 1');
  expect(text).toContain('Handed to staff 50% 1');
  expect(text).toContain('Small talk and others 1');
  expect(text).toContain('penguins in Antarctica? Write to');
  expect(page).not.toContain('eva@example.org');
  expect(page).toContain(`href="/console/escalations/${id}"`);
  const table = await staff.page('/console/insight/export.csv?days=7');
  expect(table.trim().split('\r\n')).toHaveLength(4);
  expect(table).not.toContain(visitor.conversationId);
  const json = await staff.page('/console/insight/export.json?days=7');
  expect(json).toContain('"entry":"what-is-iclei"');
});
