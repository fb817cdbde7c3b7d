import { expect, test } from '@jest/globals';
import { createSignIn } from '../../bot/console/signIn.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { createSqlPeople } from '../../bot/store/sqlPeople.ts';
import { createSqlStaffSessions } from '../../bot/store/sqlStaffSessions.ts';

test('Sessions that are over leave the database when somebody signs in, with links or without', async () => {
  const { db, close } = await openDatabase(':memory:');
  let now = new Date('2026-11-23T10:00:00Z');
  const people = createSqlPeople(db);
  const signIn = createSignIn(createSqlStaffSessions(db), people, () => now);
  const anna = await people.addByLink('Anna', ['staff'], now);
  const first = await signIn.start(anna?.id ?? '');
  const kept = async () => (await db.selectFrom('staff_sessions').select('id_hash').execute()).length;
  await signIn.start(anna?.id ?? '');
  expect(await kept()).toBe(2);
  now = new Date('2026-11-23T10:31:00Z');
  expect(await signIn.session(first, true)).toBeNull();
  await signIn.start(anna?.id ?? '');
  expect(await kept()).toBe(1);
  await close();
});
