// Every route of the console, for every kind of visitor: a route that is not in the table, or is no longer there, fails here.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '../../bot/console/roles.ts';
import { type OrganisationConsole, startOrganisation } from './support/organisation.ts';
import type { Staff } from './support/startConsole.ts';

type Visitor = 'anonymous' | Role | 'deactivated';
const visitors: readonly Visitor[] = ['anonymous', 'staff', 'curator', 'administrator', 'deactivated'];
type Statuses = Readonly<Record<Visitor, number>>;

/** A page for some roles: others are sent to sign in, or told that it is not theirs. */
const page = (roles: readonly Role[], status = 200): Statuses => guarded(303, roles, status);
/** A form for some roles. */
const form = (roles: readonly Role[], status = 303): Statuses => guarded(401, roles, status);
const guarded = (anonymous: number, roles: readonly Role[], status: number): Statuses => ({
  anonymous,
  staff: roles.includes('staff') ? status : 403,
  curator: roles.includes('curator') ? status : 403,
  administrator: roles.includes('administrator') ? status : 403,
  deactivated: 401,
});
/** The same for everybody. */
const open = (status: number): Statuses => ({
  anonymous: status,
  staff: status,
  curator: status,
  administrator: status,
  deactivated: status,
});
/** Administrators have the other roles as well, as in a small team. */
const staff: readonly Role[] = ['staff', 'administrator'];
const curators: readonly Role[] = ['curator', 'administrator'];
const administrators: readonly Role[] = ['administrator'];
const everybody: readonly Role[] = ['staff', 'curator', 'administrator'];
const roles: Readonly<Record<Role, readonly Role[]>> = {
  staff: ['staff'],
  curator: ['curator'],
  administrator: ['staff', 'curator', 'administrator'],
};

/** The status of a well-formed request with the visitor's own token; forms come empty but for that. */
const table: Readonly<Record<string, Statuses>> = {
  'GET /console': page(staff),
  'GET /console/*': open(404),
  'GET /console/events': { ...guarded(401, everybody, 200), deactivated: 401 },
  'GET /console/assets/console.css': open(200),
  'GET /console/assets/console.ts': open(200),
  'GET /console/assets/live.ts': open(200),
  'GET /console/assets/reply.ts': open(200),
  'GET /console/assets/times.ts': open(200),
  'GET /console/assets/undo.ts': open(200),
  'GET /console/assets/icon.svg': open(200),
  'GET /console/assets/done.svg': open(200),
  'GET /console/assets/none.svg': open(200),
  'GET /console/assets/people.css': open(200),
  'GET /console/assets/markdown.ts': open(200),
  'GET /console/escalations/:id': page(staff),
  'GET /console/escalations/:id/:action': page(staff, 303),
  'POST /console/escalations/:id/claim': form(staff),
  'POST /console/escalations/:id/reply': form(staff, 422),
  'POST /console/escalations/:id/close': form(staff, 409),
  'POST /console/escalations/:id/undo': form(staff, 409),
  'POST /console/escalations/:id/separate': form(staff),
  'GET /console/assets/bulk.ts': open(200),
  'GET /console/assets/draft.ts': open(200),
  'GET /console/assets/insight.css': open(200),
  'GET /console/assets/shortcuts.ts': open(200),
  'GET /console/assets/teach.css': open(200),
  'GET /console/assets/textModules.ts': open(200),
  'GET /console/bulk': page(staff, 303),
  'GET /console/views/save': page(staff, 303),
  'GET /console/views/remove': page(staff, 303),
  'GET /console/text-modules/add': page(staff, 303),
  'GET /console/text-modules/change': page(staff, 303),
  'GET /console/text-modules/remove': page(staff, 303),
  'GET /console/escalations/:id/deliveries/:delivery/:action': page(staff, 303),
  'POST /console/bulk': form(staff, 422),
  'POST /console/escalations/:id/add-label': form(staff, 422),
  'POST /console/escalations/:id/hand-back': form(staff, 303),
  'POST /console/escalations/:id/hand-over': form(staff, 422),
  'POST /console/escalations/:id/note': form(staff, 422),
  'POST /console/escalations/:id/priority': form(staff, 303),
  'POST /console/escalations/:id/queue': form(staff, 422),
  'POST /console/escalations/:id/remove-label': form(staff, 303),
  'POST /console/escalations/:id/reopen': form(staff, 303),
  'POST /console/escalations/:id/snooze': form(staff, 422),
  'POST /console/escalations/:id/take-over': form(staff, 303),
  'POST /console/escalations/:id/wake': form(staff, 303),
  'POST /console/escalations/:id/deliveries/:delivery/delivered': form(staff, 303),
  'POST /console/escalations/:id/deliveries/:delivery/resend': form(staff, 303),
  'GET /console/text-modules': page(staff),
  'POST /console/text-modules/add': form(staff, 422),
  'POST /console/text-modules/change': form(staff, 422),
  'POST /console/text-modules/remove': form(staff, 409),
  'POST /console/views/save': form(staff, 422),
  'POST /console/views/remove': form(staff),
  'GET /console/insight': page(curators),
  'GET /console/insight/export.csv': page(administrators),
  'GET /console/insight/export.json': page(administrators),
  'GET /console/privacy': page(administrators),
  'GET /console/privacy/find': page(administrators, 303),
  'GET /console/privacy/export': page(administrators, 303),
  'GET /console/privacy/erase': page(administrators, 303),
  'POST /console/privacy/find': form(administrators, 200),
  'POST /console/privacy/export': form(administrators, 404),
  'POST /console/privacy/erase': form(administrators, 404),
  'GET /console/teach': page(curators),
  'GET /console/teach/new': page(curators),
  'GET /console/teach/:id': page(curators, 404),
  'GET /console/teach/:id/edit': page(curators, 404),
  'GET /console/teach/:id/:action': page(curators, 404),
  'POST /console/teach/new': form(curators, 422),
  'POST /console/teach/:id/edit': form(curators, 404),
  'POST /console/teach/:id/publish': form(curators, 404),
  'POST /console/teach/:id/send': form(curators, 404),
  'POST /console/teach/:id/discard': form(curators, 404),
  'GET /console/people': page(administrators),
  'GET /console/people/:id/:action': page(administrators, 303),
  'POST /console/people/:id/deactivate': form(administrators),
  'POST /console/people/:id/activate': form(administrators),
  'POST /console/people/:id/end-sessions': form(administrators),
  'POST /console/people/:id/roles': form(administrators),
  'GET /console/settings': page(everybody),
  'GET /console/settings/:what': page(everybody, 303),
  'POST /console/settings/name': form(everybody, 422),
  'POST /console/settings/language': form(everybody),
  'GET /console/sign-in': open(200),
  'POST /console/sign-in': open(403),
  'GET /console/sign-in/organisation': open(303),
  'GET /console/sign-in/callback': open(400),
  'GET /console/signed-out': open(200),
  'GET /console/sign-out/organisation': open(303),
  'POST /console/sign-out': form(everybody),
};

let org: OrganisationConsole;
let count = 0;
beforeAll(async () => {
  org = await startOrganisation();
});
afterAll(() => org.stop());

/** Somebody new each time, for forms end sessions. */
async function visitor(kind: Visitor): Promise<Staff | undefined> {
  if (kind === 'anonymous') return undefined;
  count += 1;
  const name = `${kind} ${count}`;
  const { desk } = org;
  const signedIn = await desk.signInAs(name, kind === 'deactivated' ? everybody : roles[kind]);
  if (kind === 'deactivated') {
    const { id } = (await desk.people.byName(name)) ?? { id: '' };
    expect(await desk.people.deactivate(id, desk.clock.now, [])).toBe('done');
  }
  return signedIn;
}

/** The route's address, of something that was made for it. */
async function addressOf(path: string): Promise<string> {
  const { desk } = org;
  if (path.startsWith('/console/escalations/')) {
    const { id } = await desk.ask('Who runs it?');
    return path.replace(':id', id).replace(':action', 'reply').replace(':delivery', 'd1');
  }
  count += 1;
  const person = await desk.people.addByLink(`somebody ${count}`, ['staff'], desk.clock.now);
  return path
    .replace(':id', person?.id ?? '')
    .replace(':action', 'roles')
    .replace(':what', 'name')
    .replace('*', 'nothing');
}

test('No route is unknown to the table, and none of the table is missing', () => {
  const routes = Object.values(org.desk.server.router.getRoutes()).map(
    ({ method, path }) => `${method} ${String(path)}`,
  );
  expect(routes.filter((route) => route.includes(' /console')).sort()).toEqual(Object.keys(table).sort());
});

test.each(Object.entries(table))('%s lets in whom it is for', async (route, statuses) => {
  const [method = '', path = ''] = route.split(' ');
  for (const kind of visitors) {
    const who = await visitor(kind);
    const fields = method === 'POST' ? { fields: {} } : {};
    const response = await org.desk.send(await addressOf(path), { ...(who && { staff: who }), ...fields });
    await response.body?.cancel();
    // A try to sign in with a bad link is counted, whoever tries.
    expect({ kind, status: response.status }).toEqual({ kind, status: statuses[kind] });
  }
});

const forms = Object.keys(table).filter((route) => route.startsWith('POST '));

test.each(forms)('%s takes no form of another site, and none without the token', async (route) => {
  const path = route.replace('POST ', '');
  const administrator = await visitor('administrator');
  if (!administrator) throw new Error('nobody is signed in');
  const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
  const sent = await org.desk.send(await addressOf(path), {
    staff: administrator,
    fields: {},
    headers: foreign,
  });
  expect([sent.status, sent.headers.get('x-error-code')]).toEqual([403, 'CsrfFailed']);
  if (path === '/console/sign-in') return;
  const bare = await org.desk.send(await addressOf(path), { staff: administrator, fields: { csrf: 'x' } });
  expect([bare.status, bare.headers.get('x-error-code')]).toEqual([403, 'CsrfFailed']);
});
