// Managing a question in a real browser: by keyboard, without a script, live, and without a fault that axe could find.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type DeskPlan, type EscalationCommand, plainPlan } from '../../dialogs/index.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectNoFaults } from './support/noFaults.ts';
import { startConsole, type TestConsole } from './support/startConsole.ts';

const plan: DeskPlan = { ...plainPlan, queues: [...plainPlan.queues, { id: 'press', name: 'Press' }] };

let browser: Browser;
let desk: TestConsole;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  desk = await startConsole({ plan });
});
afterEach(() => desk.stop());

async function signIn(script = true): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled: script })).newPage();
  await page.goto(await desk.newSignInLink());
  await page.fill('#name', 'Anna');
  await page.click('button.primary');
  await page.waitForURL('**/console');
  return page;
}
const does = (id: string, command: EscalationCommand) =>
  desk.escalations.change(id, command, desk.clock.now, null);

test('everything opened at once is accessible, light and dark, wide and narrow', async () => {
  const page = await signIn();
  const { id } = await desk.ask('Who runs it?');
  await desk.ask('Since when?', { at: new Date('2026-11-18T10:00:00Z') });
  await does(id, { kind: 'setPriority', staff: 'Ben', priority: 'urgent' });
  for (const label of ['Fees', 'Member states of the Union'])
    await does(id, { kind: 'addLabel', staff: 'Ben', label });
  await does(id, { kind: 'note', staff: 'Ben', text: 'Ask @Anna.', people: ['Anna'] });
  await does(id, { kind: 'takeOver', staff: 'Anna' });
  await page.goto(`${desk.url}/console`);
  await expectNoFaults(page);
  await page.goto(`${desk.url}/console/escalations/${id}`);
  for (const name of ['note', 'hand-over', 'snooze', 'priority', 'add-label', 'queue'])
    await page.click(`#open-${name}`);
  await expectNoFaults(page);
  await page.context().close();
}, 180_000);

test('a note is written by keyboard alone, and stays while a colleague changes something', async () => {
  const page = await signIn();
  const { id } = await desk.ask('Who runs it?');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.focus('#open-note');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ask Ben');
  await does(id, { kind: 'addLabel', staff: 'Ben', label: 'fees' });
  await page.waitForSelector('.meta .label >> text=fees');
  await does(id, { kind: 'takeOver', staff: 'Ben' });
  await page.waitForSelector('.talk.news >> text=Ben talks with the visitor');
  expect(await page.inputValue('#note')).toBe('Ask Ben');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.notes >> text=Ask Ben');
  expect((await desk.escalations.history(id)).at(-1)).toMatchObject({ kind: 'note', text: 'Ask Ben' });
  await page.context().close();
}, 60_000);

test('what is written of a reply survives the other forms of the page', async () => {
  const page = await signIn();
  const { id } = await desk.ask('Who runs it?');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.fill('#text', 'I **do**.');
  await page.click('#open-add-label');
  await page.fill('#label', 'fees');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.flash >> text=Saved.');
  expect(await page.inputValue('#text')).toBe('I **do**.');
  expect(await page.innerHTML('#preview')).toContain('<strong>do</strong>');
  await page.click('text=Send reply');
  await page.waitForSelector('text=Your reply is on its way');
  await page.click('summary >> text=Write again');
  expect(await page.inputValue('#text')).toBe('');
  await page.fill('#text', 'Not I.');
  await page.click('#reopen');
  await page.waitForSelector('text=The question is open again.');
  expect(await page.inputValue('#text')).toBe('Not I.');
  await page.context().close();
}, 60_000);

test('all of it works without a script', async () => {
  const page = await signIn(false);
  const { id } = await desk.ask('Who runs it?');
  await page.goto(`${desk.url}/console/escalations/${id}`);
  await page.click('#open-priority');
  await page.selectOption('#priority', 'high');
  await page.click('text=Set priority');
  await page.waitForSelector('text=priority: high');
  await page.click('#open-add-label');
  await page.fill('#label', 'Fees');
  await page.click('text=Add label');
  await page.click('#open-add-label');
  await page.click('button[value=fees]');
  await page.waitForSelector('.label', { state: 'detached' });
  await page.click('#open-queue');
  await page.selectOption('#queue', 'press');
  await page.click('text=Move to this queue');
  await page.click('#open-snooze');
  await page.fill('#local', '2026-11-25T09:30');
  await page.click('form[action$=snooze] button:not([name])');
  await page.waitForSelector('text=Put off. It comes back by itself.');
  await page.click('#wake');
  await page.click('#talk');
  await page.waitForSelector('text=You talk with the visitor');
  await page.click('#hand-back');
  await page.click('#open-hand-over');
  await page.fill('#to', 'Ben');
  await page.press('#to', 'Enter');
  await page.waitForSelector('text=Ben is on it.');
  await page.click('.close summary');
  await page.click('button.danger');
  await page.click('#reopen');
  await page.waitForSelector('text=The question is open again.');
  expect(await desk.escalations.byId(id)).toMatchObject({
    status: 'open',
    priority: 'high',
    labels: [],
    queue: 'press',
    snoozedUntil: null,
    staffOwns: false,
  });
  await page.context().close();
}, 60_000);
