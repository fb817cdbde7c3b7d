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
