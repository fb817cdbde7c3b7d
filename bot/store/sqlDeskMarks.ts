// Marks of what is done once, in the SQL database. The database lets one of several win.
import type { DeskMarks } from '../desk/deskMarks.ts';
import type { Database } from './database.ts';

/** Milliseconds after which somebody who took something on is taken to have ended over it. */
const leaseMs = 600_000;

export function createSqlDeskMarks(db: Database): DeskMarks {
  return {
    async take(name, at) {
      const made = await db
        .insertInto('desk_marks')
        .values({ name, at: at.toISOString(), done: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows === 1n) return true;
      const taken = await db
        .updateTable('desk_marks')
        .set({ at: at.toISOString() })
        .where('name', '=', name)
        .where('done', '=', 0)
        .where('at', '<=', new Date(at.getTime() - leaseMs).toISOString())
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n;
    },

    async finish(name) {
      await db.updateTable('desk_marks').set({ done: 1 }).where('name', '=', name).execute();
    },

    async release(name) {
      await db.deleteFrom('desk_marks').where('name', '=', name).where('done', '=', 0).execute();
    },
  };
}
