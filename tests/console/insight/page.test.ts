import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { insightTexts } from '../../../bot/console/insight/texts.ts';
import { languages } from '../../../knowledge/index.ts';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';
import { asked, judged } from './support/askedTurns.ts';
import { faultOf } from './support/wellFormed.ts';

let desk: TestConsole;
let carla: Staff;
beforeEach(async () => {
  desk = await startConsole();
  carla = await desk.signInAs('Carla', ['curator']);
});
afterEach(() => desk.stop());

async function open(path = '', headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await desk.send(`/console/insight${path}`, { staff: carla, headers });
  return response.text();
}
const pictures = (page: string) => [...page.matchAll(/<svg class="picture.*?<\/svg>/gsu)].map(([svg]) => svg);
/** A page's text without its tags, blanks joined. */
const textOf = (markup: string) => markup.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');

test.each([
  [['staff'], 403],
  [['administrator'], 403],
  [['curator'], 200],
  [['staff', 'curator', 'administrator'], 200],
] as const)('%j get %d', async (roles, status) => {
  const staff = await desk.signInAs('Someone', roles);
  expect((await desk.send('/console/insight', { staff })).status).toBe(status);
});

test('whoever is not signed in is sent to the page that says how', async () => {
  const response = await desk.send('/console/insight');
  expect([response.status, response.headers.get('location')]).toEqual([303, '/console/sign-in']);
});

test('only curators see the part in the navigation', async () => {
  const both = await desk.signInAs('Both', ['staff', 'curator']);
  expect(await (await desk.send('/console', { staff: both })).text()).toContain('href="/console/insight"');
  const staff = await desk.signInAs('Staff', ['staff', 'administrator']);
  expect(await (await desk.send('/console', { staff })).text()).not.toContain('/console/insight');
});

test('a period without questions says so and draws nothing', async () => {
  const page = await open();
  expect(pictures(page)).toEqual([]);
  for (const sentence of ['none', 'unansweredNone', 'unhelpfulNone', 'timesNone'] as const) {
    expect(page).toContain(insightTexts.en[sentence]);
  }
  expect(page).not.toContain(insightTexts.en.taughtTitle);
});

test('a hand-reckoned sample stands in the figures', async () => {
  await asked(desk.db, '2026-11-20T10:00:00Z');
  await asked(desk.db, '2026-11-20T11:00:00Z', { outcome: 'answeredWithReservation', language: 'de' });
  await asked(desk.db, '2026-11-20T11:00:00Z', { outcome: 'smallTalk', question: null });
  await asked(desk.db, '2026-11-21T11:00:00Z', {
    outcome: 'escalated',
    question: 'Bicycles?',
    conversation: { channel: 'msteams', id: 'c2' },
  });
  await asked(desk.db, '2026-11-22T11:00:00Z', { outcome: 'rephrase', question: 'the of' });
  await asked(desk.db, '2026-10-01T11:00:00Z');
  await judged(desk.db, '2026-11-20', 'offices', false, 'a1');
  await judged(desk.db, '2026-11-20', 'offices', true, 'a2');
  const page = await open();
  const text = textOf(page);
  expect(text).toContain('Questions 4');
  expect(text).toContain('Answered by the bot 50% 2');
  expect(text).toContain('Handed to staff 25% 1');
  expect(text).toContain('Small talk and others 1');
  expect(text).toContain('Answered with a reservation 1 20%');
  // Answered, asked back, handed over, neither, small talk, all.
  expect(text).toContain('20 Nov 2026 2 0 0 0 1 3');
  expect(text).toContain('21 Nov 2026 0 0 1 0 0 1');
  expect(text).toContain('English 1 0 1 1 1 4');
  expect(text).toContain('German 1 0 0 0 0 1');
  expect(text).toContain('Microsoft Teams 0 0 1 0 0 1');
  expect(text).toContain('Bicycles?');
  expect(text).toContain('offices (en)? 1 1 50%');
  expect(page).toContain('<desc id="days-desc">Messages: 5. The highest bar is 20 Nov with 3.</desc>');
  expect(pictures(page)).toHaveLength(4);
  for (const svg of pictures(page)) expect(faultOf(svg)).toBeNull();
  expect(textOf(await open('?from=2026-10-01&to=2026-10-02'))).toContain('Questions 1');
});

test('more than a month has a bar for each week', async () => {
  await asked(desk.db, '2026-11-20T10:00:00Z');
  const page = await open('?days=90');
  expect(page).toContain(insightTexts.en.perWeekTitle);
  expect(textOf(page)).toContain('Week from');
  expect(await open('?days=30')).toContain(insightTexts.en.perDayTitle);
});

test('a group leads to its escalation', async () => {
  const { id, reference } = await desk.ask('Bicycles?', { at: new Date('2026-11-20T10:00:00Z') });
  const more = { outcome: 'escalated', question: 'Bicycles?', escalation: reference } as const;
  await asked(desk.db, '2026-11-20T10:00:00Z', more);
  const page = await open();
  expect(page).toContain(`href="/console/escalations/${id}"`);
  expect(textOf(page)).toContain('Handed over: 1. With a reply: 0. Waiting: 1.');
});

test.each([
  ['days=5', 'unreadable'],
  ['from=2026-11-02&to=2026-11-01', 'backwards'],
  ['from=2020-01-01&to=2026-11-01', 'tooLong'],
] as const)('%s is refused in words, with the usual period below', async (query, fault) => {
  const response = await desk.send(`/console/insight?${query}`, { staff: carla });
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain(`role="alert"><p>${insightTexts.en.faults[fault]}`);
  expect(page).toContain('value="2026-10-25"');
});

test.each(languages)('in %s nothing is left in English', async (language) => {
  await asked(desk.db, '2026-11-20T10:00:00Z', { language: 'de' });
  await asked(desk.db, '2026-11-20T10:00:00Z', { outcome: 'escalated', question: 'Bicycles?' });
  const page = await open('', { 'Accept-Language': language });
  const t = insightTexts[language];
  expect(page).toContain(`<html lang="${language}">`);
  for (const text of [t.lead, t.becameTitle, t.perDayTitle, t.unansweredLead, t.unhelpfulNone, t.timesNone]) {
    expect(page).toContain(text.replaceAll("'", '&#39;'));
  }
  expect(page).not.toMatch(/\{\w+\}/u);
  expect(page).not.toContain('undefined');
});

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '</title><svg onload=alert(1)>',
  '</td></table><form action=https://evil.example>',
  '{count}{question}',
  '\u202Egnp.exe',
];
test.each(payloads)('%j is text wherever it stands', async (payload) => {
  await asked(desk.db, '2026-11-20T10:00:00Z', {
    outcome: 'escalated',
    question: payload,
    entry: payload,
    confidence: 0.5,
    conversation: { channel: payload, id: payload },
  });
  await judged(desk.db, '2026-11-20', payload, false, 'a1');
  const page = await open();
  expect(page).not.toMatch(/<(?:script>|img src=x|svg onload|form action=https)/u);
  expect(page).not.toMatch(/<[^>]*\s(?:on\w+)=/u);
  expect(page).toContain('dir="auto"');
  for (const svg of pictures(page)) expect(faultOf(svg)).toBeNull();
});

test('what was taught is marked on its day and listed, the latest first', async () => {
  await desk.stop();
  const changes = async () => [
    { at: new Date('2026-11-18T10:00:00Z'), kind: 'published', entry: 'bicycles' },
    { at: new Date('2026-11-20T10:00:00Z'), kind: 'something new', entry: 'offices' },
    { at: new Date('2026-09-20T10:00:00Z'), kind: 'phrasing', entry: 'gateway' },
  ];
  desk = await startConsole({ insight: { changes } });
  carla = await desk.signInAs('Carla', ['curator']);
  await asked(desk.db, '2026-11-17T10:00:00Z', { entry: 'offices' });
  for (const _ of [1, 2]) await asked(desk.db, '2026-11-20T10:00:00Z', { entry: 'offices' });
  const page = await open('?from=2026-11-16&to=2026-11-23');
  const text = textOf(page);
  // One in four days before, two in four days since.
  expect(text).toContain('something new offices (en)? 0.3 0.5');
  expect(text).toContain('New answer bicycles (en)? 0 0');
  expect(text.indexOf('offices (en)?')).toBeLessThan(text.indexOf('bicycles (en)?'));
  expect(text).not.toContain('gateway (en)?');
  // Two in the picture, one in the legend.
  expect(page.match(/class="taught"/gu)).toHaveLength(3);
  expect(await open('?from=2026-08-01&to=2026-08-02')).toContain(insightTexts.en.taughtNone);
});

test('only administrators are offered the export', async () => {
  expect(await open()).not.toContain('/console/insight/export');
  const staff = await desk.signInAs('All', ['curator', 'administrator']);
  const page = await (await desk.send('/console/insight?days=7', { staff })).text();
  expect(page).toContain('href="/console/insight/export.csv?from=2026-11-17&amp;to=2026-11-23"');
});
