// What staff do with a question besides replying: each form over HTTP, as a browser sends it.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type DeskPlan, plainPlan } from '../../dialogs/index.ts';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

const plan: DeskPlan = {
  ...plainPlan,
  queues: [...plainPlan.queues, { id: 'press', name: 'Press & speakers' }],
};

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole({ plan });
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const pageOf = async (path: string) => (await desk.send(path, { staff: anna })).text();
const send = (id: string, action: string, fields: Readonly<Record<string, string>> = {}, staff = anna) =>
  desk.send(`/console/escalations/${id}/${action}`, { staff, fields });
const stored = (id: string) => desk.escalations.byId(id);
/** Sends a form that must be taken, and gives the page that the browser then shows. */
const sent = async (id: string, action: string, fields: Readonly<Record<string, string>> = {}) => {
  const response = await send(id, action, fields);
  expect(response.status).toBe(303);
  return pageOf(response.headers.get('location') ?? '');
};

describe('A question', () => {
  test('is handed to a colleague and put back into the queue', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'hand-over', { to: ' Ben ', version: '1' });
    expect(page).toContain('It is in other hands now.');
    expect(page).toContain('Anna handed the question over to Ben');
    expect(await stored(id)).toMatchObject({ status: 'claimed', claimedBy: 'Ben' });
    expect(await sent(id, 'hand-over', { to: '', back: '1', version: '2' })).toContain(
      'Nobody is on it yet.',
    );
    expect(await pageOf(`/console/escalations/${id}`)).toContain('Anna put the question back into the queue');
  });

  test('is handed over once: the second is told what has changed', async () => {
    const { id } = await desk.ask('Who runs it?');
    await sent(id, 'hand-over', { to: 'Ben', version: '1' });
    expect((await send(id, 'hand-over', { to: 'Ben', version: '1' })).status).toBe(303);
    const late = await send(id, 'hand-over', { to: 'Cara', version: '1' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This question changed at');
    expect((await stored(id))?.claimedBy).toBe('Ben');
  });

  test('is put off by a button or until a time on the desk’s clocks, and taken up again', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await pageOf(`/console/escalations/${id}`);
    const until = /name="until" value="([^"]+)" formnovalidate>For an hour/u.exec(page)?.[1] ?? '';
    expect(await sent(id, 'snooze', { until, local: '' })).toContain('Put off. It comes back by itself.');
    expect((await stored(id))?.snoozedUntil).toEqual(new Date('2026-11-23T11:00:00Z'));
    expect(page).toContain('name="until" value="2026-11-24T08:00:00.000Z"');
    await sent(id, 'snooze', { local: '2026-11-25T09:30' });
    expect((await stored(id))?.snoozedUntil).toEqual(new Date('2026-11-25T08:30:00Z'));
    expect(await sent(id, 'wake')).not.toContain('snoozed until');
  });

  test.each([
    ['a time that is past', { local: '2026-11-20T09:30' }],
    ['no time', {}],
    ['what is no time', { until: 'tomorrow' }],
    ['a day that there is not', { local: '2026-02-31T10:00' }],
  ])('is not put off until %s', async (_what, fields: Readonly<Record<string, string>>) => {
    const { id } = await desk.ask('Who runs it?');
    const refused = await send(id, 'snooze', fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Please choose a time from now on, within a year.');
    expect((await stored(id))?.snoozedUntil).toBeNull();
  });

  test('gets a priority, said in words', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'priority', { priority: 'high' });
    for (const text of ['Saved.', 'priority: high', 'due in 4 hr', 'Anna set the priority: high'])
      expect(page).toContain(text);
    expect(await sent(id, 'priority', { priority: 'whatever' })).not.toContain('priority: high</span>');
  });

  test('gets labels, and loses them again', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'add-label', { label: 'Member States' });
    expect(page).toContain('<span class="label">member-states</span>');
    expect(page).toContain('Remove the label member-states');
    expect(await sent(id, 'remove-label', { label: 'member-states' })).not.toContain('class="label"');
    const blank = await send(id, 'add-label', { label: '?!' });
    expect(blank.status).toBe(422);
    expect(await blank.text()).toContain('Please fill in the field first.');
    expect((await send(id, 'add-label', { label: 'x'.repeat(31) })).status).toBe(422);
    for (let count = 0; count < 20; count++)
      await desk.escalations.change(
        id,
        { kind: 'addLabel', staff: 'Ben', label: `label ${count}` },
        desk.clock.now,
        null,
      );
    expect(await (await send(id, 'add-label', { label: 'more' })).text()).toContain('can have 20 labels');
  });

  test('gets notes, which look internal, mention colleagues, and are no one else’s business', async () => {
    await desk.signIn('Ben');
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'note', { note: 'Ask @Ben <b>first</b>.\nThen answer.' });
    expect(page).toContain('For staff only. Visitors never see these.');
    expect(page).toContain('Ask <strong class="mention">@Ben</strong> &lt;b&gt;first&lt;/b&gt;.');
    expect(page).toContain('To mention somebody: @Anna, @Ben');
    expect(page).toContain('Anna wrote an internal note');
    expect((await desk.escalations.history(id)).at(-1)?.mentions).toEqual(['Ben']);
    const long = await send(id, 'note', { note: 'x'.repeat(4001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toMatch(
      /<details class="more" open><summary id="open-note">[\s\S]*x{4001}<\/textarea>/u,
    );
    expect((await send(id, 'note', { note: ' ' })).status).toBe(422);
  });

  test('is moved to another queue, if there is one', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'queue', { queue: 'press' });
    expect(page).toContain('<dt>Queue</dt><dd>Press &amp; speakers</dd>');
    expect(page).toContain('Anna moved the question to the queue Press &amp; speakers');
    const refused = await send(id, 'queue', { queue: 'nonsense' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('This queue is not there any more.');
    expect((await stored(id))?.queue).toBe('press');
  });

  test('that is closed is opened again', async () => {
    const { id } = await desk.ask('Who runs it?');
    await sent(id, 'close', { version: '1' });
    const page = await sent(id, 'reopen');
    expect(page).toContain('The question is open again.');
    expect(page).toContain('Anna reopened the question');
    expect((await stored(id))?.status).toBe('open');
  });

  test('that is closed can be noted on and labelled, and nothing else', async () => {
    const { id } = await desk.ask('Who runs it?');
    await sent(id, 'close', { version: '1' });
    expect((await send(id, 'note', { note: 'Same as last week.' })).status).toBe(303);
    expect((await send(id, 'add-label', { label: 'fees' })).status).toBe(303);
    for (const [action, fields] of [
      ['hand-over', { to: 'Ben', version: '2' }],
      ['take-over', {}],
      ['snooze', { local: '2026-11-25T09:30' }],
      ['priority', { priority: 'low' }],
      ['queue', { queue: 'press' }],
    ] as const) {
      const refused = await send(id, action, fields);
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('Closed by Anna at');
    }
  });
});

describe('A conversation', () => {
  test('is taken over and given back', async () => {
    const { id } = await desk.ask('Who runs it?');
    const page = await sent(id, 'take-over');
    expect(page).toContain('The conversation is yours.');
    expect(page).toContain('You talk with the visitor; the bot is silent.');
    expect(await stored(id)).toMatchObject({ status: 'claimed', claimedBy: 'Anna', staffOwns: true });
    const ben = await desk.signIn('Ben');
    const seen = await (await desk.send(`/console/escalations/${id}`, { staff: ben })).text();
    expect(seen).toContain('Anna talks with the visitor; the bot is silent.');
    const refused = await send(id, 'take-over', {}, ben);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Anna took this question at');
    const back = await sent(id, 'hand-back');
    expect(back).toContain('The bot answers again');
    expect(back).toContain('Anna handed the conversation back to the bot');
  });

  test('goes on: one message after the other, without asking whether it is meant', async () => {
    const { id } = await desk.ask('Who runs it?');
    await sent(id, 'take-over');
    await sent(id, 'reply', { text: 'Hello!', version: '2' });
    const page = await sent(id, 'reply', { text: 'Are you there?', version: '3' });
    expect(page).toContain('Reply to the visitor');
    expect(page).not.toContain('Write again…');
    expect((await stored(id))?.reply?.text).toBe('Are you there?');
  });
});

describe('The queue', () => {
  test('shows the most urgent first, with all that says why, and what was put off apart', async () => {
    const low = await desk.ask('A low one?');
    const late = await desk.ask('A late one?', { at: new Date('2026-11-18T10:00:00Z') });
    const high = await desk.ask('A high one?');
    const asleep = await desk.ask('A sleeping one?');
    await sent(low.id, 'priority', { priority: 'low' });
    await sent(high.id, 'priority', { priority: 'high' });
    await sent(high.id, 'add-label', { label: 'Fees' });
    await sent(high.id, 'queue', { queue: 'press' });
    await sent(asleep.id, 'snooze', { local: '2026-11-25T09:30' });
    const page = await pageOf('/console');
    const order = ['A late one?', 'A high one?', 'A low one?'].map((text) => page.indexOf(text));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    for (const text of ['overdue by 4 days', 'priority: high', 'due in 4 hr', 'fees', 'Press &amp; speakers'])
      expect(page).toContain(text);
    expect(page).not.toContain('A sleeping one?');
    expect(page).toContain('(3) Questions');
    expect(page).toMatch(/Waiting <span class="count">3<\/span>/u);
    expect(page).toMatch(/Snoozed <span class="count">1<\/span>/u);
    const snoozed = await pageOf('/console?status=snoozed');
    expect(snoozed).toContain('A sleeping one?');
    expect(snoozed).toContain('25 Nov 2026, 08:30 UTC');
    expect(await pageOf(`/console/escalations/${asleep.id}`)).toContain('href="/console?status=snoozed"');
    expect(await pageOf(`/console/escalations/${late.id}`)).toContain('overdue by 4 days');
  });

  test('tells who was reminded, and the history what the clock did', async () => {
    const { id } = await desk.ask('Who runs it?');
    await desk.escalations.change(id, { kind: 'claim', staff: 'Ben' }, desk.clock.now, null);
    const remind = new Date('2026-11-23T14:00:00Z');
    await desk.escalations.change(id, { kind: 'remind' }, remind, null);
    expect(await pageOf('/console')).toContain('a reminder was given');
    await desk.escalations.change(id, { kind: 'returnToQueue' }, new Date('2026-11-24T10:00:00Z'), null);
    const page = await pageOf(`/console/escalations/${id}`);
    expect(page).toContain('Reminder for Ben: no reply yet');
    expect(page).toContain('Back in the queue, for Ben had not replied in time');
  });
});

test.each(['es', 'pt', 'fr', 'de'])('All of it can be read in %s', async (language) => {
  const { id } = await desk.ask('Who runs it?');
  const until = '2026-11-25T09:30';
  for (const [action, fields] of [
    ['take-over', {}],
    ['priority', { priority: 'urgent' }],
    ['note', { note: 'x' }],
    ['snooze', { local: until }],
    ['wake', {}],
    ['hand-back', {}],
    ['hand-over', { back: '1', version: '4' }],
  ] as const)
    expect([action, (await send(id, action, fields)).status]).toEqual([action, 303]);
  for (const path of ['/console', `/console/escalations/${id}?done=saved`]) {
    const page = await (
      await desk.send(path, { staff: anna, headers: { 'Accept-Language': language } })
    ).text();
    expect(page).not.toMatch(
      /undefined|\[object|Invalid Date|\{(?:name|time|owner|priority|age|zone|names)\}/u,
    );
  }
});
