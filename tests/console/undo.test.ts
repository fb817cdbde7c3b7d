// A reply that can be taken back for ten seconds.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSqlOutbox } from '../../bot/store/sqlOutbox.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole({ undoMs: 10_000 });
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const later = (seconds: number) => new Date(desk.clock.now.getTime() + seconds * 1_000);
const due = (at: Date) => createSqlOutbox(desk.db, () => undefined).due(at);
async function replied(text = 'We do.') {
  const { id } = await desk.ask('Who runs it?');
  const sent = await desk.send(`/console/escalations/${id}/reply`, {
    staff: anna,
    fields: { text, version: '1' },
  });
  return { id, path: `/console/escalations/${id}`, page: sent.headers.get('location') ?? '' };
}
const get = async (path: string) => (await desk.send(path, { staff: anna })).text();

test('waits ten seconds before it goes out, and offers to be taken back meanwhile', async () => {
  const { page } = await replied();
  expect(await due(later(9))).toEqual([]);
  expect(await due(later(10))).toMatchObject([{ kind: 'reply', reply: { text: 'We do.' } }]);
  expect(await get(page)).toContain('It goes out in 10 s.');
  desk.clock.now = later(11);
  expect(await get(page)).not.toContain('id="undo"');
});

test('taken back, it does not go out, and its text is in the form again', async () => {
  const { id, path } = await replied('We <do>.');
  const undone = await desk.send(`${path}/undo`, { staff: anna, fields: {} });
  expect(undone.headers.get('location')).toBe(`${path}?done=undone`);
  const page = await get(`${path}?done=undone`);
  expect(page).toContain('The reply is taken back.');
  expect(page).toMatch(/<textarea id="text"[^>]*>\nWe &lt;do&gt;\.<\/textarea>/u);
  expect(await due(later(60))).toEqual([]);
  expect(await desk.escalations.byId(id)).toMatchObject({
    status: 'claimed',
    claimedBy: 'Anna',
    reply: null,
  });
  expect((await desk.escalations.history(id)).map(({ kind }) => kind)).toEqual([
    'opened',
    'reply',
    'undoReply',
  ]);
});

test('that is going out is not taken back', async () => {
  const { id, path } = await replied();
  const outbox = createSqlOutbox(desk.db, () => undefined);
  const [delivery] = await outbox.due(later(10));
  if (delivery) await outbox.claim(delivery, later(10), 45_000);
  const late = await desk.send(`${path}/undo`, { staff: anna, fields: {} });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('It is too late to take the reply back');
  expect(await desk.escalations.byId(id)).toMatchObject({ status: 'answered' });
});

test('of somebody else stays', async () => {
  const { path } = await replied();
  const ben = await desk.signIn('Ben');
  expect((await desk.send(`${path}/undo`, { staff: ben, fields: {} })).status).toBe(409);
  expect(await due(later(10))).toHaveLength(1);
});
