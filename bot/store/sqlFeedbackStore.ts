// What visitors thought of answers; the latest word about one answer counts.
import type { FeedbackStore } from '../../dialogs/index.ts';
import type { Database } from './database.ts';

export function createSqlFeedbackStore(db: Database): FeedbackStore {
  return {
    async record(feedback) {
      const said = {
        entry: feedback.entry,
        helpful: feedback.helpful ? 1 : 0,
        at: feedback.at.toISOString(),
      };
      await db
        .insertInto('feedback')
        .values({
          channel: feedback.conversation.channel,
          conversation_id: feedback.conversation.id,
          answer: feedback.answer,
          ...said,
        })
        .onConflict((conflict) =>
          conflict.columns(['channel', 'conversation_id', 'answer']).doUpdateSet(said),
        )
        .execute();
    },
  };
}
