// A reply of staff that came while the chat was closed: the button tells, on the next visit too, until it was read.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answers, ask, dialog, launcher, openChat, sources, useChatBrowser } from '../support/chatPage.ts';
import { signIn } from '../support/staff.ts';

const { app, visit, watch } = useChatBrowser();

const badge = (page: Page) => page.locator('.launcher .badge:not([hidden])');
const closeChat = (page: Page) => dialog(page).getByRole('button', { name: 'Close chat' }).click();

/** The same visitor comes back, in a new tab. @returns the page, and what its chat asked of the server before a click */
async function comeBack(page: Page): Promise<{ again: Page; asked: string[] }> {
  const again = watch(await page.context().newPage());
  const asked: string[] = [];
  again.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/v3|widget/u.test(pathname)) asked.push(pathname);
  });
  await again.goto(app().url, { waitUntil: 'networkidle' });
  return { again, asked };
}

/** Answers what a visitor asked, and waits until the reply is in the conversation. */
async function replyToAll(text: string): Promise<void> {
  const staff = await signIn(await app().app.newSignInLink(), 'Anna');
  for (const id of await staff.queue()) {
    await staff.reply(id, text);
    for (;;) if (/delivered/iu.test(await staff.page(`/console/escalations/${id}`))) break;
  }
}

test('it is counted on the button of the next visit, by one request, and no longer after it was read', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'Does ICLEI breed penguins in Antarctica?');
  await answers(page).filter({ hasText: /ICL-/u }).waitFor();
  await closeChat(page);
  await page.close();
  await replyToAll('No.');

  const { again, asked } = await comeBack(page);
  await badge(again).waitFor();
  expect(asked).toEqual(['/v3/directline/replies']);
  expect(await badge(again).textContent()).toBe('1');
  expect(await launcher(again).getAttribute('aria-label')).toBe('Continue the chat (new messages: 1)');
  await launcher(again).click();
  await answers(again).filter({ hasText: 'No.' }).waitFor();
  await closeChat(again);
  expect(await badge(again).count()).toBe(0);
  await again.close();

  const { again: third } = await comeBack(page);
  expect(await launcher(third).textContent()).toBe('Continue the chat');
}, 60_000);

test('in two tabs what was read in one is read in the other', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'Does ICLEI breed penguins in Antarctica?');
  await answers(page).filter({ hasText: /ICL-/u }).waitFor();
  await closeChat(page);
  const { again } = await comeBack(page);
  await replyToAll('Never.');
  await badge(page).waitFor();
  await page.getByRole('status').filter({ hasText: 'new messages: 1' }).waitFor();
  await launcher(again).click();
  await answers(again).filter({ hasText: 'Never.' }).waitFor();
  await badge(page).waitFor({ state: 'detached' });
}, 60_000);

test('a new conversation begins with nothing unread and nothing read', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  await dialog(page).getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start new' }).click();
  await sources(page).first().waitFor({ state: 'detached' });
  await answers(page).first().waitFor();
  const seen = await page.evaluate(() => JSON.parse(localStorage.getItem('iclei-chat') ?? '{}').seen);
  expect(seen).toBe(1);
}, 60_000);
