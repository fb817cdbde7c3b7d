// Phones upright and on their side, and windows zoomed until they are as small: one can always write, and sees the answer.
import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { answers, ask, composer, dialog, openChat, sources, useChatBrowser } from '../support/chatPage.ts';

const { visit } = useChatBrowser();

const screens = [
  { width: 640, height: 320 },
  { width: 740, height: 360 },
  { width: 844, height: 390 },
  { width: 320, height: 256 },
  { width: 360, height: 740 },
  { width: 1280, height: 400 },
];

/** Top and bottom on screen, in pixels. */
async function edges(element: Locator): Promise<{ top: number; bottom: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not on screen');
  return { top: box.y, bottom: box.y + box.height };
}

describe.each(screens)('$width by $height', ({ width, height }) => {
  test('the composer is in view, and so is the beginning of each new answer', async () => {
    const page = await visit({ viewport: { width, height } });
    await openChat(page);
    for (const question of ['What is ICLEI?', 'What is the Solutions Gateway?']) {
      const before = await answers(page).count();
      await ask(page, question);
      const answer = answers(page).nth(before);
      await answer.locator('.sources').waitFor();
      const field = await edges(composer(page));
      expect(field.bottom).toBeLessThanOrEqual(height);
      const text = await edges(answer.locator('.prose p').first());
      expect(text.top).toBeGreaterThanOrEqual(0);
      expect(text.top).toBeLessThan(field.top);
    }
  }, 60_000);

  test('there is room for three lines of the conversation', async () => {
    const page = await visit({ viewport: { width, height } });
    await openChat(page);
    const log = await edges(dialog(page).locator('.log'));
    expect(log.bottom - log.top).toBeGreaterThanOrEqual(3 * 24);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }, 60_000);
});

test('buttons of earlier answers can be hit and read', async () => {
  const page = await visit({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await openChat(page);
  await ask(page, 'What is ICLEI?');
  await sources(page).first().waitFor();
  const quiet = dialog(page).locator('.quiet .choice').first();
  const box = await quiet.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(32);
  expect(
    await quiet.evaluate((button) => Number.parseFloat(getComputedStyle(button).fontSize)),
  ).toBeGreaterThanOrEqual(15);
}, 60_000);

test.each(['en', 'es', 'pt', 'fr', 'de'])(
  'in %s the empty field is one line high on the narrowest phone',
  async (locale) => {
    const page = await visit({ locale, viewport: { width: 320, height: 640 } });
    await openChat(page);
    const box = await composer(page).boundingBox();
    expect(box?.height).toBeLessThan(56);
  },
  60_000,
);
