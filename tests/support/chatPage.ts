// The web chat in a real browser against the real app: the page objects and hooks its tests share.
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type StartedApp, type StartOptions, startApp } from './startApp.ts';

export interface ChatBrowser {
  app(): StartedApp;
  /** A new visitor on the home page. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Another page of the same visitor. */
  watch(page: Page): Page;
}

/** Starts app and browser for a test file, closes visitors after each test, and fails on what the browser complains about. */
export function useChatBrowser(start: StartOptions = {}): ChatBrowser {
  let app: StartedApp;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  /** What a browser complains about: a refused script or style, a failed module, an exception. */
  const complaints: string[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(start), launchBrowser()]);
  }, 120_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  function watch(page: Page): Page {
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|status of 429/u.test(message.text()))
        complaints.push(message.text());
    });
    return page;
  }
  return {
    app: () => app,
    watch,
    async visit(options = {}) {
      const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options });
      contexts.push(context);
      const page = watch(await context.newPage());
      await page.goto(app.url);
      return page;
    },
  };
}

export const launcher = (page: Page) => page.locator('.launcher');
export const dialog = (page: Page) => page.getByRole('dialog');
export const composer = (page: Page) => dialog(page).getByRole('textbox');
export const answers = (page: Page) => dialog(page).locator('.message.bot');
export const own = (page: Page) => dialog(page).locator('.message.own');
export const sources = (page: Page) => dialog(page).locator('.sources a');
/** The question box of the home page. */
export const homeBox = (page: Page) => page.getByRole('main').getByRole('textbox');

/** Opens the chat and waits for the welcome. */
export async function openChat(page: Page): Promise<void> {
  await launcher(page).click();
  await answers(page).first().waitFor();
}

/** Writes a question in the chat. */
export async function ask(page: Page, question: string): Promise<void> {
  await composer(page).fill(question);
  await composer(page).press('Enter');
}
