// The queue as staff narrow it down, search it, keep views of it and work on several questions at once.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { queueTexts } from '../../../bot/console/queue/texts.ts';
import type { EscalationDraft } from '../../../dialogs/index.ts';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

/** Minutes after one another, so that their order is known. */
let minutes = 0;
const ask = (question: string, more: Partial<EscalationDraft> = {}) => {
  minutes += 1;
  return desk.ask(question, { at: new Date(desk.clock.now.getTime() + minutes * 60_000), ...more });
};
const open = async (query = '') => (await desk.send(`/console${query}`, { staff: anna })).text();
const questionsIn = (page: string) =>
  [...page.matchAll(/<h2><a id="q-[^>]*>([^<]*)<\/a>/gu)].map(([, question]) => question);
const act = (id: string, action: string, fields: Readonly<Record<string, string>> = {}) =>
  desk.send(`/console/escalations/${id}/${action}`, { staff: anna, fields });
const bulk = (ids: readonly string[], fields: Readonly<Record<string, string>>) =>
  desk.send('/console/bulk', {
    staff: anna,
    fields: { ...Object.fromEntries(ids.map((id) => [`pick-${id}`, '1'])), ...fields },
  });

describe('Search', () => {
  test('finds misspelt words in questions of every status, and exact ones among the old', async () => {
    const { id } = await ask('Who lends bicycles to towns?');
    await act(id, 'claim');
    await act(id, 'close', { version: '2' });
    for (let i = 0; i < 120; i++) await ask(`Question number ${i}?`);
    expect(questionsIn(await open('?find=bicycles'))).toEqual(['Who lends bicycles to towns?']);
    expect(questionsIn(await open('?find=qestion+numbr+119'))[0]).toBe('Question number 119?');
    expect(await open('?find=%25')).toContain('Nothing is like “%”.');
    expect(await open('?find=hippopotamus')).toContain('Nothing is like “hippopotamus”.');
  });

  test('shows what was typed as text', async () => {
    expect(await open(`?find=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain(
      '<script>alert',
    );
  });
});

describe('The list', () => {
  test('is narrowed down by owner and label', async () => {
    const mine = await ask('Mine?');
    const labelled = await ask('Labelled?');
    await ask('Neither?');
    await act(mine.id, 'claim');
    await act(labelled.id, 'add-label', { label: 'Press' });
    expect(questionsIn(await open('?owner=me'))).toEqual(['Mine?']);
    expect(questionsIn(await open('?owner=nobody'))).toEqual(['Labelled?', 'Neither?']);
    expect(questionsIn(await open('?label=press'))).toEqual(['Labelled?']);
    expect(questionsIn(await open('?owner=king&status=lost'))).toHaveLength(3);
  });

  test('goes on on a next page', async () => {
    for (let i = 1; i <= 51; i++) await ask(`Question ${i}?`);
    const first = await open();
    expect(questionsIn(first)).toHaveLength(50);
    const next = /href="\/console(\?after=[^"]+)"/u.exec(first)?.[1] ?? '';
    expect(questionsIn(await open(next))).toEqual(['Question 51?']);
  });
});

describe('Several questions at once', () => {
  test('are taken, handed over, labelled, raised, put off and closed', async () => {
    const ids = [(await ask('First?')).id, (await ask('Second?')).id];
    const done = await bulk(ids, { action: 'claim', back: 'owner=nobody' });
    expect(done.headers.get('location')).toBe('/console?owner=nobody&done=bulk-2-0');
    expect(await open('?done=bulk-2-0')).toContain('Done with 2.');
    await bulk(ids, { action: 'addLabel', value: 'press' });
    await bulk(ids, { action: 'priority', priority: 'high' });
    await bulk(ids, { action: 'handOver', value: 'Ben' });
    for (const id of ids) {
      expect(await desk.escalations.byId(id)).toMatchObject({
        claimedBy: 'Ben',
        labels: ['press'],
        priority: 'high',
      });
    }
    await bulk(ids, { action: 'snooze' });
    expect((await desk.escalations.byId(ids[0] ?? ''))?.snoozedUntil).not.toBeNull();
    await bulk(ids.slice(0, 1), { action: 'close' });
    expect((await desk.escalations.byId(ids[0] ?? ''))?.status).toBe('closed');
  });

  test('of which some are gone: it says how many', async () => {
    const { id } = await ask('First?');
    const closed = await ask('Second?');
    await act(closed.id, 'close', { version: '1' });
    const done = await bulk([id, closed.id, 'nobody'], { action: 'claim' });
    expect(done.headers.get('location')).toBe('/console?done=bulk-1-2');
    expect(await open('?done=bulk-1-2')).toContain('with 2 it was not possible any more');
  });

  test.each([
    ['nothing is selected', [], { action: 'claim' }, queueTexts.en.bulkNone],
    ['the action is unknown', ['x'], { action: 'burn' }, queueTexts.en.bulkUnfit],
    ['a name is missing', ['x'], { action: 'handOver', value: ' ' }, queueTexts.en.bulkUnfit],
    ['a label is missing', ['x'], { action: 'addLabel' }, queueTexts.en.bulkUnfit],
    ['the priority is none', ['x'], { action: 'priority', priority: 'now' }, queueTexts.en.bulkUnfit],
    ['the queue is none', ['x'], { action: 'route', queue: 'nowhere' }, queueTexts.en.bulkUnfit],
  ] as const)('are left alone when %s', async (_, ids, fields, sentence) => {
    await ask('First?');
    const response = await bulk(ids, fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(sentence);
  });
});

describe('Views', () => {
  const save = (name: string, query: string) =>
    desk.send('/console/views/save', { staff: anna, fields: { name, query } });

  test('are kept under a name, each by whom they belong to, and removed', async () => {
    expect((await save('Mine', 'owner=me&after=x')).headers.get('location')).toBe(
      '/console?owner=me&after=x&done=viewSaved',
    );
    await save('Mine', 'owner=me');
    expect(await open()).toContain('<a href="/console?owner=me">Mine</a>');
    const ben = await desk.signIn('Ben');
    expect(await (await desk.send('/console', { staff: ben })).text()).not.toContain('>Mine</a>');
    await desk.send('/console/views/remove', { staff: anna, fields: { name: 'Mine' } });
    expect(await open()).not.toContain('>Mine</a>');
  });

  test('have a name, and there is room for twenty', async () => {
    expect((await save(' ', 'owner=me')).status).toBe(422);
    expect((await save('a'.repeat(41), 'owner=me')).status).toBe(422);
    for (let i = 0; i < 20; i++) expect((await save(`View ${i}`, '')).status).toBe(303);
    expect((await save('One more', '')).status).toBe(422);
    expect((await save('View 7', 'owner=me')).status).toBe(303);
  });

  test('lead nowhere but to the queue', async () => {
    await save('Elsewhere', 'status=answered&redirect=https://evil.example');
    expect(await open()).toContain('<a href="/console?status=answered">Elsewhere</a>');
  });
});

test.each(['bulk', 'views/save', 'views/remove'])(
  'who opens the address of the form %s is led to the queue',
  async (path) => {
    const response = await desk.send(`/console/${path}`, { staff: anna });
    expect(response.headers.get('location')).toBe('/console');
  },
);
