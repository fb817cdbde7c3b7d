// Microsoft's own client (botframework-directlinejs), in Chromium, against our endpoint.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser } from '../../support/browser.ts';
import { post } from '../../support/directLineVisitor.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

let browser: Browser;
let app: StartedApp;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await startApp();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const bundle = fileURLToPath(
  new URL('../../../node_modules/botframework-directlinejs/dist/directline.js', import.meta.url),
);
const tokenBody = z.object({ token: z.string() });

/** Starts the client in the page; what it hands out is collected in window.seen. */
const startClient = (page: Page, token: string) =>
  page.evaluate(`
    window.seen = [];
    window.client = new window.DirectLine.DirectLine({ token: ${JSON.stringify(token)}, domain: location.origin + '/v3/directline', webSocket: true });
    window.client.activity$.subscribe((activity) => { if (activity.type === 'message') window.seen.push(activity); });
  `);
const say = (page: Page, text: string) =>
  page.evaluate(
    `new Promise((resolve, reject) => window.client.postActivity({ type: 'message', from: { id: 'me' }, text: ${JSON.stringify(text)} }).subscribe(resolve, reject))`,
  );
const botTexts = `window.seen.filter((one) => one.from.role === 'bot')`;

test('The stock client starts, sends, receives, loses its socket, resumes, and shows nothing twice', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(app.url);
  await page.addScriptTag({ path: bundle });
  const { token } = tokenBody.parse(
    await (await post(`${app.url}/v3/directline/tokens/generate`, null, {})).json(),
  );
  await startClient(page, token);
  await page.waitForFunction(`${botTexts}.length === 1`);

  expect(await say(page, 'What is ICLEI?')).toMatch(/\|\d{7}$/u);
  await page.waitForFunction(`${botTexts}.length === 2`);

  // Messages go by HTTP, so they may be sent while the socket is down; what the bot says to them needs a new socket.
  for (const [text, heard] of [
    ['thanks', 3],
    ['bye', 4],
  ] as const) {
    app.app.directLine.dropStreams();
    await say(page, text);
    await page.waitForFunction(`${botTexts}.length === ${heard}`, null, { timeout: 50_000 });
  }
  const ids = z.array(z.string()).parse(await page.evaluate(`window.seen.map((one) => one.id)`));
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    z
      .array(z.string())
      .parse(await page.evaluate(`window.seen.map((one) => one.text)`))
      .filter((text) => text === 'thanks'),
  ).toHaveLength(1);
}, 120_000);
