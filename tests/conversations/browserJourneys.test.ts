// The two journeys the service exists for, in a real browser against the real app. They leave the README's pictures behind.
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';

const pictures = process.env.SCREENSHOTS ?? 'test-results';
let browser: Browser;
let app: StartedApp;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchBrowser();
  app = await startApp();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const dialog = (page: Page) => page.getByRole('dialog');

async function visit(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  await page.goto(app.url);
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await dialog(page).getByRole('textbox').fill(text);
  await dialog(page).getByRole('textbox').press('Enter');
}

test('A visitor asks with a typing error and reads an answer with its sources and dates', async () => {
  const page = await visit();
  await page.locator('.launcher').click();
  await ask(page, 'waht is icley?');
  const answer = dialog(page).locator('.message.bot').last();
  await answer.locator('.sources a').first().waitFor();
  expect(await answer.textContent()).toMatch(/network/u);
  expect(await answer.textContent()).toMatch(/last checked 23 November 2026/u);
  expect(await answer.locator('.sources a').first().getAttribute('href')).toMatch(/^https:\/\//u);
  await page.screenshot({ path: `${pictures}/chat.png` });
  await page.context().close();
});

test('A question the bot cannot answer is answered by staff, and the visitor sees it, also after a reload', async () => {
  const visitor = await visit();
  await visitor.locator('.launcher').click();
  await ask(visitor, 'Does ICLEI breed penguins in Antarctica?');
  await dialog(visitor)
    .locator('.message.bot')
    .filter({ hasText: /ICL-[0-9A-Z]{4}-[0-9A-Z]{2}/u })
    .waitFor();
  await visitor.reload();

  const staff = await (
    await browser.newContext({ locale: 'en-GB', viewport: { width: 1100, height: 800 } })
  ).newPage();
  await staff.goto(await app.app.newSignInLink());
  await staff.locator('input[name=name]').fill('Anna');
  await staff.keyboard.press('Enter');
  await staff.getByRole('link', { name: /penguins/u }).click();
  await staff.locator('#text').fill('No. ICLEI works with **cities**, not with penguins.');
  await staff.screenshot({ path: `${pictures}/console.png` });
  await staff.getByRole('button', { name: 'Send reply' }).click();
  await staff.getByText('Your reply has been delivered').waitFor();

  const reply = dialog(visitor).locator('.message').filter({ hasText: 'not with penguins' });
  await reply.waitFor();
  expect(await reply.textContent()).toContain('Anna');
  expect(await reply.locator('strong', { hasText: 'cities' }).count()).toBe(1);
  await visitor.reload();
  await reply.waitFor();
  expect(await reply.count()).toBe(1);
  await visitor.context().close();
  await staff.context().close();
});
