// A visitor who writes faster than the limit: told so, instead of being told that there is no network.
import { expect, test } from '@jest/globals';
import { defaultRates } from '../../bot/http/limits.ts';
import { ask, dialog, openChat, own, useChatBrowser } from '../support/chatPage.ts';
import { comeToChat, post } from '../support/directLineVisitor.ts';

const { app, visit } = useChatBrowser({ options: { rates: { ...defaultRates, messagesPerMinute: 2 } } });

test('what is over the limit says that it is sent later, and not that one is offline', async () => {
  const page = await visit();
  await openChat(page);
  for (const question of ['What is ICLEI?', 'Where is it?', 'Who leads it?', 'hello'])
    await ask(page, question);
  const held = own(page).filter({ hasText: 'Too many messages at once. Will be sent a little later' });
  await held.nth(1).waitFor();
  expect(await held.locator('.plain').allTextContents()).toEqual(['Who leads it?', 'hello']);
  expect(await dialog(page).locator('.banner').isHidden()).toBe(true);
}, 60_000);

test('a page of another site may read for how long to wait', async () => {
  const visitor = await comeToChat(app().url);
  const path = `${app().url}/v3/directline/conversations/${visitor.conversationId}/activities`;
  const message = { type: 'message', text: 'hello', from: { id: 'me' } };
  const sent = async () => post(path, visitor.token, message, { origin: app().url });
  await sent();
  await sent();
  const refused = await sent();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
});
