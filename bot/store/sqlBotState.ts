// Bot Framework's Storage over SQL. What is written last stays: BotState says so with every write (eTag '*'), and the turns of a
// conversation, whose state it is, are run one after the other.
import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import type { Database } from './database.ts';

const item = z.record(z.string(), z.unknown());

export function createSqlBotState(db: Database, now: () => Date): Storage {
  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      const items: StoreItems = {};
      for (const row of rows) items[row.key] = item.parse(JSON.parse(row.body));
      return items;
    },

    async write(changes) {
      const rows = Object.entries(changes).map(([key, value]) => {
        const { eTag: _, ...body } = item.parse(value);
        return { key, body: JSON.stringify(body), updated_at: now().toISOString() };
      });
      if (rows.length === 0) return;
      await db
        .insertInto('bot_state')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet(({ ref }) => ({
            body: ref('excluded.body'),
            updated_at: ref('excluded.updated_at'),
          })),
        )
        .execute();
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },
  };
}
