// Bot Framework's Storage over SQL. BotState itself overwrites whatever there is (eTag '*'), and relies on the turns of a conversation
// being run one after the other. Should two instances run them at the same time after all, because one had lost its lock on the
// conversation, the one whose state is older than what is stored fails, and is run again.
import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import type { Database } from './database.ts';

const item = z.record(z.string(), z.unknown());

/** What is to be written was made from a state that is no longer the last one. */
export class StateOutdatedError extends Error {
  constructor() {
    super('the state of this conversation was changed meanwhile');
  }
}

export function createSqlBotState(db: Database, now: () => Date): Storage {
  /** Of each state that was read, its revision: BotState gives back the very object. */
  const revisions = new WeakMap<object, number>();

  return {
    async read(keys) {
      if (keys.length === 0) return {};
      const rows = await db.selectFrom('bot_state').selectAll().where('key', 'in', keys).execute();
      const items: StoreItems = {};
      for (const row of rows) {
        const state = item.parse(JSON.parse(row.body));
        revisions.set(state, row.rev);
        items[row.key] = state;
      }
      return items;
    },

    async write(changes) {
      const states = Object.entries(changes).map(([key, value]: [string, unknown]) => {
        const { eTag: _, ...body } = item.parse(value);
        const known = typeof value === 'object' && value ? revisions.get(value) : undefined;
        return { key, value, body: JSON.stringify(body), known };
      });
      if (states.length === 0) return;
      const at = now().toISOString();
      await db.transaction().execute(async (trx) => {
        for (const { key, body, known } of states) {
          if (known === undefined) await overwrite(trx, key, body, at);
          else await replace(trx, key, body, at, known);
        }
      });
      for (const { value, known } of states) {
        if (known !== undefined && typeof value === 'object' && value) revisions.set(value, known + 1);
      }
    },

    async delete(keys) {
      if (keys.length > 0) await db.deleteFrom('bot_state').where('key', 'in', keys).execute();
    },
  };
}

async function overwrite(db: Database, key: string, body: string, at: string): Promise<void> {
  await db
    .insertInto('bot_state')
    .values({ key, body, updated_at: at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref, eb }) => ({
        body: ref('excluded.body'),
        updated_at: at,
        rev: eb('bot_state.rev', '+', 1),
      })),
    )
    .execute();
}

async function replace(db: Database, key: string, body: string, at: string, known: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('bot_state')
    .set({ body, updated_at: at, rev: known + 1 })
    .where('key', '=', key)
    .where('rev', '=', known)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StateOutdatedError();
}
