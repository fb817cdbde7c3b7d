// The people of the console in the SQL database.
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { linkIssuer, nameKey, type People, type PeopleChange } from '../console/people.ts';
import { type Role, roles } from '../console/roles.ts';
import type { Database } from './database.ts';
import { freeName, holderOf, renameClaims } from './peopleNames.ts';
import { type PersonRow, personOf } from './peopleRows.ts';
import type { Tables } from './tables.ts';

export function createSqlPeople(db: Database): People {
  const rowById = (id: string) => db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();

  /** Changes one person inside a transaction, unless no administrator who can sign in were left. */
  function changeGuarded(
    id: string,
    canSignIn: readonly string[],
    staysAdministrator: boolean,
    change: (trx: Transaction<Tables>) => Promise<void>,
  ): Promise<PeopleChange> {
    return db.transaction().execute(async (trx) => {
      // Changes nothing, but two who do this to each other at once must go one after the other.
      await trx
        .updateTable('people')
        .set((row) => ({ active: row.ref('active') }))
        .where('active', '=', 1)
        .execute();
      const active = (await trx.selectFrom('people').selectAll().where('active', '=', 1).execute()).map(
        personOf,
      );
      const exists = await trx.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst();
      if (!exists) return 'notFound';
      const administrators = active.filter(
        (person) => person.roles.includes('administrator') && canSignIn.includes(person.issuer),
      );
      const others = administrators.filter((person) => person.id !== id);
      if (!staysAdministrator && administrators.length > others.length && others.length === 0)
        return 'lastAdministrator';
      await change(trx);
      return 'done';
    });
  }

  return {
    async byId(id) {
      const row = await rowById(id);
      return row ? personOf(row) : null;
    },

    async byName(name) {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('name_key', '=', nameKey(name))
        .executeTakeFirst();
      return row ? personOf(row) : null;
    },

    async list({ madeAfter, seenAfter }) {
      const rows = await db.selectFrom('people').selectAll().orderBy('name_key').execute();
      const open = await db
        .selectFrom('staff_sessions')
        .select((row) => ['person_id', row.fn.countAll<number | bigint | string>().as('sessions')])
        .where('ended_at', 'is', null)
        .where('created_at', '>', madeAfter.toISOString())
        .where('seen_at', '>', seenAfter.toISOString())
        .groupBy('person_id')
        .execute();
      const counts = new Map(open.map((row) => [row.person_id, Number(row.sessions)]));
      return rows.map((row) => ({ ...personOf(row), openSessions: counts.get(row.id) ?? 0 }));
    },

    meet: (identity, at) =>
      db.transaction().execute(async (trx) => {
        const { issuer, subject, email, grants } = identity;
        const known = await trx
          .selectFrom('people')
          .selectAll()
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .executeTakeFirst();
        if (known?.active === 0) return personOf(known);
        const name =
          known?.name_chosen === 1 ? known.name : await freeName(trx, identity.name, known?.id ?? null);
        const today = {
          name,
          name_key: nameKey(name),
          email,
          roles: JSON.stringify(rolesOf(grants)),
          grants: JSON.stringify(grants),
          seen_at: at.toISOString(),
        };
        if (known) {
          await trx.updateTable('people').set(today).where('id', '=', known.id).execute();
          if (name !== known.name) await renameClaims(trx, known.name, name);
          return personOf({ ...known, ...today });
        }
        const row: PersonRow = {
          ...today,
          id: randomUUID(),
          issuer,
          subject,
          name_chosen: 0,
          language: null,
          active: 1,
          created_at: at.toISOString(),
        };
        await trx.insertInto('people').values(row).execute();
        return personOf(row);
      }),

    async dropRoles(issuer, subject) {
      await db
        .updateTable('people')
        .set({ roles: '[]', grants: '[]' })
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .execute();
    },

    async addByLink(name, given, at) {
      const id = randomUUID();
      const row: PersonRow = {
        id,
        issuer: linkIssuer,
        // The name finds them, and may change.
        subject: id,
        name,
        name_key: nameKey(name),
        name_chosen: 1,
        email: null,
        roles: JSON.stringify(given),
        grants: '[]',
        language: null,
        active: 1,
        created_at: at.toISOString(),
        seen_at: at.toISOString(),
      };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('people')
        .values(row)
        .onConflict((conflict) => conflict.column('name_key').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n ? personOf(row) : null;
    },

    rename: (id, name) =>
      db.transaction().execute(async (trx) => {
        const holder = await holderOf(trx, name);
        if (holder !== null && holder !== id) return false;
        const before = await trx.selectFrom('people').select('name').where('id', '=', id).executeTakeFirst();
        await trx
          .updateTable('people')
          .set({ name, name_key: nameKey(name), name_chosen: 1 })
          .where('id', '=', id)
          .execute();
        if (before && before.name !== name) await renameClaims(trx, before.name, name);
        return true;
      }),

    async setLanguage(id, language) {
      await db.updateTable('people').set({ language }).where('id', '=', id).execute();
    },

    setRoles: (id, given, canSignIn) =>
      changeGuarded(id, canSignIn, given.includes('administrator'), async (trx) => {
        await trx
          .updateTable('people')
          .set({ roles: JSON.stringify(given) })
          .where('id', '=', id)
          .where('issuer', '=', linkIssuer)
          .execute();
      }),

    deactivate: (id, at, canSignIn) =>
      changeGuarded(id, canSignIn, false, async (trx) => {
        await trx.updateTable('people').set({ active: 0 }).where('id', '=', id).execute();
        await trx
          .updateTable('staff_sessions')
          .set({ ended_at: at.toISOString() })
          .where('person_id', '=', id)
          .where('ended_at', 'is', null)
          .execute();
      }),

    async activate(id) {
      const { numUpdatedRows } = await db
        .updateTable('people')
        .set({ active: 1 })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows === 1n ? 'done' : 'notFound';
    },

    async endSessions(id) {
      await db.deleteFrom('staff_sessions').where('person_id', '=', id).execute();
    },
  };
}

function rolesOf(grants: readonly { readonly roles: readonly Role[] }[]): readonly Role[] {
  return roles.filter((role) => grants.some((grant) => grant.roles.includes(role)));
}
