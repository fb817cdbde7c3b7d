// The home page in use: one focus frame, and nothing of it under the open chat.
import { expect, test } from '@jest/globals';
import { dialog, homeBox, openChat, useChatBrowser } from '../support/chatPage.ts';

const { visit } = useChatBrowser();

test('the question box has one focus frame, and so has its button', async () => {
  const page = await visit();
  const frames = () =>
    page
      .locator('form, form *')
      .evaluateAll((nodes) => nodes.filter((node) => getComputedStyle(node).outlineStyle !== 'none').length);
  await homeBox(page).focus();
  expect(await frames()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await frames()).toBe(1);
}, 60_000);

test.each([900, 1024, 1280, 1440, 1900, 2200])(
  'in a window %i wide the open chat covers nothing of it',
  async (width) => {
    const page = await visit({ viewport: { width, height: 800 } });
    await openChat(page);
    const chat = await dialog(page).boundingBox();
    const ends = await page
      .locator('h1, main p, main button, main textarea, main a, nav a')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(chat?.x ?? 0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  },
  60_000,
);
