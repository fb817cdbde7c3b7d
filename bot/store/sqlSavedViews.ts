// Saved views in the SQL database.
import { type SavedViews, viewLimit } from '../console/queue/savedViews.ts';
import type { Database } from './database.ts';

export function createSqlSavedViews(db: Database): SavedViews {
  return {
    of: (owner) =>
      db
        .selectFrom('saved_views')
        .select(['name', 'query'])
        .where('owner', '=', owner)
        .orderBy('name')
        .execute(),

    save: (owner, { name, query }) =>
      db.transaction().execute(async (trx) => {
        const { others } = await trx
          .selectFrom('saved_views')
          .select(({ fn }) => fn.countAll<number>().as('others'))
          .where('owner', '=', owner)
          .where('name', '!=', name)
          .executeTakeFirstOrThrow();
        if (Number(others) >= viewLimit) return false;
        await trx
          .insertInto('saved_views')
          .values({ owner, name, query })
          .onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet({ query }))
          .execute();
        return true;
      }),

    async remove(owner, name) {
      await db.deleteFrom('saved_views').where('owner', '=', owner).where('name', '=', name).execute();
    },
  };
}
