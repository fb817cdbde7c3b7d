// Bot Framework's Storage over SQL. Writes compare ETags, so that two turns at once can't undo each other.
import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import type { Database } from './database.ts';

/** Another turn has written the state since it was read. */
export class StateConflictError extends Error {}

const item = z.record(z.string(), z.unknown());

/**
 * @see https://learn.microsoft.com/javascript/api/botbuilder-core/storage for the protocol: eTag '*' or none overwrites
 */
export function createSqlBotState(db: Database): Storage {
  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      const items: StoreItems = {};
      for (const row of rows)
        items[row.key] = { ...item.parse(JSON.parse(row.body)), eTag: row.rev.toString() };
      return items;
    },

    async write(changes) {
      await db.transaction().execute(async (trx) => {
        for (const [key, value] of Object.entries(changes)) {
          const { eTag, ...body } = item.parse(value);
          const text = JSON.stringify(body);
          if (typeof eTag === 'string' && eTag !== '*') {
            const result = await trx
              .updateTable('bot_state')
              .set((row) => ({ body: text, rev: row('rev', '+', 1) }))
              .where('key', '=', key)
              .where('rev', '=', Number(eTag))
              .executeTakeFirst();
            if (result.numUpdatedRows !== 1n)
              throw new StateConflictError('The state was changed by another turn.');
            continue;
          }
          await trx
            .insertInto('bot_state')
            .values({ key, rev: 1, body: text })
            .onConflict((conflict) =>
              conflict
                .column('key')
                .doUpdateSet((row) => ({ body: text, rev: row('bot_state.rev', '+', 1) })),
            )
            .execute();
        }
      });
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },
  };
}
