// Signing in with the organisation's account, against a certified provider.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createJar, type Jar } from './support/jar.ts';
import { type OrganisationConsole, people, startOrganisation } from './support/organisation.ts';
import { startConsole } from './support/startConsole.ts';

let org: OrganisationConsole;
let jar: Jar;
const at = (path: string) => org.desk.url + path;
const begin = (own = jar) => own.follow(at('/console/sign-in/organisation'));
const csrfOf = (page: string) => /name="csrf" value="([^"]+)"/u.exec(page)?.[1] ?? '';

beforeEach(async () => {
  org = await startOrganisation();
  jar = createJar();
});
afterEach(() => org.stop());

/** As far as the provider's answer, which is not opened. */
async function answerOf(own: Jar): Promise<string> {
  let here = at('/console/sign-in/organisation');
  while (!here.includes('/console/sign-in/callback?')) {
    const response = await own.open(here);
    await response.body?.cancel();
    here = new URL(response.headers.get('location') ?? 'about:blank', here).href;
  }
  return here;
}

describe('Somebody of a group that has a role', () => {
  test('is signed in, by their name', async () => {
    org.provider.person = people.anna;
    const page = await (await jar.open(at('/console/sign-in'))).text();
    expect(page).toContain('href="/console/sign-in/organisation"');
    const { last, way } = await begin();
    expect(way.at(-1)).toBe(at('/console'));
    expect(last.status).toBe(200);
    expect(await last.text()).toContain('Anna Berg');
    expect(jar.cookie(org.desk.url, 'sign-in')).toBeUndefined();
  });

  test('is asked for by PKCE, state and nonce, which only their browser knows', async () => {
    const first = await jar.open(at('/console/sign-in/organisation'));
    expect(first.status).toBe(303);
    const asked = new URL(first.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(at('/console/sign-in/callback'));
    expect(asked.get('scope')).toBe('openid profile email');
    const [cookie] = first.headers.getSetCookie();
    expect(cookie).toMatch(/^sign-in=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/u);
    const [state, nonce, verifier] = (jar.cookie(org.desk.url, 'sign-in') ?? '').split('.');
    expect([asked.get('state'), asked.get('nonce')]).toEqual([state, nonce]);
    expect(asked.toString()).not.toContain(verifier);
    const second = await jar.open(at('/console/sign-in/organisation'));
    expect(new URL(second.headers.get('location') ?? '').searchParams.get('state')).not.toBe(state);
  });

  test('gets a session that their way back from another site carries, and no longer', async () => {
    org.provider.person = people.anna;
    const response = await jar.open(await answerOf(jar));
    expect(response.headers.getSetCookie()[0]).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
  });

  test('sees what they were about to see, and nothing of another site', async () => {
    org.provider.person = people.anna;
    const { id } = await org.desk.ask('Who runs it?');
    await jar.open(at(`/console/escalations/${id}`));
    const { way } = await begin();
    expect(way.at(-1)).toBe(at(`/console/escalations/${id}`));
    expect(jar.cookie(org.desk.url, 'wanted')).toBeUndefined();
    for (const elsewhere of [
      '//evil.example',
      'https://evil.example',
      '/console/../../evil',
      '/console\\evil',
    ]) {
      jar.setCookie(org.desk.url, 'wanted', elsewhere);
      expect((await begin()).way.at(-1)).toBe(at('/console'));
    }
    const answer = `${await answerOf(jar)}&to=https://evil.example&redirect_uri=https://evil.example`;
    expect((await jar.open(answer)).headers.get('location')).toBe('/console');
  });

  test('has the roles of today, also where they are signed in already', async () => {
    org.provider.person = people.lena;
    await begin();
    expect((await jar.open(at('/console/people'))).status).toBe(200);
    org.provider.person = { ...people.lena, groups: ['Desk'] };
    const other = createJar();
    await begin(other);
    expect((await other.open(at('/console/people'))).status).toBe(403);
    expect((await jar.open(at('/console/people'))).status).toBe(403);
    org.provider.person = { ...people.lena, groups: [] };
    expect((await begin(createJar())).last.status).toBe(403);
    expect((await jar.open(at('/console'))).status).toBe(403);
  });

  test('may be known by an app role instead of a group, and lands where they may be', async () => {
    org.provider.person = { sub: 'rita', name: 'Rita', roles: ['Editors'] };
    const { last, way } = await begin();
    expect(last.status).toBe(200);
    expect(way.at(-1)).not.toBe(at('/console'));
    expect(await last.text()).toContain('Rita');
    expect((await jar.open(at('/console'))).status).toBe(403);
  });

  test('is somebody else than a namesake, whatever the address', async () => {
    org.provider.person = people.anna;
    await begin();
    org.provider.person = { ...people.anna, sub: 'another anna' };
    const other = createJar();
    expect(await (await begin(other)).last.text()).toContain('Anna Berg (2)');
    org.provider.person = { ...people.anna, name: 'Anna Tal', email: 'tal@city.example' };
    await begin(createJar());
    expect(await (await jar.open(at('/console'))).text()).toContain('Anna Tal');
  });

  test('gets a new session id, and the one before is worth nothing', async () => {
    org.provider.person = people.anna;
    const planted = 'x'.repeat(43);
    jar.setCookie(org.desk.url, 'sid', planted);
    await begin();
    const first = jar.cookie(org.desk.url, 'sid') ?? '';
    expect(first).not.toBe(planted);
    await begin();
    expect(jar.cookie(org.desk.url, 'sid')).not.toBe(first);
    const old = await org.desk.send('/console', { headers: { Cookie: `sid=${first}` } });
    expect(old.status).toBe(303);
  });
});

describe('Nobody is signed in', () => {
  test('without a role: they are told kindly, and how to come with another account', async () => {
    org.provider.person = people.otto;
    const { last } = await begin();
    expect(last.status).toBe(403);
    expect(jar.cookie(org.desk.url, 'sid')).toBeUndefined();
    const page = await last.text();
    expect(page).toContain('You have no role here yet');
    expect(page).toContain('href="/console/sign-out/organisation"');
    const out = await jar.open(at('/console/sign-out/organisation'));
    expect(out.headers.get('location')).toContain(`${org.provider.issuer}/session/end?`);
  });

  test('who gives up at the provider', async () => {
    org.provider.person = null;
    const { last } = await begin();
    expect(last.status).toBe(403);
    expect(await last.text()).toContain('You were not signed in');
  });

  test('who is deactivated, and their open pages are refused at once', async () => {
    org.provider.person = people.anna;
    await begin();
    const anna = await org.desk.people.byName('Anna Berg');
    await org.desk.people.deactivate(anna?.id ?? '', org.desk.clock.now, []);
    const refused = await jar.open(at('/console'));
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('Your access was switched off');
    const { last } = await begin();
    expect(last.status).toBe(403);
    expect(await last.text()).toContain('Your access was switched off');
  });

  test('by an answer of the provider to somebody else', async () => {
    org.provider.person = people.anna;
    const forAttacker = await answerOf(createJar());
    const victim = createJar();
    const withoutFlow = await victim.open(forAttacker);
    expect(withoutFlow.status).toBe(400);
    expect(await withoutFlow.text()).toContain('Please start again');
    await victim.open(at('/console/sign-in/organisation'));
    expect((await victim.open(forAttacker)).status).toBe(400);
    expect(victim.cookie(org.desk.url, 'sid')).toBeUndefined();
  });

  test('by another code in their own answer, for it was not asked for with their secret', async () => {
    org.provider.person = people.anna;
    const stolen = new URL(await answerOf(createJar())).searchParams.get('code') ?? '';
    const own = new URL(await answerOf(jar));
    own.searchParams.set('code', stolen);
    expect((await jar.open(own.href)).status).toBe(403);
    expect(jar.cookie(org.desk.url, 'sid')).toBeUndefined();
  });

  test('twice by one answer', async () => {
    org.provider.person = people.anna;
    const answer = await answerOf(jar);
    const flow = jar.cookie(org.desk.url, 'sign-in') ?? '';
    expect((await jar.open(answer)).status).toBe(303);
    const again = createJar();
    expect((await again.open(answer)).status).toBe(400);
    again.setCookie(org.desk.url, 'sign-in', flow);
    expect((await again.open(answer)).status).toBe(403);
    expect(again.cookie(org.desk.url, 'sid')).toBeUndefined();
  });

  test.each([
    ['a state of its own', (answer: URL) => answer.searchParams.set('state', 'x'.repeat(43)), 400],
    ['no state', (answer: URL) => answer.searchParams.delete('state'), 400],
    ['two states', (answer: URL) => answer.searchParams.append('state', 'x'), 403],
    ['no code', (answer: URL) => answer.searchParams.delete('code'), 403],
    ['a made-up code', (answer: URL) => answer.searchParams.set('code', 'x'.repeat(43)), 403],
    ['another issuer', (answer: URL) => answer.searchParams.set('iss', 'https://evil.example'), 403],
    ['no issuer', (answer: URL) => answer.searchParams.delete('iss'), 403],
  ])('by an answer with %s', async (_what, change, status) => {
    org.provider.person = people.anna;
    const answer = new URL(await answerOf(jar));
    change(answer);
    expect((await jar.open(answer.href)).status).toBe(status);
    expect(jar.cookie(org.desk.url, 'sid')).toBeUndefined();
    expect(jar.cookie(org.desk.url, 'sign-in')).toBeUndefined();
  });

  test('who tries answers by the hundred', async () => {
    const tried = () => org.desk.send('/console/sign-in/callback?code=x&state=y');
    for (let i = 0; i < 100; i += 1) expect((await tried()).status).toBe(400);
    const refused = await tried();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Please wait 15 min');
  });

  test('while the provider is down; the console says so and goes on', async () => {
    await org.provider.close();
    const { last } = await begin();
    expect(last.status).toBe(503);
    expect(last.headers.get('retry-after')).toBe('30');
    expect(await last.text()).toContain('does not answer');
    expect((await jar.open(at('/console/sign-in'))).status).toBe(200);
  });

  test('while the provider is down between question and answer', async () => {
    org.provider.person = people.anna;
    const answer = await answerOf(jar);
    await org.provider.close();
    expect((await jar.open(answer)).status).toBe(503);
  });
});

test('Who signs out here is signed out by the provider as well', async () => {
  org.provider.person = people.anna;
  const page = await (await begin()).last.text();
  const sid = jar.cookie(org.desk.url, 'sid');
  const out = await jar.open(at('/console/sign-out'), { csrf: csrfOf(page) });
  expect(out.headers.get('location')).toBe('/console/signed-out');
  expect((await org.desk.send('/console', { headers: { Cookie: `sid=${sid}` } })).status).toBe(303);
  const between = await jar.open(at('/console/signed-out'));
  expect(between.headers.get('refresh')).toBe('0; url=/console/sign-out/organisation');
  const { last, way } = await jar.follow(at('/console/sign-out/organisation'));
  expect(way.at(-1)).toContain(`${org.provider.issuer}/session/end?`);
  // The provider asks once more, for it gets no token of ours to know us by.
  const xsrf = /name="xsrf" value="([^"]+)"/u.exec(await last.text())?.[1] ?? '';
  const confirmed = await jar.open(`${org.provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  expect(confirmed.headers.get('location')).toBe(at('/console/sign-in?done=signedOut'));
});

test('Who came by a link signs out without the provider', async () => {
  const staff = await org.desk.signIn('Ben');
  const out = await org.desk.send('/console/sign-out', { staff, fields: {} });
  expect(out.headers.get('location')).toBe('/console/sign-in?done=signedOut');
});

test('A link does not make somebody another person of the same name', async () => {
  org.provider.person = people.anna;
  await begin();
  const token = new URL(await org.desk.newSignInLink()).searchParams.get('token') ?? '';
  const taken = await org.desk.send('/console/sign-in', { fields: { token, name: 'anna  BERG' } });
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('Somebody else here has this name');
  const free = await org.desk.send('/console/sign-in', { fields: { token, name: 'Anna' } });
  expect(free.status).toBe(303);
});

test('Links that are switched off sign nobody in, and none is shown', async () => {
  const own = await startOrganisation(false);
  try {
    const link = new URL(await own.desk.newSignInLink());
    expect((await own.desk.send(link.pathname + link.search)).status).toBe(410);
    const fields = { token: link.searchParams.get('token') ?? '', name: 'Anna' };
    const refused = await own.desk.send('/console/sign-in', { fields });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('one-time links are switched off');
    own.provider.person = people.anna;
    expect((await createJar().follow(`${own.desk.url}/console/sign-in/organisation`)).last.status).toBe(200);
    expect(own.desk.links).toEqual([]);
  } finally {
    await own.stop();
  }
});

test('Where there is no provider there is nothing of it', async () => {
  const plain = await startConsole();
  try {
    expect((await plain.send('/console/sign-in/organisation')).status).toBe(404);
    expect((await plain.send('/console/sign-in/callback?code=x&state=y')).status).toBe(404);
  } finally {
    await plain.stop();
  }
});
