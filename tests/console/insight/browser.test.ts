// The page of figures in a real browser: without a fault that axe could find, on a phone, too, and its pictures are XML.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { expectNoFaults } from '../support/noFaults.ts';
import { startConsole, type TestConsole } from '../support/startConsole.ts';
import { asked, judged } from './support/askedTurns.ts';

let browser: Browser;
let desk: TestConsole;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  const changes = async () => [{ at: new Date('2026-11-20T10:00:00Z'), kind: 'phrasing', entry: 'offices' }];
  desk = await startConsole({ insight: { changes } });
  const context = await browser.newContext({ locale: 'de-DE' });
  const { cookie } = await desk.signInAs('Ada', ['staff', 'curator', 'administrator']);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: desk.url }]);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  await desk.stop();
});

test('the page is accessible, light and dark, wide and narrow, empty and full', async () => {
  await page.goto(`${desk.url}/console/insight`);
  await expectNoFaults(page);
  const outcomes = ['answered', 'clarified', 'escalated', 'declined', 'smallTalk'] as const;
  for (const [index, outcome] of outcomes.entries()) {
    const question = `<b>${'Donaudampfschifffahrtsgesellschaft'.repeat(3)}</b> & ${index}`;
    await asked(desk.db, `2026-11-2${index % 4}T10:00:00Z`, { outcome, question, language: 'de' });
  }
  await judged(desk.db, '2026-11-20', 'offices', false, 'a1');
  await page.goto(`${desk.url}/console/insight`);
  await page.click('text=Die Zahlen >> nth=0');
  await page.click('text=Die Zahlen >> nth=1');
  await expectNoFaults(page);
  const parsed = await page.evaluate(() =>
    [...document.querySelectorAll('svg')].map((svg) => {
      const xml = new XMLSerializer().serializeToString(svg);
      return new DOMParser().parseFromString(xml, 'image/svg+xml').querySelector('parsererror') === null;
    }),
  );
  expect(parsed.length).toBeGreaterThan(4);
  expect(parsed).not.toContain(false);
  expect(complaints).toEqual([]);
}, 180_000);

test('a part of a picture has the colour of its kind, and the style sheet is not refused', async () => {
  await asked(desk.db, '2026-11-20T10:00:00Z');
  await page.goto(`${desk.url}/console/insight`);
  const colours = await page.evaluate(() =>
    [...document.querySelectorAll('#days-answered rect, #days-escalated rect')].map(
      (rect) => getComputedStyle(rect).fill,
    ),
  );
  expect(colours).toHaveLength(2);
  expect(new Set(colours).size).toBe(2);
  expect(colours).not.toContain('rgb(0, 0, 0)');
});

test('the period is chosen with the keyboard, and the export is a file', async () => {
  await page.goto(`${desk.url}/console/insight`);
  await page.fill('#from', '2026-11-01');
  await page.fill('#to', '2026-11-02');
  await page.focus('text=Zeigen');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/console/insight?from=2026-11-01&to=2026-11-02');
  const download = page.waitForEvent('download');
  await page.click('text=Als Tabelle');
  expect((await download).suggestedFilename()).toBe('iclei-questions-2026-11-01-to-2026-11-02.csv');
});
