// Console sessions and sign-in links in the SQL database. Only hashes come in here.
import { parseLanguage } from '../../knowledge/index.ts';
import type { StaffSessions } from '../console/staffSessions.ts';
import type { Database } from './database.ts';
import { storedRoles } from './peopleRows.ts';

export function createSqlStaffSessions(db: Database): StaffSessions {
  return {
    async addLink(tokenHash, at) {
      await db
        .insertInto('sign_in_links')
        .values({ token_hash: tokenHash, created_at: at.toISOString(), used_at: null })
        .execute();
    },

    async linkIsGood(tokenHash, madeAfter) {
      const link = await db
        .selectFrom('sign_in_links')
        .select('token_hash')
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('created_at', '>', madeAfter.toISOString())
        .executeTakeFirst();
      return link !== undefined;
    },

    // One conditional UPDATE: the database lets one of several win.
    async useLink(tokenHash, at, madeAfter) {
      const result = await db
        .updateTable('sign_in_links')
        .set({ used_at: at.toISOString() })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('created_at', '>', madeAfter.toISOString())
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    async start(session) {
      await db
        .insertInto('staff_sessions')
        .values({
          id_hash: session.idHash,
          person_id: session.personId,
          csrf: session.csrf,
          created_at: session.createdAt.toISOString(),
          seen_at: session.seenAt.toISOString(),
          ended_at: null,
        })
        .execute();
    },

    async find(idHash) {
      const row = await db
        .selectFrom('staff_sessions')
        .innerJoin('people', 'people.id', 'staff_sessions.person_id')
        .where('id_hash', '=', idHash)
        .select([
          'id_hash',
          'person_id',
          'csrf',
          'ended_at',
          'staff_sessions.created_at',
          'staff_sessions.seen_at',
          'people.name',
          'people.roles',
          'people.language',
          'people.issuer',
          'people.active',
        ])
        .executeTakeFirst();
      if (!row) return null;
      return {
        session: {
          idHash: row.id_hash,
          personId: row.person_id,
          csrf: row.csrf,
          createdAt: new Date(row.created_at),
          seenAt: new Date(row.seen_at),
          name: row.name,
          roles: storedRoles(row.roles),
          language: parseLanguage(row.language),
          issuer: row.issuer,
        },
        ended: row.ended_at !== null,
        active: row.active === 1,
      };
    },

    async renew(idHash, seenAt) {
      const at = seenAt.toISOString();
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('staff_sessions').set({ seen_at: at }).where('id_hash', '=', idHash).execute();
        await trx
          .updateTable('people')
          .set({ seen_at: at })
          .where(
            'id',
            'in',
            trx.selectFrom('staff_sessions').select('person_id').where('id_hash', '=', idHash),
          )
          .execute();
      });
    },

    async end(idHash) {
      await db.deleteFrom('staff_sessions').where('id_hash', '=', idHash).execute();
    },

    async sweep(before) {
      await db.deleteFrom('sign_in_links').where('created_at', '<', before.linkMade.toISOString()).execute();
      await db
        .deleteFrom('staff_sessions')
        .where((row) =>
          row.or([
            row('created_at', '<', before.sessionMade.toISOString()),
            row('seen_at', '<', before.sessionSeen.toISOString()),
          ]),
        )
        .execute();
    },
  };
}
