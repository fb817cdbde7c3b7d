// Questions that ask the same, in a real browser: without a fault that axe could find, and live.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { startConsole, type TestConsole } from '../support/startConsole.ts';

let browser: Browser;
let desk: TestConsole;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await startConsole();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

test('a question that others ask too is accessible, and shows the next one by itself', async () => {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(await desk.newSignInLink());
  await page.fill('#name', 'Anna');
  await page.click('button.primary');
  const { id } = await desk.ask('Does ICLEI lend bicycles?');
  const { change } = desk.escalations;
  await change(id, { kind: 'reply', staff: 'Ben', text: 'No.' }, desk.clock.now, null);
  await change(id, { kind: 'replyDidNotHelp' }, desk.clock.now, null);
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await desk.ask('Leiht ICLEI Räder?', { joinedTo: id, language: 'de' });
  await page.waitForSelector('text=Others ask the same (1)');
  for (const path of [`/console/escalations/${id}`, '/console']) {
    await page.goto(desk.url + path);
    for (const width of [1280, 320]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id: rule, nodes }) => ({ rule, where: nodes.map(({ html }) => html) })),
        ).toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide).toBeLessThanOrEqual(0);
      }
    }
  }
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.click('text=separately');
  await page.waitForURL('**?done=separated');
  await context.close();
}, 120_000);
