// The console as staff use it, in a real browser: by keyboard, live, and without a fault that axe could find.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { expectNoFaults } from './support/noFaults.ts';
import { startConsole, type TestConsole } from './support/startConsole.ts';
import { waitForScript } from './support/waitForScript.ts';

let browser: Browser;
let desk: TestConsole;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await startConsole();
  const context = await browser.newContext({ locale: 'en-GB' });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  // A refused style or script is reported here; a status such as 409 is not a complaint.
  page.on('console', (message) => {
    const ordinary = message.text().includes('responded with a status of 4');
    if (message.type() === 'error' && !ordinary) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  await desk.stop();
});

async function signIn(name: string): Promise<void> {
  await page.goto(await desk.newSignInLink());
  // The field takes the focus by itself; on a busy machine a moment after the page has loaded.
  await page.locator('input:focus').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/console');
}

const tried = {
  cause: 'noneOfThese',
  reason: 'Two entries were close.',
  matches: [{ entry: 'solutions-gateway', question: 'What is the Solutions Gateway?', confidence: 0.42 }],
  rejected: ['solutions-gateway', 'uraia'],
  unknownWords: ['flurb'],
} as const;

test('every page is accessible, light and dark, wide and narrow', async () => {
  await page.goto(`${desk.url}/console`);
  expect(new URL(page.url()).pathname).toBe('/console/sign-in');
  await expectNoFaults(page);
  await page.goto(await desk.newSignInLink());
  await expectNoFaults(page);
  await signIn('Anna');
  await expectNoFaults(page);
  const { id } = await desk.ask('Who runs it?', { tried });
  await desk.ask('Y eso, ¿cuánto cuesta?', { language: 'es' });
  await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn' }, desk.clock.now, null);
  await desk.escalations.change(id, { kind: 'leaveEmail', email: 'eva@example.org' }, desk.clock.now, null);
  desk.transcript.push(
    { at: desk.clock.now, from: 'visitor', name: null, text: 'Who runs it?' },
    { at: desk.clock.now, from: 'bot', name: null, text: 'I have **asked** a person.' },
  );
  await page.goto(`${desk.url}/console`);
  await expectNoFaults(page);
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.fill('#text', 'Hello, **you**');
  await expectNoFaults(page);
  await page.click('text=Send reply');
  await page.waitForSelector('.flash');
  await page.click('summary >> text=Write again');
  await expectNoFaults(page);
  expect(complaints).toEqual([]);
}, 180_000);

test('a question is answered by keyboard alone', async () => {
  await signIn('Anna');
  const { id, reference } = await desk.ask('Who runs it?');
  await page.waitForSelector('text=Who runs it?');
  expect(await page.title()).toContain('(1)');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.focus(`#q-${id}`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#text');
  await waitForScript(page);
  await page.focus('#text');
  await page.keyboard.type('Ask **Ben**: <img src=x onerror=alert(1)>');
  expect(await page.innerHTML('#preview')).toBe(
    '<p>You asked: <em>“Who runs it?”</em></p>' +
      '<p>Ask <strong>Ben</strong>: &lt;img src=x onerror=alert(1)&gt;</p>' +
      `<p>Reference: ${reference}</p>`,
  );
  expect(await page.textContent('.preview .by')).toBe('Anna, ICLEI staff');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.flash');
  expect((await desk.escalations.byId(id))?.reply?.text).toBe('Ask **Ben**: <img src=x onerror=alert(1)>');
  expect(complaints).toEqual([]);
}, 60_000);

test('what happens meanwhile appears, and neither focus nor what is typed is touched', async () => {
  await signIn('Anna');
  const { id } = await desk.ask('Who runs it?');
  await page.waitForSelector(`#q-${id}`);
  await page.focus(`#q-${id}`);
  await desk.ask('What does it cost?');
  await page.waitForSelector('text=What does it cost?');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`q-${id}`);

  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.fill('#text', 'I do.');
  await desk.escalations.change(id, { kind: 'reply', staff: 'Ben', text: 'Ben does.' }, desk.clock.now, null);
  await page.waitForSelector('.owner.news >> text=Answered by Ben at');
  expect(await page.inputValue('#text')).toBe('I do.');
  await page.click('text=Send reply');
  await page.waitForSelector('#problem');
  expect(await page.inputValue('#text')).toBe('I do.');
  // The page stays live at the address of the refused form.
  await desk.escalations.change(id, { kind: 'close', staff: 'Ben' }, desk.clock.now, null);
  await page.waitForSelector('text=Ben closed the question');
  await page.waitForSelector('#text', { state: 'detached' });
  expect(await page.inputValue('#unsent')).toBe('I do.');
  expect(await page.isVisible('#unsent')).toBe(true);
  expect(complaints).toEqual([]);
}, 60_000);

test('an open page never contradicts itself: an answered question that the visitor adds to', async () => {
  await signIn('Anna');
  const { id } = await desk.ask('Who runs it?');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.fill('#text', 'I do.');
  await page.click('text=Send reply');
  await page.waitForSelector('text=Your reply is on its way');
  await desk.escalations.delivered(id, desk.clock.now);
  await page.waitForSelector('text=Your reply has been delivered');
  expect(await page.isVisible('#text')).toBe(false);

  await desk.escalations.change(id, { kind: 'addDetails', text: 'In Bonn?' }, desk.clock.now, null);
  await page.waitForSelector('text=Nobody is on it yet');
  await page.waitForSelector('text=Nobody yet');
  expect(await page.textContent('[data-live=notice]')).toBe('');
  await page.fill('#text', 'Yes.');
  expect(await page.textContent('#preview')).toContain('Yes.');
  await page.click('text=Send reply');
  await page.waitForSelector('text=Your reply is on its way');

  await page.click('summary >> text=Write again');
  await page.fill('#text', 'No, in Berlin.');
  await desk.escalations.change(id, { kind: 'leaveEmail', email: 'eva@example.org' }, desk.clock.now, null);
  await page.waitForSelector('text=No mail goes out by itself');
  expect(await page.inputValue('#text')).toBe('No, in Berlin.');
  expect(complaints).toEqual([]);
}, 60_000);

test('a reply that needs a look is shown and settled, accessibly', async () => {
  await signIn('Anna');
  const question = await desk.ask('Who runs it?');
  const note = 'The channel did not answer in time.';
  desk.deliveries.add(question, { status: 'uncertain', note });
  desk.deliveries.add(question, { status: 'failed', route: 'mail' });
  await page.reload();
  await expectNoFaults(page);
  await page.click(`.alert >> text=${question.reference}`);
  await page.waitForURL(`**/${question.id}`);
  await expectNoFaults(page);
  await page.locator('text=Mark as delivered').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('text=The reply is marked as delivered');
  await page.click('text=Try again');
  await page.waitForSelector('.unsettled', { state: 'detached' });
  expect(desk.deliveries.decided).toEqual(['markDelivered d1 by Anna', 'resend d2 by Anna']);
  expect(complaints).toEqual([]);
}, 60_000);

test('an address is not broken within its parts, and header and footer begin where the content does', async () => {
  await signIn('Anna');
  const { id } = await desk.ask('Who runs it?');
  const email = 'jane.doe@example.org';
  await desk.escalations.change(id, { kind: 'leaveEmail', email }, desk.clock.now, null);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${desk.url}/console/escalations/${id}`);
  const parts = await page.$eval('.facts a[href^=mailto]', (link) =>
    [...link.childNodes].flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return node.textContent ? [{ text: node.textContent, lines: range.getClientRects().length }] : [];
    }),
  );
  expect(parts).toEqual(['jane.doe@', 'example.org'].map((text) => ({ text, lines: 1 })));
  const left = (selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().left);
  const content = await left('h1');
  expect(await left('.brand')).toBe(content);
  expect(await left('.foot p')).toBe(content);
}, 60_000);

test('all of it works without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    page = await context.newPage();
    await page.goto(await desk.newSignInLink());
    await page.fill('#name', 'Anna');
    await page.click('button.primary');
    const { id } = await desk.ask('Who runs it?');
    await page.goto(`${desk.url}/console`);
    await page.click(`#q-${id}`);
    await page.click('#claim');
    await page.fill('#text', 'I do.');
    await page.click('button.primary');
    await page.waitForSelector('.flash');
    await page.click('summary >> text=Write again');
    await page.fill('#text', 'Or Ben does.');
    await page.click('text=Send this reply as well');
    await page.waitForSelector('.flash');
    expect((await desk.escalations.byId(id))?.reply?.text).toBe('Or Ben does.');
    await page.click('.close summary');
    await page.click('button.danger');
    await page.waitForSelector('.flash');
    expect((await desk.escalations.byId(id))?.status).toBe('closed');
    await page.click('button.quiet');
    await page.waitForSelector('text=You are signed out');
  } finally {
    await context.close();
  }
}, 60_000);

test('a text module is put in by its keyword, or from the list', async () => {
  await signIn('Anna');
  await page.goto(`${desk.url}/console/text-modules`);
  await expectNoFaults(page);
  await page.getByLabel('Keyword').fill('thanks');
  await page.getByLabel('Text', { exact: true }).fill('Thank you for {reference}.');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('Saved.').waitFor();
  await expectNoFaults(page);
  const { id, reference } = await desk.ask('Who runs it?');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  const text = page.locator('#text');
  await text.pressSequentially('Dear Eva, /thanks ');
  expect(await text.inputValue()).toBe(`Dear Eva, Thank you for ${reference}.`);
  await text.press('Tab');
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(false);
  await page.getByText('Text modules', { exact: true }).last().click();
  await page.getByLabel('Search the text modules').fill('nothing like it');
  expect(await page.locator('.modules-beside li:visible').count()).toBe(0);
  await page.getByLabel('Search the text modules').fill('THÁNK');
  await expectNoFaults(page);
  await page.getByRole('button', { name: 'Insert' }).click();
  expect(await text.inputValue()).toBe(`Dear Eva, Thank you for ${reference}.Thank you for ${reference}.`);
  expect(complaints).toEqual([]);
});

test('the page about personal data is accessible, empty and full', async () => {
  await desk.personalData.put('eva');
  await signIn('Anna');
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expectNoFaults(page);
  await page.getByRole('searchbox').fill('dl_eva');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What is kept' }).waitFor();
  await expectNoFaults(page);
  await page.getByLabel('Type ERASE to confirm').fill('erase');
  await page.keyboard.press('Enter');
  await page.getByText('Not a byte of it is left').waitFor();
  await expectNoFaults(page);
  expect(complaints).toEqual([]);
});

test('single keys go through the queue, open the help, and rest while somebody writes or has switched them off', async () => {
  await signIn('Anna');
  const { id } = await desk.ask('First question?');
  await desk.ask('Second question?', { at: new Date(desk.clock.now.getTime() + 1_000) });
  await page.goto(`${desk.url}/console`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('j');
  expect(await focused()).toBe('First question?');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toBe('Second question?');
  await page.keyboard.press('k');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await expectNoFaults(page);
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('First question?');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/escalations/${id}`);
  await page.keyboard.press('r');
  await page.keyboard.type('jk?c');
  expect(await page.locator('#text').inputValue()).toBe('jk?c');
  await page.locator('#text').blur();
  await page.keyboard.press('?');
  await page.getByLabel('Use single keys as shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  expect((await desk.escalations.byId(id))?.status).toBe('open');
  await page.reload();
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByLabel('Use single keys as shortcuts').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByText('It’s yours').waitFor();
  await waitForScript(page);
  await page.keyboard.press('q');
  await page.waitForURL('**/console');
  expect(complaints).toEqual([]);
});

test('several questions are selected and taken at once, and what was selected stays so when the page renews itself', async () => {
  await signIn('Anna');
  const { id } = await desk.ask('First question?');
  await desk.ask('Second question?', { at: new Date(desk.clock.now.getTime() + 1_000) });
  await page.goto(`${desk.url}/console`);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('(1 selected)').waitFor();
  await desk.ask('Third question?', { at: new Date(desk.clock.now.getTime() + 2_000) });
  await page.getByText('Third question?', { exact: true }).waitFor();
  expect(await page.locator('.pick input:checked').count()).toBe(1);
  await page.getByText('With the selected questions').click();
  expect(await page.getByLabel('Name or label').isVisible()).toBe(false);
  await page.getByLabel('Action').selectOption('addLabel');
  await page.getByLabel('Name or label').waitFor();
  await expectNoFaults(page);
  await page.getByLabel('Select all').check();
  await page.getByText('(3 selected)').waitFor();
  await page.getByLabel('Select all').uncheck();
  await page.locator(`#pick-${id}`).check();
  await page.getByLabel('Action').selectOption('claim');
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByText('Done with 1.').waitFor();
  await waitForScript(page);
  expect((await desk.escalations.byId(id))?.claimedBy).toBe('Anna');
  await page.keyboard.press('/');
  await page.keyboard.type('frist');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Found for' }).waitFor();
  await expectNoFaults(page);
  await page.goto(`${desk.url}/console`);
  await page.getByText('Narrow down').click();
  await page.getByLabel('Name of the view').fill('All of mine');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('link', { name: 'All of mine' }).waitFor();
  await expectNoFaults(page);
  expect(complaints).toEqual([]);
});
