// What the desk exists for, in real browsers: asked, taken by one of two, replied to, taught, and the next visitor is answered. With one
// instance on SQLite, and with two on PostgreSQL, visitors at the one and staff at the other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { waitForScript } from '../console/support/waitForScript.ts';
import { sampleFolder } from '../knowledge/cli/sampleFolder.ts';
import { launchBrowser } from '../support/browser.ts';
import { comeToChat } from '../support/directLineVisitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

const question = 'where may guests plug in their laptop';
const answer = 'Guests may use any free desk on the second floor.';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Where visitors are served, and where staff are: the same, or not. */
interface Desk {
  readonly forVisitors: StartedApp;
  readonly forStaff: StartedApp;
  close(): Promise<void>;
}

async function startDesk(kind: 'sqlite' | 'postgres'): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-desk-'));
  const knowledgeFolder = await sampleFolder();
  let database: TestDatabase | null = null;
  const startOne = async (name: string, databaseUrl: string | null) =>
    startApp({
      folder,
      settings: { knowledgeFolder, databaseUrl, modelCacheFile: join(folder, `${name}.cache`) },
    });
  if (kind === 'postgres') database = await createTestDatabase();
  const url = database?.url ?? null;
  const forVisitors = await startOne('one', url);
  const forStaff = url === null ? forVisitors : await startOne('two', url);
  return {
    forVisitors,
    forStaff,
    close: async () => {
      await forVisitors.close();
      if (forStaff !== forVisitors) await forStaff.close();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const dialog = (page: Page) => page.getByRole('dialog');

describe.each(['sqlite', 'postgres'] as const)('On %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await startDesk(kind);
  });
  afterEach(() => desk.close());

  async function open(address: string): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.goto(address);
    return page;
  }

  async function visit(): Promise<Page> {
    const page = await open(desk.forVisitors.url);
    await page.locator('.launcher').click();
    await dialog(page).getByRole('textbox').fill(question);
    await dialog(page).getByRole('textbox').press('Enter');
    return page;
  }

  async function signIn(name: string): Promise<Page> {
    const page = await open(await desk.forStaff.app.newSignInLink());
    await page.locator('input[name=name]').fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: question }).click();
    await page.locator('#claim').waitFor();
    return page;
  }

  test('a question is taken by one of two, answered, taught, and answered by the bot to the next visitor', async () => {
    const visitor = await visit();
    await dialog(visitor)
      .locator('.message.bot')
      .filter({ hasText: /ICL-[0-9A-Z]{4}-[0-9A-Z]{2}/u })
      .waitFor();
    const anna = await signIn('Anna');
    const ben = await signIn('Ben');
    // Both press at the same moment: one has it, the other is told who was faster, or sees it before the press arrives.
    await Promise.all([anna, ben].map((page) => page.locator('#claim').click({ noWaitAfter: true })));
    const [winner, loser] = await Promise.race([
      anna
        .getByText('It’s yours')
        .waitFor()
        .then(() => ['Anna', 'Ben'] as const),
      ben
        .getByText('It’s yours')
        .waitFor()
        .then(() => ['Ben', 'Anna'] as const),
    ]);
    const [mine, theirs] = winner === 'Anna' ? [anna, ben] : [ben, anna];
    await theirs
      .getByText(new RegExp(`${winner} (took this question|is on it)`, 'u'))
      .first()
      .waitFor();
    expect(loser).not.toBe(winner);

    await mine.locator('#text').fill(answer);
    await waitForScript(mine);
    await mine.keyboard.press('Control+Enter');
    const reply = dialog(visitor).locator('.message').filter({ hasText: answer });
    await reply.waitFor();
    expect(await reply.textContent()).toContain(winner);

    await mine.getByRole('link', { name: 'Teach the bot' }).click();
    await mine
      .locator('textarea[name=phrasings]')
      .fill(`free desk for guests\ndesk with a socket for visitors\nmay I charge my laptop at your place`);
    await mine.locator('input[name=sourceTitle]').fill('Offices');
    await mine.locator('input[name=sourceUrl]').fill('https://iclei.org/offices/');
    await mine.locator('input[name=sourceDate]').fill('2026');
    await mine.getByRole('button', { name: 'Try it out' }).click();
    await mine.getByText('1 newly answered').first().waitFor();
    await mine.getByRole('button', { name: 'Publish' }).click();
    // The other instance looks twice a second.
    await until(async () => {
      const next = await comeToChat(desk.forVisitors.url);
      return (await next.ask(question)).text?.includes(answer) ?? false;
    });
    const next = await visit();
    const taught = dialog(next).locator('.message.bot').filter({ hasText: answer });
    await taught.waitFor();
    expect(await taught.locator('.sources a').first().getAttribute('href')).toBe(
      'https://iclei.org/offices/',
    );
    for (const page of [visitor, anna, ben, next]) await page.context().close();
  }, 120_000);
});
