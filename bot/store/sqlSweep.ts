// Deletes what was kept about visitors long enough, rule by rule.
import type { PersonalData } from '../privacy/personalData.ts';
import { limitOf } from '../privacy/retention.ts';
import type { OpenDatabase } from './database.ts';
import { forgetState, webChat } from './rememberedState.ts';

const finished = ['answered', 'closed', 'withdrawn'];
/** Rows that are dealt with in one transaction: other writers get their turn between two. */
const batch = 200;

/** @param database its scrub() is called after what must not be found in the files any more */
export function createSqlSweep({ db, scrub }: Pick<OpenDatabase, 'db' | 'scrub'>): PersonalData['sweep'] {
  return async (retention, now) => {
    const before = (rule: keyof typeof retention) => limitOf(retention, rule, now).toISOString();
    const swept = {
      chats: await sweepChats(before('chats')),
      questions: await sweepQuestions(before('questions')),
      addresses: await sweepAddresses(before('addresses')),
      figures:
        (await deleted(db.deleteFrom('feedback').where('at', '<', before('figures')))) +
        (await deleted(db.deleteFrom('asked').where('at', '<', before('figures')))),
      audit: await deleted(db.deleteFrom('audit').where('at', '<', before('audit'))),
    };
    if (Object.values(swept).some((count) => count > 0)) await scrub();
    return swept;
  };

  async function sweepChats(before: string): Promise<number> {
    let count = 0;
    for (;;) {
      const idle = await db
        .selectFrom('conversations')
        .select('id')
        .where('created_at', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('activities')
                .select('seq')
                .whereRef('activities.conversation_id', '=', 'conversations.id')
                .where('activities.at', '>=', before),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('escalations')
                .select('escalations.id')
                .whereRef('escalations.conversation_id', '=', 'conversations.id')
                .where('escalations.channel', '=', webChat)
                .where('escalations.status', 'in', ['open', 'claimed']),
            ),
          ),
        )
        .limit(batch)
        .execute();
      for (const { id } of idle) {
        await db.transaction().execute(async (trx) => {
          await trx.deleteFrom('conversations').where('id', '=', id).execute();
          await forgetState(trx, { channel: webChat, id });
        });
      }
      count += idle.length;
      if (idle.length < batch) break;
    }
    // Conversations of other channels are known by what the bot remembers of them.
    await db.deleteFrom('collection_tries').where('at', '<', before).execute();
    return count + (await deleted(db.deleteFrom('bot_state').where('updated_at', '<', before)));
  }

  function sweepQuestions(before: string): Promise<number> {
    return deleted(
      db.deleteFrom('escalations').where('status', 'in', finished).where('updated_at', '<', before),
    );
  }

  /** The address goes, and the line of the history that has it loses its text. */
  async function sweepAddresses(before: string): Promise<number> {
    const rows = await db
      .selectFrom('escalations')
      .select('id')
      .where('email', 'is not', null)
      .where('status', 'in', finished)
      .where('updated_at', '<', before)
      .execute();
    for (const { id } of rows) {
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('escalations')
          // Whoever reads the row before and writes it after must not put the address back.
          .set(({ eb }) => ({ email: null, revision: eb('revision', '+', 1) }))
          .where('id', '=', id)
          .execute();
        await trx
          .updateTable('escalation_events')
          .set({ text: null })
          .where('escalation_id', '=', id)
          .where('kind', '=', 'leaveEmail')
          .execute();
      });
    }
    return rows.length;
  }
}

async function deleted(query: {
  executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint } | undefined>;
}): Promise<number> {
  return Number((await query.executeTakeFirst())?.numDeletedRows ?? 0);
}
