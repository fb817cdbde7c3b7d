// What staff see of the things visitors do with their own questions.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const pageOf = async (path: string) => (await desk.send(path, { staff: anna })).text();

describe('a question that its visitor has changed', () => {
  test('says so, and a reply to the old wording is not sent', async () => {
    const { id, version } = await desk.ask('Who runs it?');
    expect(await pageOf(`/console/escalations/${id}`)).not.toContain('changed the wording');
    await desk.escalations.change(
      id,
      { kind: 'editQuestion', text: 'Who pays for it?', tried: { reason: '', unknownWords: [] } },
      desk.clock.now,
      null,
    );
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('Who pays for it?</h1>');
    expect(page).toContain('The visitor changed the wording.');
    expect(page).toContain('The visitor changed the wording of the question');
    const late = await desk.send(`/console/escalations/${id}/reply`, {
      staff: anna,
      fields: { text: 'Anna does.', version: String(version) },
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This question changed');
  });
});

test('A question that waits again because its reply did not help says why, until there is another', async () => {
  const { id } = await desk.ask('Who runs it?');
  const { change } = desk.escalations;
  const at = desk.clock.now;
  await change(id, { kind: 'reply', staff: 'Anna', text: 'Anna does.' }, at, null);
  expect(await pageOf(`/console/escalations/${id}`)).not.toContain('did not answer');
  await change(id, { kind: 'replyDidNotHelp' }, at, null);
  expect(await pageOf('/console')).toContain('Who runs it?');
  const page = await pageOf(`/console/escalations/${id}`);
  expect(page).toContain('<p class="alert">The visitor says that this reply did not answer the question.');
  expect(page).toContain('The visitor says that the reply did not answer the question');
  await change(id, { kind: 'reply', staff: 'Anna', text: 'Ben does.' }, at, null);
  expect(await pageOf(`/console/escalations/${id}`)).not.toContain('class="alert">The visitor');
});

test('That a reply helped stands in the history', async () => {
  const { id } = await desk.ask('Who runs it?');
  await desk.escalations.change(id, { kind: 'reply', staff: 'Anna', text: 'Me.' }, desk.clock.now, null);
  await desk.escalations.change(id, { kind: 'replyHelped' }, desk.clock.now, null);
  expect(await pageOf(`/console/escalations/${id}`)).toContain('The visitor says that the reply helped');
});
