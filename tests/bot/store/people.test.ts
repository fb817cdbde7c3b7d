import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Identity } from '../../../bot/console/people.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlPeople } from '../../../bot/store/sqlPeople.ts';
import { createSqlStaffSessions } from '../../../bot/store/sqlStaffSessions.ts';

const at = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-24T10:00:00Z');
const anna: Identity = {
  issuer: 'https://id.example.org/',
  subject: 's1',
  name: 'Anna Berg',
  email: 'anna@city.example',
  grants: [
    { group: 'Editors', roles: ['curator', 'staff'] },
    { group: 'Desk', roles: ['staff'] },
  ],
};

let database: OpenDatabase;
let people: ReturnType<typeof createSqlPeople>;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  people = createSqlPeople(database.db);
});
afterEach(() => database.close());

test('Who comes again is the same person, with what the provider says today', async () => {
  const first = await people.meet(anna, at);
  expect(first).toMatchObject({ name: 'Anna Berg', roles: ['staff', 'curator'], active: true, seenAt: at });
  const grants = [{ group: 'Desk', roles: ['staff'] }] as const;
  const again = await people.meet({ ...anna, name: 'Anna Tal', email: null, grants }, later);
  expect(again).toEqual({ ...first, name: 'Anna Tal', email: null, roles: ['staff'], grants, seenAt: later });
  expect(await people.byId(first.id)).toEqual(again);
  expect((await people.meet({ ...anna, issuer: 'https://other/' }, at)).id).not.toBe(first.id);
});

test('A name chosen here stays when the provider tells another', async () => {
  const { id } = await people.meet(anna, at);
  expect(await people.rename(id, 'Anna (ICLEI)')).toBe(true);
  expect((await people.meet({ ...anna, name: 'Anna Tal' }, later)).name).toBe('Anna (ICLEI)');
});

test('Nobody has the name of somebody else, however it is written', async () => {
  const first = await people.meet(anna, at);
  const second = await people.meet({ ...anna, subject: 's2', name: 'ANNA  berg' }, at);
  const third = await people.meet({ ...anna, subject: 's3' }, at);
  expect([second.name, third.name]).toEqual(['ANNA  berg (2)', 'Anna Berg (3)']);
  expect(await people.rename(second.id, 'Ａnna Berg')).toBe(false);
  expect(await people.addByLink('anna berg', ['staff'], at)).toBeNull();
  // Coming again, each keeps their own.
  expect((await people.meet({ ...anna, subject: 's3' }, later)).name).toBe('Anna Berg (3)');
  expect((await people.meet(anna, later)).name).toBe(first.name);
  const long = 'L'.repeat(60);
  await people.meet({ ...anna, subject: 's4', name: long }, at);
  expect((await people.meet({ ...anna, subject: 's5', name: long }, at)).name).toBe(`${'L'.repeat(56)} (2)`);
});

test('What somebody has claimed goes along with their new name', async () => {
  const escalations = createSqlEscalationStore(database.db, () => undefined);
  const { id: personId } = await people.meet(anna, at);
  const { id } = await escalations.open({
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Who runs it?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: 'None.', matches: [], rejected: [], unknownWords: [] },
    at,
  });
  await escalations.change(id, { kind: 'claim', staff: 'Anna Berg' }, at, null);
  await people.rename(personId, 'Anna');
  expect((await escalations.byId(id))?.claimedBy).toBe('Anna');
  await people.rename(personId, 'Anna Berg');
  await people.meet({ ...anna, name: 'Anna Tal' }, later);
  expect((await escalations.byId(id))?.claimedBy).toBe('Anna Berg');
});

test('Somebody deactivated stays as they were when they try to come in', async () => {
  const { id } = await people.meet(anna, at);
  expect(await people.deactivate(id, at, [])).toBe('done');
  const tried = await people.meet({ ...anna, name: 'Another' }, later);
  expect(tried).toMatchObject({ id, name: 'Anna Berg', active: false, seenAt: at });
  expect(await people.activate('nobody')).toBe('notFound');
  expect(await people.deactivate('nobody', at, [])).toBe('notFound');
});

test('Who loses all groups loses the roles, and nobody else does', async () => {
  const { id } = await people.meet(anna, at);
  const ben = await people.addByLink('Ben', ['staff'], at);
  await people.dropRoles(anna.issuer, anna.subject);
  expect(await people.byId(id)).toMatchObject({ roles: [], grants: [] });
  expect((await people.byId(ben?.id ?? ''))?.roles).toEqual(['staff']);
});

test('Sessions are counted while they are open, and tell when their person was here', async () => {
  const { id } = await people.meet(anna, at);
  const sessions = createSqlStaffSessions(database.db);
  for (const [idHash, createdAt] of [
    ['one', at],
    ['two', later],
  ] as const)
    await sessions.start({ idHash, personId: id, csrf: 'c', createdAt, seenAt: createdAt });
  const open = async (after: Date) =>
    (await people.list({ madeAfter: after, seenAfter: after })).map(({ openSessions }) => openSessions);
  expect(await open(new Date(0))).toEqual([2]);
  expect(await open(at)).toEqual([1]);
  await sessions.renew('two', new Date('2026-11-24T11:00:00Z'));
  expect((await people.byId(id))?.seenAt).toEqual(new Date('2026-11-24T11:00:00Z'));
  await people.endSessions(id);
  expect(await open(new Date(0))).toEqual([0]);
  expect(await sessions.find('one')).toBeNull();
});
