// A question asked in one conversation and opened in another by its code, through the real app.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

test('The reply comes where the visitor asked for it last, and staff never see the code', async () => {
  const asker = await comeToChat(app.url);
  await asker.ask('talk to a person');
  const told = (await asker.ask('Does ICLEI breed penguins in Antarctica? Ask bob@example.org')).text ?? '';
  const code = /ICL-\w{4}-\w{2}-\w{5}/u.exec(told)?.[0] ?? '';
  const reference = code.slice(0, 'ICL-7F3K-9Q'.length);

  const other = await comeToChat(app.url);
  expect((await other.ask(reference)).text).toContain('type the full code');
  expect((await other.ask(`${reference}-22222`)).text).toContain('I know no question with this code');
  const opened = await other.ask(code);
  expect(opened.text).toContain('waiting for a reply');
  const here = opened.suggestedActions?.actions.find(({ title }) => title === 'Answer me here');
  expect((await other.ask('', { value: here?.value })).text).toContain('comes here');

  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  const page = await staff.page(`/console/escalations/${id}`);
  expect(page).toContain(reference);
  expect(page).toContain('The visitor wants the reply in another conversation now');
  expect(page).not.toContain(code);
  expect(page).not.toContain('bob@example.org');
  const before = (await other.heard()).length;
  expect(await staff.reply(id, 'No, we leave penguins alone.')).toBe(303);
  const heard = await other.waitFor(before + 1);
  expect(heard.at(-1)?.text).toContain('penguins alone');
  expect((await asker.heard()).map(({ text }) => text).join('\n')).not.toContain('penguins alone');
}, 60_000);
