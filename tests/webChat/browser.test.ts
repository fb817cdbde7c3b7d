// The web chat in a real browser against the real app: seen by axe, used by keyboard, on a phone, offline.
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  answers,
  ask,
  composer,
  dialog,
  homeBox,
  launcher,
  openChat,
  sources,
  useChatBrowser,
} from '../support/chatPage.ts';

const { app, visit, watch } = useChatBrowser();

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1280, height: 800 },
  { colorScheme, width: 320, height: 640 },
]);

describe.each(looks)('$colorScheme, $width pixels wide', ({ colorScheme, width, height }) => {
  test('closed, open, answered and asking back: axe finds nothing', async () => {
    const page = await visit({ colorScheme, viewport: { width, height } });
    expect(await violations(page)).toEqual([]);
    await openChat(page);
    expect(await violations(page)).toEqual([]);
    await ask(page, 'What is ICLEI?');
    await sources(page).first().waitFor();
    await dialog(page).locator('.verdict').first().click();
    await dialog(page).locator('.verdict[aria-pressed=true]').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('alertdialog').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  test('nothing is wider than the screen', async () => {
    const page = await visit({ colorScheme, viewport: { width, height } });
    await openChat(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const box = await dialog(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
  }, 60_000);
});

test('before the click nothing is stored and only embed.js belongs to the chat', async () => {
  const page = await visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await launcher(page).waitFor();
  expect(asked.filter((path) => !/^\/$|home\.(js|css)$|icon\.svg$/u.test(path))).toEqual(['/embed.js']);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);
  expect(
    await page.evaluate(() => Object.keys(window).filter((name) => /iclei|assets/iu.test(name))),
  ).toEqual(['icleiChat']);
}, 60_000);

test('by keyboard alone: open, ask, press a suggestion, close, and the focus is back where it was', async () => {
  const page = await visit();
  await launcher(page).focus();
  await page.keyboard.press('Enter');
  await answers(page).first().waitFor();
  await page.keyboard.type('What is ICLEI?');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await sources(page).first().waitFor();
  const suggestion = answers(page).last().locator('.choice').first();
  const label = await suggestion.textContent();
  await suggestion.focus();
  await page.keyboard.press('Enter');
  await dialog(page)
    .locator('.message.own')
    .filter({ hasText: label ?? '' })
    .waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className);
  expect(focused).toBe('launcher');
}, 60_000);

test('a question asked on the page opens the chat with it', async () => {
  const page = await visit();
  await homeBox(page).fill('What is ICLEI?');
  await page.getByRole('main').getByRole('button', { name: 'Ask', exact: true }).click();
  await sources(page).first().waitFor();
  await dialog(page).locator('.message.own').filter({ hasText: 'What is ICLEI?' }).waitFor();
}, 60_000);

test('the visitor’s own text is never markup', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, '<img src=x onerror="window.hurt=1"> **bold** [x](javascript:alert(1))');
  const own = dialog(page).locator('.message.own .plain');
  await own.waitFor();
  expect(await own.innerHTML()).toBe(
    '&lt;img src=x onerror="window.hurt=1"&gt; **bold** [x](javascript:alert(1))',
  );
}, 60_000);

test('after a reload and in a second tab it is the same conversation, nothing doubled', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  const before = await dialog(page).locator('.message .bubble').allInnerTexts();
  await page.reload();
  await sources(page).first().waitFor();
  expect(await dialog(page).locator('.message .bubble').allInnerTexts()).toEqual(before);
  const second = watch(await page.context().newPage());
  await second.goto(app().url);
  await sources(second).first().waitFor();
  await ask(second, 'What is a smart city?');
  await dialog(page).locator('.message.own').nth(1).waitFor();
  await sources(page).nth(1).waitFor();
}, 60_000);

test('what is written offline waits, is shown as waiting, and is sent when the network is back', async () => {
  const page = await visit();
  await openChat(page);
  await page.context().setOffline(true);
  await ask(page, 'What is ICLEI?');
  await dialog(page).locator('.status.queued').waitFor();
  await dialog(page).locator('.banner').filter({ hasText: 'You are offline' }).waitFor();
  await page.context().setOffline(false);
  await sources(page).first().waitFor();
  await dialog(page).locator('.banner').waitFor({ state: 'hidden' });
  expect(await dialog(page).locator('.message.own').count()).toBe(1);
}, 60_000);

test('the streams are cut and come back by themselves', async () => {
  const page = await visit();
  await openChat(page);
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  expect(await answers(page).count()).toBe(2);
}, 60_000);

test('too long a text is not sent, and the room left is told', async () => {
  const page = await visit();
  await openChat(page);
  await composer(page).fill('a'.repeat(3990));
  await dialog(page).locator('.room').filter({ hasText: '10 characters left' }).waitFor();
  await composer(page).fill('a'.repeat(4003));
  await dialog(page).locator('.room').filter({ hasText: '3 characters too many' }).waitFor();
  await composer(page).press('Enter');
  expect(await dialog(page).locator('.message.own').count()).toBe(0);
}, 60_000);

test('the language can be changed; what is written stays', async () => {
  const page = await visit();
  await openChat(page);
  await composer(page).fill('draft');
  await dialog(page).getByRole('combobox').selectOption('de');
  await dialog(page).getByRole('heading', { name: 'Fragen zu ICLEI' }).waitFor();
  expect(await composer(page).inputValue()).toBe('draft');
}, 60_000);

test('a new conversation forgets the old one, after a question', async () => {
  const page = await visit();
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  await dialog(page).getByRole('button', { name: 'New conversation' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start new' }).click();
  await sources(page).first().waitFor({ state: 'detached' });
  await answers(page).first().waitFor();
  expect(await dialog(page).locator('.message.own').count()).toBe(0);
}, 60_000);
