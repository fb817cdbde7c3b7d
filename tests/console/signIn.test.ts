import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await startConsole();
});
afterEach(() => desk.stop());

const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
const pathOf = (link: string) => new URL(link).pathname + new URL(link).search;
const minutesLater = (minutes: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000);
};

describe('the link', () => {
  test('shows a form as often as it is opened, and signs in once', async () => {
    const link = await desk.newSignInLink();
    for (let i = 0; i < 3; i += 1) {
      const form = await desk.send(pathOf(link));
      expect(form.status).toBe(200);
      expect(await form.text()).toContain('Your name, as visitors will see it');
    }
    const fields = { token: tokenOf(link), name: 'Anna' };
    const first = await desk.send('/console/sign-in', { fields });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/console');
    const second = await desk.send('/console/sign-in', { fields });
    expect(second.status).toBe(403);
    expect(await second.text()).toContain('This link does not work any more');
    expect(second.headers.getSetCookie()).toEqual([]);
  });

  test('has one winner when it is used several times at once', async () => {
    const fields = { token: tokenOf(await desk.newSignInLink()), name: 'Anna' };
    const tries = await Promise.all([1, 2, 3, 4].map(() => desk.send('/console/sign-in', { fields })));
    expect(tries.filter((each) => each.status === 303)).toHaveLength(1);
  });

  test('is replaced by a new one for the operator each time somebody signed in', async () => {
    await desk.signIn();
    expect(desk.links).toHaveLength(1);
    expect((await desk.send(pathOf(desk.links[0] ?? ''))).status).toBe(200);
  });

  test('is followed by a new one for the operator when it has expired unused', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
    const own = await startConsole();
    try {
      await own.newSignInLink();
      for (const minutes of [59, 1]) {
        expect(own.links).toEqual([]);
        own.clock.now = new Date(own.clock.now.getTime() + minutes * 60_000);
        jest.advanceTimersByTime(60_000);
      }
      // It is made in the database: the console has it a moment later.
      while (own.links.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await own.send(pathOf(own.links[0] ?? ''))).status).toBe(200);
      jest.advanceTimersByTime(60_000);
      expect(own.links).toHaveLength(1);
    } finally {
      await own.stop();
      jest.useRealTimers();
    }
  });

  test('ends after 60 minutes, and looks the same as one that was used or never was', async () => {
    const link = await desk.newSignInLink();
    minutesLater(60);
    const expired = await desk.send(pathOf(link));
    const unknown = await desk.send(`/console/sign-in?token=${'x'.repeat(43)}`);
    const nonsense = await desk.send('/console/sign-in?token=%00%3Cscript%3E');
    expect([expired.status, unknown.status, nonsense.status]).toEqual([410, 410, 410]);
    const page = await expired.text();
    expect(page).toContain('a new one as soon as the last one was used or has expired');
    expect(await unknown.text()).toBe(page);
    expect(await nonsense.text()).toBe(page);
    const post = await desk.send('/console/sign-in', { fields: { token: tokenOf(link), name: 'Anna' } });
    expect(post.status).toBe(403);
  });

  test('survives a name that was forgotten', async () => {
    const token = tokenOf(await desk.newSignInLink());
    for (const name of ['', '   ', 'A'.repeat(61), 'An\u202ena', 'An\nna']) {
      const response = await desk.send('/console/sign-in', { fields: { token, name } });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('Please enter a name');
    }
    expect((await desk.send('/console/sign-in', { fields: { token, name: 'Anna' } })).status).toBe(303);
  });

  test('may be tried five times in 15 minutes', async () => {
    const fields = { token: 'x'.repeat(43), name: 'Anna' };
    for (let i = 0; i < 5; i += 1) expect((await desk.send('/console/sign-in', { fields })).status).toBe(403);
    const sixth = await desk.send('/console/sign-in', { fields });
    expect(sixth.status).toBe(429);
    const wait = Number(sixth.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(800);
    expect(wait).toBeLessThanOrEqual(900);
    expect(await sixth.text()).toContain('Please wait 15 min');
  });

  test('opens although others at the same address have tried bad ones', async () => {
    const bad = { token: 'x'.repeat(43), name: 'Eve' };
    for (let i = 0; i < 7; i += 1) await desk.send('/console/sign-in', { fields: bad });
    const good = { token: tokenOf(await desk.newSignInLink()), name: 'Anna' };
    expect((await desk.send('/console/sign-in', { fields: good })).status).toBe(303);
    expect((await desk.send('/console/sign-in', { fields: bad })).status).toBe(429);
  });

  test('does not sign in from a form on another site', async () => {
    const fields = { token: tokenOf(await desk.newSignInLink()), name: 'Anna' };
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    expect((await desk.send('/console/sign-in', { fields, headers })).status).toBe(403);
    expect((await desk.send('/console/sign-in', { fields })).status).toBe(303);
  });
});

describe('the cookie', () => {
  test('is for this host only and out of reach of scripts and other sites', async () => {
    const fields = { token: tokenOf(await desk.newSignInLink()), name: 'Anna' };
    const cookie = (await desk.send('/console/sign-in', { fields })).headers.getSetCookie()[0];
    expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
  });

  test('is Secure with the __Host- prefix on https', async () => {
    const secure = await startConsole({ publicUrl: 'https://bot.example.org' });
    try {
      const link = await secure.newSignInLink();
      expect(link).toMatch(/^https:\/\/bot\.example\.org\/console\/sign-in\?token=/u);
      const fields = { token: tokenOf(link), name: 'Anna' };
      const cookie = (await secure.send('/console/sign-in', { fields })).headers.getSetCookie()[0] ?? '';
      expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u);
      const page = await secure.send('/console', { headers: { Cookie: cookie.split(';')[0] ?? '' } });
      expect(page.status).toBe(200);
    } finally {
      await secure.stop();
    }
  });
});

describe('the session', () => {
  test('is needed for every page, and nobody is sent in circles', async () => {
    const { id } = await desk.ask('Who runs it?');
    for (const path of ['/console', '/console?status=closed', `/console/escalations/${id}`]) {
      const response = await desk.send(path);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe('/console/sign-in');
    }
    const help = await desk.send('/console/sign-in');
    expect(help.status).toBe(200);
    expect(await help.text()).toContain('How to sign in');
    expect((await desk.send('/console/events')).status).toBe(401);
    for (const cookie of ['sid=', `sid=${'x'.repeat(43)}`, 'sid=%00', `__Host-sid=${'x'.repeat(43)}`]) {
      expect((await desk.send('/console', { headers: { Cookie: cookie } })).status).toBe(303);
    }
  });

  test('ends after 30 minutes without use, and is renewed by use', async () => {
    const staff = await desk.signIn();
    minutesLater(20);
    expect((await desk.send('/console', { staff })).status).toBe(200);
    minutesLater(29);
    expect((await desk.send('/console', { staff })).status).toBe(200);
    minutesLater(30);
    expect((await desk.send('/console', { staff })).status).toBe(303);
  });

  test('is not kept alive by a page that renews itself', async () => {
    const staff = await desk.signIn();
    minutesLater(20);
    expect((await desk.send('/console', { staff, headers: { 'X-Console-Live': '1' } })).status).toBe(200);
    minutesLater(11);
    expect((await desk.send('/console', { staff })).status).toBe(303);
  });

  test('ends after 12 hours, however busy', async () => {
    const staff = await desk.signIn();
    for (let i = 0; i < 28; i += 1) {
      minutesLater(25);
      expect((await desk.send('/console', { staff })).status).toBe(200);
    }
    minutesLater(20);
    expect((await desk.send('/console', { staff })).status).toBe(303);
  });

  test('ends on the server when staff sign out', async () => {
    const staff = await desk.signIn();
    const out = await desk.send('/console/sign-out', { staff, fields: {} });
    expect(out.status).toBe(303);
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await desk.send('/console', { staff })).status).toBe(303);
  });

  test('that ended while a reply was written keeps the text', async () => {
    const { id } = await desk.ask('Who runs it?');
    const staff = await desk.signIn();
    minutesLater(31);
    const fields = { text: 'A long <text>', version: '1' };
    const response = await desk.send(`/console/escalations/${id}/reply`, { staff, fields });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('A long &lt;text&gt;');
  });
});
