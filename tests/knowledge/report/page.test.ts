// The page in a real browser: without script, seen by axe, light and dark, on a phone and on paper.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderReport } from '../../../knowledge/report/views/page.ts';
import { launchBrowser } from '../../support/browser.ts';
import { files, joiningWith } from '../files.ts';
import { everything, reportOf } from './sample.ts';

let browser: Browser;
let page: string;
beforeAll(async () => {
  browser = await launchBrowser();
  // A day on which some reviews are overdue, some due soon and some later.
  page = renderReport(reportOf(everything, '2027-10-30'));
}, 120_000);
afterAll(() => browser.close());

async function open(options: BrowserContextOptions, text = page): Promise<Page> {
  const context = await browser.newContext(options);
  const opened = await context.newPage();
  await opened.setContent(text);
  return opened;
}

describe('The page', () => {
  test('is one file without script that loads nothing', () => {
    expect(page).toMatch(/^<!doctype html>/u);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/iu);
  });

  test('shows what curators wrote as text, never as HTML', () => {
    const evil = '<img src=x onerror=alert(1)> & "join"';
    const text = renderReport(reportOf(files(joiningWith('become a member', `'${evil}'`))));
    expect(text).not.toContain('<img');
    expect(text).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;join&#34;');
  });

  test('can be made of next to nothing', () => {
    const text = renderReport(
      reportOf(
        files({
          'facts.yaml': 'names: []\nfacts:\n',
          ...joiningWith('In {{size-year}} there were {{size}} members.', ''),
        }),
      ),
    );
    expect(text).toContain('Knowledge report');
    expect(text).not.toMatch(/NaN|Infinity|undefined/u);
  });

  test.each([
    ['wide', { viewport: { width: 1360, height: 900 } }],
    ['dark', { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ] as const)('%s: axe finds nothing, and nothing is cut off', async (_, options) => {
    const opened = await open(options);
    await opened.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page: opened }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))).toEqual([]);
    expect(
      await opened.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await opened.context().close();
  });

  test('says in text what each picture shows', async () => {
    const opened = await open({});
    const pictures = opened.getByRole('img');
    // The heat map, reviews, facts, and two for each of five languages.
    expect(await pictures.count()).toBe(13);
    for (const picture of await pictures.all())
      expect(await picture.locator('title').textContent()).not.toBe('');
    await opened.context().close();
  });

  test('on paper shows what is folded away on screen', async () => {
    const opened = await open({});
    const hardest = opened.locator('#answers details ol').last();
    expect(await hardest.isVisible()).toBe(false);
    await opened.emulateMedia({ media: 'print' });
    expect(await hardest.isVisible()).toBe(true);
    await opened.context().close();
  });
});
