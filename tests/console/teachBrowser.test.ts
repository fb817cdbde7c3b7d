// Teaching in a real browser: accessible, live while it is being tried, and complete without a script.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNoFaults } from './support/noFaults.ts';
import { startConsole, type TestConsole } from './support/startConsole.ts';

let browser: Browser;
let desk: TestConsole;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  const asked = ['for a price', 'does it cost to apply', 'annual fee'].map((question) => ({
    question,
    language: 'en' as const,
  }));
  desk = await startConsole({ teaching: { asked } });
  page = await open({ locale: 'en-GB' });
});
afterEach(async () => {
  await page.context().close();
  await desk.stop();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const made = await (await browser.newContext(options)).newPage();
  complaints = [];
  made.on('pageerror', (error) => complaints.push(String(error)));
  made.on('console', (message) => {
    const ordinary = message.text().includes('responded with a status of 4');
    if (message.type() === 'error' && !ordinary) complaints.push(message.text());
  });
  return made;
}

async function signIn(): Promise<void> {
  await page.goto(await desk.newSignInLink());
  await page.fill('#name', 'Anna');
  await page.click('button.primary');
  await page.waitForURL('**/console');
}

async function answered(question: string): Promise<string> {
  const { id } = await desk.ask(question, { language: 'de' });
  await desk.escalations.change(id, { kind: 'reply', staff: 'Anna', text: 'Yes.' }, desk.clock.now, null);
  return id;
}

test('every page is accessible, light and dark, wide and narrow', async () => {
  await signIn();
  const id = await answered('join for a fee');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await expectNoFaults(page);
  await page.click('#teach');
  await page.check('#kind-newEntry');
  await page.click('button.primary');
  await page.waitForSelector('#problem');
  await expectNoFaults(page);
  await page.check('#kind-addPhrasing');
  await page.fill('#search', 'membersip cost');
  await page.click('button[name=do]');
  await page.check('#entry-found-fees');
  await expectNoFaults(page);
  await page.selectOption('#language', 'en');
  await page.click('button.primary');
  await page.waitForSelector('#replay');
  await expectNoFaults(page);
  await page.check('#lost');
  await page.click('button.primary');
  await page.waitForSelector('text=The bot is learning it');
  await desk.teach.goLive();
  await page.waitForSelector('text=The bot answers with it.');
  await expectNoFaults(page);
  await page.goto(`${desk.url}/console/teach`);
  await expectNoFaults(page);
  expect(complaints).toEqual([]);
}, 180_000);

test('the form shows what belongs to the kind and the language that are chosen', async () => {
  await signIn();
  await page.goto(`${desk.url}/console/teach/new`);
  await page.check('#kind-addPhrasing');
  expect([await page.isVisible('#phrasing'), await page.isVisible('#answer')]).toEqual([true, false]);
  await page.check('#kind-newEntry');
  expect([await page.isVisible('#phrasing'), await page.isVisible('#enAnswer')]).toEqual([false, false]);
  await page.selectOption('#language', 'fr');
  expect([await page.isVisible('#answer'), await page.isVisible('#enAnswer')]).toEqual([true, true]);
  expect(complaints).toEqual([]);
}, 60_000);

test('what would be lost is confirmed before it is published, by keyboard', async () => {
  await signIn();
  await answered('join for a fee');
  await page.goto(`${desk.url}/console/teach/new`);
  await page.check('#kind-addPhrasing');
  await page.fill('#ask', 'join for a fee');
  await page.fill('#phrasing', 'join for a fee');
  await page.fill('#search', 'cost');
  await page.click('button[name=do]');
  await page.check('#entry-found-fees');
  await page.click('button.primary');
  await page.waitForSelector('#lost');
  await page.focus('form.stack button.primary');
  await page.keyboard.press('Enter');
  // The browser itself asks for the mark.
  expect(await page.$eval('#lost', (box) => box.matches(':invalid'))).toBe(true);
  expect(await desk.teach.options.teachings.served()).toEqual([]);
  await page.focus('#lost');
  await page.keyboard.press('Space');
  await page.focus('form.stack button.primary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=The bot is learning it');
  expect(await desk.teach.options.teachings.served()).toHaveLength(1);
  expect(complaints).toEqual([]);
}, 60_000);

test('all of it works without script', async () => {
  await page.context().close();
  page = await open({ locale: 'en-GB', javaScriptEnabled: false });
  await signIn();
  const id = await answered('how much is it');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.click('#teach');
  await page.check('#kind-addPhrasing');
  await page.selectOption('#language', 'en');
  await page.fill('#search', 'membership cost');
  await page.click('button[name=do]');
  await page.check('#entry-found-fees');
  await page.click('button.primary');
  await desk.teach.rehearsed();
  await page.goto(page.url());
  await page.click('button.primary');
  await page.waitForSelector('text=The bot is learning it');
  await desk.teach.goLive();
  await page.click('text=Look again');
  await page.waitForSelector('text=The bot answers with it.');
  await page.click('summary');
  await page.click('button.danger');
  await page.waitForSelector('text=The bot does not use it any more.');
}, 60_000);
