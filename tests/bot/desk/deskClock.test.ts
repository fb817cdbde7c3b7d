// The clock on the real store, at times that are set by hand.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type DeskClockOptions, startDeskClock, tick } from '../../../bot/desk/deskClock.ts';
import type { StaffMail } from '../../../bot/mail/staffMail.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlDeskMarks } from '../../../bot/store/sqlDeskMarks.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import {
  type DeskPlan,
  type Escalation,
  type EscalationCommand,
  type EscalationStore,
  plainPlan,
} from '../../../dialogs/index.ts';
import { languages } from '../../../knowledge/index.ts';
import { until } from '../../support/until.ts';

type Mail = Parameters<StaffMail['send']>[0];

const plan: DeskPlan = {
  ...plainPlan,
  queues: [...plainPlan.queues, { id: 'press', name: 'Press' }],
  digest: { ...plainPlan.digest, to: ['anna@example.org', 'bela@example.org'] },
};
// Tuesday; the desk is open from 8:00 to 16:00 UTC, and the digest goes out at 7:30 UTC.
const at = (time: string) => new Date(`2026-11-${time}:00Z`);

let database: OpenDatabase;
let store: EscalationStore;
let clock: Date;
let sent: Mail[];
let warned: string[];
let options: DeskClockOptions;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  store = createSqlEscalationStore(database.db, () => undefined, { plan });
  clock = at('24T09:00');
  sent = [];
  warned = [];
  options = {
    escalations: store,
    plan,
    marks: createSqlDeskMarks(database.db),
    mail: { send: async (mail) => void sent.push(mail) },
    consoleUrl: () => 'https://bot.example.org/console',
    now: () => clock,
    log: pino({ level: 'warn' }, { write: (line: string) => void warned.push(line) }),
  };
});
afterEach(() => database.close());

let turns = 0;
async function ask(): Promise<Escalation> {
  turns += 1;
  return store.open({
    turnId: `t${turns}`,
    conversation: { channel: 'directline', id: `c${turns}` },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'What is secret?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at: clock,
  });
}
const does = async (id: string, command: EscalationCommand) =>
  expect((await store.change(id, command, clock, null)).ok).toBe(true);
const eventsOf = async (id: string) => (await store.history(id)).map(({ kind }) => kind);
const lookAt = async (time: string, instances = 1) => {
  clock = at(time);
  await Promise.all(Array.from({ length: instances }, () => tick(options)));
};

describe('The clock', () => {
  test('wakes what was put off when its time has come', async () => {
    const { id } = await ask();
    await does(id, { kind: 'snooze', staff: 'Anna', until: at('24T12:00') });
    await lookAt('24T11:59');
    expect((await store.byId(id))?.snoozedUntil).toEqual(at('24T12:00'));
    await lookAt('24T12:00');
    expect((await store.byId(id))?.snoozedUntil).toBeNull();
    expect(await eventsOf(id)).toEqual(['opened', 'snooze', 'wake']);
  });

  test('reminds once and then returns to the queue, however many instances look how often', async () => {
    const { id } = await ask();
    await does(id, { kind: 'claim', staff: 'Anna' });
    for (const time of ['24T12:59', '24T13:00', '24T13:01', '24T15:00']) await lookAt(time, 3);
    expect(await eventsOf(id)).toEqual(['opened', 'claim', 'remind']);
    for (const time of ['25T08:59', '25T09:00', '25T09:30']) await lookAt(time, 3);
    expect(await eventsOf(id)).toEqual(['opened', 'claim', 'remind', 'returned']);
    expect(await store.byId(id)).toMatchObject({ status: 'open', claimedBy: null });
    await does(id, { kind: 'claim', staff: 'Bela' });
    await lookAt('25T14:00', 2);
    expect((await eventsOf(id)).slice(-2)).toEqual(['claim', 'remind']);
  });

  test('returns at once, without a reminder, what was forgotten while the service was down', async () => {
    const { id } = await ask();
    await does(id, { kind: 'claim', staff: 'Anna' });
    await lookAt('27T09:00');
    expect(await eventsOf(id)).toEqual(['opened', 'claim', 'returned']);
  });

  test('gives a conversation back to the bot after silence, whether it was answered or not', async () => {
    const one = await ask();
    const two = await ask();
    for (const { id } of [one, two]) await does(id, { kind: 'takeOver', staff: 'Anna' });
    await does(two.id, { kind: 'reply', staff: 'Anna', text: 'Hello!' });
    await lookAt('24T09:59');
    await lookAt('24T10:00', 2);
    expect(await eventsOf(one.id)).toEqual(['opened', 'takeOver', 'handBack']);
    expect(await eventsOf(two.id)).toEqual(['opened', 'takeOver', 'reply', 'handBack']);
    expect(await store.byId(one.id)).toMatchObject({ status: 'claimed', staffOwns: false });
  });

  test('looks at all of them, also where there are more than fit on a page', async () => {
    for (let count = 0; count < 250; count++)
      await does((await ask()).id, { kind: 'snooze', staff: 'Anna', until: at('24T12:00') });
    await lookAt('24T12:00');
    expect((await store.counts()).snoozed).toBe(0);
  });

  test('goes on when one of them fails, and when the store does', async () => {
    const one = await ask();
    const two = await ask();
    for (const { id } of [one, two]) await does(id, { kind: 'snooze', staff: 'Anna', until: at('24T12:00') });
    const real = options;
    options = {
      ...real,
      escalations: {
        ...store,
        change: (id, ...rest) =>
          id === one.id ? Promise.reject(new Error('broken')) : store.change(id, ...rest),
      },
    };
    await lookAt('24T12:00');
    expect((await store.counts()).snoozed).toBe(1);
    options = { ...real, escalations: { ...store, list: () => Promise.reject(new Error('broken')) } };
    await lookAt('24T12:00');
    expect(warned.join()).toContain('the clock could not look at the queue');
    options = real;
    await lookAt('24T12:00');
    expect((await store.counts()).snoozed).toBe(0);
  });

  test('looks by itself when it is started, and no more once it is stopped', async () => {
    const { id } = await ask();
    await does(id, { kind: 'snooze', staff: 'Anna', until: at('24T12:00') });
    clock = at('24T12:00');
    const running = startDeskClock(options);
    await until(async () => (await store.byId(id))?.snoozedUntil === null);
    await running.stop();
  });
});

describe('The digest', () => {
  test('is sent once a day, to each once, at its time on open days', async () => {
    await lookAt('24T07:29');
    expect(sent).toEqual([]);
    await lookAt('24T07:30', 3);
    await lookAt('24T12:00', 3);
    expect(sent.map(({ to }) => to)).toEqual(['anna@example.org', 'bela@example.org']);
    await lookAt('25T07:30');
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(4);
    // Saturday and Sunday.
    await lookAt('28T12:00');
    await lookAt('29T12:00');
    expect(sent).toHaveLength(4);
  });

  test('has figures and references, and nothing that a visitor wrote', async () => {
    clock = at('23T09:00');
    const late = await ask();
    clock = at('24T09:00');
    const other = await ask();
    const asleep = await ask();
    await does(other.id, { kind: 'claim', staff: 'Anna' });
    await does(other.id, { kind: 'route', staff: 'Anna', queue: 'press' });
    await does(asleep.id, { kind: 'snooze', staff: 'Anna', until: at('27T12:00') });
    await lookAt('24T09:30');
    expect(sent[0]?.subject).toBe('Question desk: 2 waiting, 1 overdue');
    expect(sent[0]?.text).toBe(
      [
        'Waiting: 2',
        'Overdue: 1',
        'In nobody’s hands: 1',
        'Snoozed: 1',
        '',
        'Waiting by queue:',
        '  General: 1',
        '  Press: 1',
        '',
        'The most urgent:',
        `  ${late.reference} · overdue since 24 Nov 2026, 10:00 · General · nobody`,
        `  ${other.reference} · due 25 Nov 2026, 10:00 · Press · Anna`,
        '',
        'The desk: https://bot.example.org/console',
        '',
      ].join('\n'),
    );
    expect(JSON.stringify(sent)).not.toContain('secret');
  });

  test.each(languages)('can be read in %s, also when nobody waits', async (language) => {
    options = { ...options, plan: { ...plan, digest: { ...plan.digest, language } } };
    await lookAt('24T07:30');
    expect(sent[0]?.text).toContain('https://bot.example.org/console');
    await ask();
    await lookAt('25T07:30');
    expect(sent[2]?.text).toContain('ICL-');
    expect(JSON.stringify(sent)).not.toMatch(/undefined|null|Invalid/u);
  });

  test('that could not be handed over is tried again, under the same ids', async () => {
    const real = options;
    const tried: string[] = [];
    options = {
      ...real,
      mail: {
        send: async ({ id, to }) => {
          tried.push(id);
          if (to.startsWith('bela')) throw new Error('no mail server');
        },
      },
    };
    await lookAt('24T07:30');
    options = real;
    await lookAt('24T07:31');
    expect(sent.map(({ id }) => id)).toEqual(tried);
    expect(tried).toHaveLength(2);
  });

  test('that somebody took on and did not finish is taken over after ten minutes', async () => {
    expect(await options.marks.take('digest 2026-11-24', at('24T07:30'))).toBe(true);
    await lookAt('24T07:39');
    expect(sent).toEqual([]);
    await lookAt('24T07:40');
    expect(sent).toHaveLength(2);
  });

  test('without mail is skipped, which is said once a day', async () => {
    options = { ...options, mail: undefined };
    await lookAt('24T07:30');
    await lookAt('24T07:31');
    expect(warned).toEqual([expect.stringContaining('the daily digest is skipped')]);
  });

  test('to nobody is none', async () => {
    options = { ...options, plan: plainPlan, mail: undefined };
    await lookAt('24T07:30');
    expect(warned).toEqual([]);
  });
});
