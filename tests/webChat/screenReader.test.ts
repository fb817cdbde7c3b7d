// What a screen reader says by itself, and what things are called for who moves among them.
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  answers,
  ask,
  composer,
  dialog,
  openChat,
  own,
  sources,
  useChatBrowser,
} from '../support/chatPage.ts';

const { visit } = useChatBrowser();

/** Notes what appears in live regions of the chat from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const root = document.querySelector('[data-iclei-chat]')?.shadowRoot;
    for (const region of root?.querySelectorAll('[role=status], [role=log], [role=alert], [aria-live]') ??
      []) {
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes]))
          heard.push(node.textContent ?? '');
      }).observe(region, { childList: true, subtree: true, characterData: true });
    }
  });
  return () => page.evaluate(() => ('heard' in window && Array.isArray(window.heard) ? window.heard : []));
}

test('of a new answer only its text is read out, and nothing of what was said before', async () => {
  const page = await visit();
  await openChat(page);
  const heard = await listen(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  const text = await answers(page).last().locator('.prose').textContent();
  expect(await heard()).toEqual([text]);
  await page.reload();
  await sources(page).first().waitFor();
  expect(await dialog(page).getByRole('log').textContent()).toBe('');
}, 60_000);

test('what was read out goes away again', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  const line = dialog(page).getByRole('log').locator('p').last();
  await line.waitFor({ state: 'attached' });
  await dialog(page).getByRole('log').locator('p').first().waitFor({ state: 'detached' });
}, 60_000);

test('every message is named by who and when, and no two places share a name', async () => {
  const page = await visit({ locale: 'en-GB' });
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  const articles = dialog(page).getByRole('article');
  await dialog(page)
    .getByRole('article', { name: /^Automatic answer \d\d:\d\d$/u })
    .nth(1)
    .waitFor();
  await dialog(page)
    .getByRole('article', { name: /^You \d\d:\d\d$/u })
    .waitFor();
  expect(await articles.count()).toBe((await answers(page).count()) + (await own(page).count()));
  const tree = await dialog(page).ariaSnapshot();
  const names = [...tree.matchAll(/- (?:dialog|region|log|form|group) "([^"]+)"/gu)].map((found) => found[1]);
  expect(names.length).toBeGreaterThanOrEqual(3);
  expect(new Set(names).size).toBe(names.length);
}, 60_000);

test('the room left is told at a few points, not with every letter', async () => {
  const page = await visit();
  await openChat(page);
  await composer(page).fill('a'.repeat(3595));
  const heard = await listen(page);
  await composer(page).press('End');
  for (let letter = 0; letter < 12; letter += 1) await page.keyboard.press('a');
  await dialog(page).locator('.room').filter({ hasText: '393 characters left' }).waitFor();
  expect(await heard()).toEqual(['400 characters left']);
  await composer(page).fill('a'.repeat(4001));
  await composer(page).press('End');
  await page.keyboard.press('a');
  await dialog(page).locator('.room').filter({ hasText: '2 characters too many' }).waitFor();
  expect(await heard()).toEqual(['400 characters left', '1 character too many']);
}, 60_000);
