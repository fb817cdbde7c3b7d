// Console sessions and sign-in links in the SQL database. Only hashes come in here.
import { z } from 'zod';
import { roles } from '../console/roles.ts';
import type { StaffSessions } from '../console/staffSessions.ts';
import type { Database } from './database.ts';

const rolesSchema = z.array(z.enum(roles));

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
          name: session.name,
          roles: JSON.stringify(session.roles),
          csrf: session.csrf,
          created_at: session.createdAt.toISOString(),
          seen_at: session.seenAt.toISOString(),
        })
        .execute();
    },

    async find(idHash) {
      const row = await db
        .selectFrom('staff_sessions')
        .selectAll()
        .where('id_hash', '=', idHash)
        .executeTakeFirst();
      if (!row) return null;
      return {
        idHash: row.id_hash,
        name: row.name,
        roles: rolesSchema.parse(JSON.parse(row.roles)),
        csrf: row.csrf,
        createdAt: new Date(row.created_at),
        seenAt: new Date(row.seen_at),
      };
    },

    async renew(idHash, seenAt) {
      await db
        .updateTable('staff_sessions')
        .set({ seen_at: seenAt.toISOString() })
        .where('id_hash', '=', idHash)
        .execute();
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
