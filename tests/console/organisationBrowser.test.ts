// Signing in with the organisation's account as people do it, in a real browser, and the pages of people and settings.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNoFaults } from './support/noFaults.ts';
import { type OrganisationConsole, people, startOrganisation } from './support/organisation.ts';

let browser: Browser;
let org: OrganisationConsole;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  org = await startOrganisation();
  const context = await browser.newContext({ locale: 'en-GB' });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const ordinary = message.text().includes('responded with a status of 4');
    if (message.type() === 'error' && !ordinary) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  await org.stop();
});

test('from a link in a mail to the question, and out again at both places', async () => {
  const { id } = await org.desk.ask('Who runs it?');
  org.provider.person = people.lena;
  await page.goto(`${org.desk.url}/console/escalations/${id}`);
  expect(new URL(page.url()).pathname).toBe('/console/sign-in');
  await expectNoFaults(page);
  await page.keyboard.press('Tab');
  await page.click('text=Sign in with your organisation’s account');
  await page.waitForURL(`**/console/escalations/${id}`);
  await page.waitForSelector('text=Who runs it?');
  await page.click('text=Sign out');
  await page.waitForURL(`${org.provider.issuer}/session/end*`);
  await page.click('button');
  await page.waitForURL('**/console/sign-in?done=signedOut');
  await page.waitForSelector('text=You are signed out. See you soon.');
  await page.goto(`${org.desk.url}/console`);
  expect(new URL(page.url()).pathname).toBe('/console/sign-in');
  expect(complaints).toEqual([]);
}, 90_000);

test('people and settings by keyboard and eye', async () => {
  org.provider.person = people.lena;
  await org.desk.signIn('Ben');
  await page.goto(`${org.desk.url}/console/sign-in/organisation`);
  await page.waitForURL('**/console');
  await page.click('nav >> text=People');
  await page.waitForSelector('text=from the group “Leads”');
  await expectNoFaults(page);
  await page.focus('summary:has-text("Ben")');
  await page.keyboard.press('Enter');
  await expectNoFaults(page);
  await page.click('button.danger');
  await page.waitForSelector('text=The access of Ben is switched off.');
  await expectNoFaults(page);
  await page.click('nav >> text=Settings');
  await expectNoFaults(page);
  await page.fill('#name', 'ben');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#name-problem');
  await expectNoFaults(page);
  await page.check('text=Deutsch');
  await page.click('text=Save language');
  await page.waitForSelector('text=Die Sprache ist gespeichert.');
  await expectNoFaults(page);
  expect(complaints).toEqual([]);
}, 180_000);

test('who has no role', async () => {
  org.provider.person = people.otto;
  await page.goto(`${org.desk.url}/console/sign-in/organisation`);
  await page.waitForSelector('text=You have no role here yet');
  await expectNoFaults(page);
}, 90_000);

test('who has nobody to ask', async () => {
  await org.provider.close();
  await page.goto(`${org.desk.url}/console/sign-in/organisation`);
  await page.waitForSelector('text=does not answer');
  await expectNoFaults(page);
}, 90_000);
