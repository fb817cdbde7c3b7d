import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '</textarea><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '**<b onclick=alert(1)>**',
  '[x](https://a.example/"onmouseover="alert(1))',
  '{name}{time}{{x}}',
];

test.each(payloads)('%s is text wherever people can write', async (payload) => {
  const staff = await desk.signIn(payload.slice(0, 60));
  const { id } = await desk.ask(payload, {
    tried: {
      cause: 'noAnswer',
      reason: payload,
      matches: [{ entry: payload, question: payload, confidence: 0.5 }],
      rejected: [payload, `${payload}2`],
      unknownWords: [payload],
    },
  });
  await desk.escalations.change(id, { kind: 'addDetails', text: payload }, desk.clock.now, null);
  await desk.escalations.change(id, { kind: 'leaveEmail', email: `${payload}@b.org` }, desk.clock.now, null);
  for (const from of ['visitor', 'bot', 'staff'] as const) {
    desk.transcript.push({ at: desk.clock.now, from, name: payload, text: payload });
  }
  const version = String((await desk.escalations.byId(id))?.version);
  const pages = [
    await (await desk.send('/console', { staff })).text(),
    await (await desk.send(`/console/escalations/${id}`, { staff })).text(),
  ];
  await desk.send(`/console/escalations/${id}/reply`, { staff, fields: { text: payload, version } });
  const late = await desk.send(`/console/escalations/${id}/reply`, {
    staff: anna,
    fields: { text: `${payload}!`, version },
  });
  expect(late.status).toBe(409);
  pages.push(await late.text(), await (await desk.send('/console?status=answered', { staff })).text());
  for (const page of pages) {
    // What is left after our own markup is taken away must hold no tag, handler or script address of the payload's.
    expect(page).not.toMatch(/<(?:script>|img src=x|svg onload|b onclick)/u);
    expect(page).not.toMatch(/<[^>]*\s(?:on\w+)=/u);
    expect(page).not.toMatch(/href="(?!https:|mailto:|tel:|\/console|#main)/u);
  }
});

test('a form needs the token of its own session', async () => {
  const { id } = await desk.ask('Who runs it?');
  const ben = await desk.signIn('Ben');
  const before = desk.escalations.writes();
  for (const csrf of ['', 'x', ben.csrf]) {
    for (const action of ['claim', 'reply', 'close']) {
      const fields = { text: 'Hello', version: '1' };
      const staff = { cookie: anna.cookie, csrf };
      const response = await desk.send(`/console/escalations/${id}/${action}`, { staff, fields });
      expect(response.status).toBe(403);
      expect(response.headers.get('x-error-code')).toBe('CsrfFailed');
    }
  }
  expect(desk.escalations.writes()).toBe(before);
});

test.each([
  ['another origin', { Origin: 'https://evil.example' }],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
  ['an address typed in by hand', { 'Sec-Fetch-Site': 'none' }],
  [
    'another origin of a browser without Sec-Fetch-Site',
    { 'Sec-Fetch-Site': '', Origin: 'http://127.0.0.1:1' },
  ],
])('a form from %s is refused even with the right token', async (_from, headers) => {
  const { id } = await desk.ask('Who runs it?');
  const fields = { version: '1' };
  const response = await desk.send(`/console/escalations/${id}/close`, { staff: anna, fields, headers });
  expect(response.status).toBe(403);
  expect((await desk.escalations.byId(id))?.status).toBe('open');
});

test('nobody who is not signed in changes anything', async () => {
  const { id } = await desk.ask('Who runs it?');
  for (const action of ['claim', 'reply', 'close']) {
    const fields = { text: 'Hello', version: '1', csrf: anna.csrf };
    const response = await desk.send(`/console/escalations/${id}/${action}`, { fields });
    expect(response.status).toBe(401);
  }
  expect((await desk.escalations.byId(id))?.status).toBe('open');
});

test('opening an address never changes anything', async () => {
  const { id } = await desk.ask('Who runs it?');
  const before = desk.escalations.writes();
  for (const action of ['', '/claim', '/reply', '/close']) {
    await desk.send(`/console/escalations/${id}${action}?text=Hello&version=1&csrf=${anna.csrf}`, {
      staff: anna,
    });
  }
  expect((await desk.send('/console/sign-out', { staff: anna })).status).not.toBe(200);
  expect(desk.escalations.writes()).toBe(before);
  expect((await desk.send('/console', { staff: anna })).status).toBe(200);
});

test('a body that is too large or no form is refused, and the console goes on', async () => {
  const { id } = await desk.ask('Who runs it?');
  const path = `/console/escalations/${id}/reply`;
  const big = await desk.send(path, { staff: anna, fields: { text: 'x'.repeat(70_000), version: '1' } });
  expect(big.status).toBe(413);
  const json = await fetch(desk.url + path, {
    method: 'POST',
    headers: { Cookie: anna.cookie, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: '{"text":"Hello"}',
  });
  expect(json.status).toBe(415);
  expect((await desk.send('/console', { staff: anna })).status).toBe(200);
});

test('every answer below /console carries the headers that keep browsers careful', async () => {
  const { id } = await desk.ask('Who runs it?');
  for (const path of [
    '/console',
    '/console/sign-in',
    '/console/nothing',
    `/console/escalations/${id}`,
    `/console/escalations/${id}/reply`,
    '/console/assets/console.css',
    '/console/events',
  ]) {
    const { headers } = await desk.send(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe(path.includes('assets') ? 'no-cache' : 'no-store');
  }
});

test('style and script are asked for again only when they changed', async () => {
  const first = await desk.send('/console/assets/console.ts');
  expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const etag = first.headers.get('etag') ?? '';
  const second = await desk.send('/console/assets/console.ts', { headers: { 'If-None-Match': etag } });
  expect(second.status).toBe(304);
  expect((await desk.send('/console/assets/..%2f..%2fmountConsole.ts')).status).toBe(404);
});

test('a fault is a kind page without its details', async () => {
  const { id } = await desk.ask('Who runs it?');
  desk.escalations.history = () => Promise.reject(new Error('SECRET at /srv/store.ts:7'));
  const response = await desk.send(`/console/escalations/${id}`, { staff: anna });
  expect(response.status).toBe(500);
  const page = await response.text();
  expect(page).toContain('Something went wrong here');
  expect(page).not.toMatch(/SECRET|\.ts:/u);
});

test('open pages are told at once that something changed, and no longer once signed out', async () => {
  const stream = request(`${desk.url}/console/events`, { headers: { Cookie: anna.cookie } });
  let text = '';
  const waiters: (() => void)[] = [];
  const until = (part: string) =>
    new Promise<void>((done) => {
      const look = () => (text.includes(part) ? done() : waiters.push(look));
      look();
    });
  const ended = new Promise<void>((done) => {
    stream.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (const look of waiters.splice(0)) look();
      });
      response.on('end', () => done());
    });
  });
  stream.end();
  await until('retry:');
  await desk.ask('Who runs it?');
  await until('event: changed');
  await desk.send('/console/sign-out', { staff: anna, fields: {} });
  await desk.ask('And what does it cost?');
  await ended;
  expect(text.match(/event: changed/gu)).toHaveLength(1);
});

test('Who has not the role for it sees no question and changes none', async () => {
  const { id } = await desk.ask('Who pays for this?');
  const visitor = await desk.signInAs('Vera', ['curator']);
  const page = await desk.send(`/console/escalations/${id}`, { staff: visitor });
  expect(page.status).toBe(403);
  expect(page.headers.get('x-error-code')).toBe('NotAllowed');
  expect(await page.text()).not.toContain('Who pays');
  const fields = { text: 'Nobody.', version: '1' };
  const sent = await desk.send(`/console/escalations/${id}/reply`, { staff: visitor, fields });
  expect(sent.status).toBe(403);
  expect((await desk.escalations.byId(id))?.status).toBe('open');
});
