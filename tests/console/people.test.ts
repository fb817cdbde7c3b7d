// The page of people: what administrators see and may do, and what nobody may.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Staff, startConsole, type TestConsole } from './support/startConsole.ts';

let desk: TestConsole;
let anna: Staff;
beforeEach(async () => {
  desk = await startConsole();
  anna = await desk.signIn('Anna');
});
afterEach(() => desk.stop());

const minutesLater = (minutes: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000);
};
const idOf = async (name: string) => (await desk.people.byName(name))?.id ?? '';
const act = async (
  name: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  staff = anna,
) => desk.send(`/console/people/${await idOf(name)}/${action}`, { staff, fields });
const pageText = async (staff = anna) => (await desk.send('/console/people', { staff })).text();
/** The card of somebody on the page, as text. */
const cardOf = async (name: string) => {
  const part = (await pageText()).split(`id="p-${await idOf(name)}"`)[1] ?? '';
  return (part.split('</li>')[0] ?? '').replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
};

test('Everybody who signed in is listed, with roles, open sessions and when they were here', async () => {
  await desk.signIn('Ben');
  await desk.signIn('Ben');
  await desk.people.meet(
    {
      issuer: 'https://id.example.org/',
      subject: 's1',
      name: 'Zoe <b>',
      email: 'zoe@city.example',
      grants: [{ group: 'Desk & Co', roles: ['staff', 'curator'] }],
    },
    desk.clock.now,
  );
  expect(await cardOf('Anna')).toMatch(/Anna you Roles Staff, Curator and Administrator/u);
  expect(await cardOf('Ben')).toMatch(
    /with a one-time link Last seen 23 Nov 2026, 10:00 UTC Open sessions 2/u,
  );
  const zoe = await cardOf('Zoe <b>');
  expect(zoe).toContain('Zoe &lt;b&gt;');
  expect(zoe).toContain('Staff and Curator, from the group “Desk &amp; Co”');
  expect(zoe).toContain('zoe@city.example');
  expect(zoe).not.toContain('Save roles');
  minutesLater(31);
  anna = await desk.signIn('Anna');
  expect(await cardOf('Ben')).toContain('Open sessions 0');
});

describe('Access that is switched off', () => {
  test('ends every request at once, pages, forms and news, and says why', async () => {
    const { id } = await desk.ask('Who runs it?');
    const ben = await desk.signIn('Ben');
    const done = await act('Ben', 'deactivate');
    expect(done.status).toBe(303);
    const page = await desk.send('/console', { staff: ben });
    expect(page.status).toBe(401);
    expect(page.headers.get('x-error-code')).toBe('Deactivated');
    expect(await page.text()).toContain('Your access was switched off');
    const fields = { text: 'Hello', version: '1' };
    const reply = await desk.send(`/console/escalations/${id}/reply`, { staff: ben, fields });
    expect(reply.status).toBe(401);
    expect((await desk.send('/console/events', { staff: ben })).status).toBe(401);
    expect((await desk.escalations.byId(id))?.status).toBe('open');
    const told = await (await desk.send(done.headers.get('location') ?? '', { staff: anna })).text();
    expect(told).toContain('The access of Ben is switched off.');
    expect(await cardOf('Ben')).toContain('access switched off');
  });

  test('is no way back in, and the link stays good for somebody else', async () => {
    await desk.signIn('Ben');
    await act('Ben', 'deactivate');
    const token = new URL(await desk.newSignInLink()).searchParams.get('token') ?? '';
    const refused = await desk.send('/console/sign-in', { fields: { token, name: 'ben' } });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Your access was switched off');
    expect((await desk.send('/console/sign-in', { fields: { token, name: 'Carla' } })).status).toBe(303);
  });

  test('can be switched on again, which brings no session back', async () => {
    const ben = await desk.signIn('Ben');
    await act('Ben', 'deactivate');
    expect((await act('Ben', 'activate')).status).toBe(303);
    expect((await desk.send('/console', { staff: ben })).status).toBe(303);
    const again = await desk.signIn('Ben');
    expect((await desk.send('/console', { staff: again })).status).toBe(200);
  });
});

describe('Nobody', () => {
  test('takes their own access or role of administrator away', async () => {
    await desk.signIn('Ben');
    const off = await act('Anna', 'deactivate');
    expect(off.status).toBe(409);
    expect(await off.text()).toContain('You cannot take your own access');
    expect((await act('Anna', 'roles', { staff: '1' })).status).toBe(409);
    expect((await act('Anna', 'roles', { administrator: '1' })).status).toBe(303);
    expect((await desk.people.byName('Anna'))?.roles).toEqual(['administrator']);
  });

  test('is the last administrator to go', async () => {
    const issuers = ['link'];
    const id = await idOf('Anna');
    expect(await desk.people.deactivate(id, desk.clock.now, issuers)).toBe('lastAdministrator');
    expect(await desk.people.setRoles(id, ['staff'], issuers)).toBe('lastAdministrator');
    await desk.signIn('Ben');
    const both = await Promise.all(
      [id, await idOf('Ben')].map((each) => desk.people.deactivate(each, desk.clock.now, issuers)),
    );
    expect([...both].sort()).toEqual(['done', 'lastAdministrator']);
  });

  test('counts as an administrator who can not sign in as things are configured', async () => {
    const issuer = 'https://id.example.org/';
    const grants = [{ group: 'Leads', roles: ['administrator'] }] as const;
    const lead = await desk.people.meet(
      { issuer, subject: 's', name: 'Lena', email: null, grants },
      desk.clock.now,
    );
    expect(await desk.people.deactivate(lead.id, desk.clock.now, [issuer])).toBe('lastAdministrator');
    expect(await desk.people.deactivate(lead.id, desk.clock.now, [issuer, 'link'])).toBe('done');
  });

  test('but an administrator changes anything', async () => {
    const vera = await desk.signInAs('Vera', ['staff', 'curator']);
    for (const action of ['deactivate', 'activate', 'roles', 'end-sessions'])
      expect((await act('Anna', action, {}, vera)).status).toBe(403);
    expect((await desk.send('/console/people', { staff: vera })).status).toBe(403);
    expect(await (await desk.send('/console', { staff: vera })).text()).not.toContain('/console/people');
    expect((await desk.send('/console', { staff: anna })).status).toBe(200);
  });
});

test('Roles of somebody who came by a link are given and taken, and hold at once', async () => {
  const ben = await desk.signIn('Ben');
  expect((await desk.send('/console/people', { staff: ben })).status).toBe(200);
  await act('Ben', 'roles', { staff: '1', boss: '1' });
  expect((await desk.send('/console/people', { staff: ben })).status).toBe(403);
  expect((await desk.send('/console', { staff: ben })).status).toBe(200);
  await act('Ben', 'roles', {});
  expect((await desk.send('/console', { staff: ben })).status).toBe(403);
  expect(await cardOf('Ben')).toContain('None at present');
  const again = await desk.signIn('Ben');
  expect((await desk.send('/console/people', { staff: again })).status).toBe(403);
});

test('Roles a provider gives are not changed here', async () => {
  const grants = [{ group: 'Desk', roles: ['staff'] }] as const;
  await desk.people.meet(
    { issuer: 'https://id/', subject: 's', name: 'Zoe', email: null, grants },
    desk.clock.now,
  );
  const refused = await act('Zoe', 'roles', { administrator: '1' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('Change the groups there');
  const zoe = await desk.people.byName('Zoe');
  await desk.people.setRoles(zoe?.id ?? '', ['administrator'], ['link']);
  expect((await desk.people.byName('Zoe'))?.roles).toEqual(['staff']);
});

test('Sessions of somebody are ended, who may sign in again', async () => {
  const ben = await desk.signIn('Ben');
  expect((await act('Ben', 'end-sessions')).status).toBe(303);
  expect((await desk.send('/console', { staff: ben })).status).toBe(303);
  const again = await desk.signIn('Ben');
  expect((await desk.send('/console', { staff: again })).status).toBe(200);
});

test('Somebody who is not there can not be changed', async () => {
  for (const id of ['x', '11111111-2222-4333-8444-555555555555'])
    for (const action of ['deactivate', 'activate', 'roles', 'end-sessions'])
      expect((await desk.send(`/console/people/${id}/${action}`, { staff: anna, fields: {} })).status).toBe(
        404,
      );
});
