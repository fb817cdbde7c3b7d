// Questions that ask the same, as staff see them.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Escalation } from '../../../dialogs/index.ts';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
let first: Escalation;
let second: Escalation;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
  first = await desk.ask('Does ICLEI lend bicycles?');
  second = await desk.ask('Leiht ICLEI <b>Räder</b>?', { joinedTo: first.id, language: 'de' });
  await desk.ask('Does ICLEI really lend bicycles?', { joinedTo: first.id });
});
afterEach(() => desk.stop());

const pageOf = async (path: string) => (await desk.send(path, { staff: anna })).text();

test('the queue has one row, with how many ask', async () => {
  await desk.ask('What does it cost?');
  const page = await pageOf('/console');
  expect(page).toContain('asked by 3');
  expect(page.match(/class="asked-by"/gu)).toHaveLength(1);
  expect(page).not.toContain('Räder');
  expect(page).toContain('(2) Questions');
});

test('the page shows every wording, and that a reply goes to all', async () => {
  const page = await pageOf(`/console/escalations/${first.id}`);
  expect(page).toContain('Others ask the same (2)');
  expect(page).toContain('Leiht ICLEI &lt;b&gt;Räder&lt;/b&gt;?');
  expect(page).toContain('Does ICLEI really lend bicycles?');
  expect(page).toContain('you do for all of them');
  expect(page).toContain(`action="/console/escalations/${second.id}/separate"`);
});

test('the page of one that joined leads to the first', async () => {
  const page = await pageOf(`/console/escalations/${second.id}`);
  expect(page).toContain('This asks the same as');
  expect(page).toContain(`href="/console/escalations/${first.id}"`);
});

test('one that nobody else asks says nothing of it', async () => {
  const { id } = await desk.ask('What does it cost?');
  expect(await pageOf(`/console/escalations/${id}`)).not.toMatch(/the same|separately/u);
});

test('staff may answer one by itself', async () => {
  const separated = await desk.send(`/console/escalations/${second.id}/separate`, {
    staff: anna,
    fields: {},
  });
  expect(separated.status).toBe(303);
  expect(separated.headers.get('location')).toBe(`/console/escalations/${second.id}?done=separated`);
  expect(await pageOf(`/console/escalations/${second.id}`)).toContain(
    'Anna answers this question separately',
  );
  expect(await pageOf('/console')).toContain('asked by 2');
  expect(await pageOf('/console')).toContain('Räder');
});

test('nobody separates one without the form of our own page, or that is not there', async () => {
  const path = `/console/escalations/${second.id}/separate`;
  expect((await desk.send(path, { fields: {} })).status).toBe(401);
  expect((await desk.send(path, { staff: { ...anna, csrf: 'forged' }, fields: {} })).status).toBe(403);
  expect((await desk.send('/console/escalations/e99/separate', { staff: anna, fields: {} })).status).toBe(
    404,
  );
  expect((await desk.escalations.byId(second.id))?.joinedTo).toBe(first.id);
});

test('one that is closed can’t be separated any more, and says why', async () => {
  await desk.escalations.change(second.id, { kind: 'close', staff: 'Ben' }, desk.clock.now, null);
  const late = await desk.send(`/console/escalations/${second.id}/separate`, { staff: anna, fields: {} });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Closed by Ben');
});
