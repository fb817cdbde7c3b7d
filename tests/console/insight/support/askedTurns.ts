// Turns in the log of questions, in a line each.
import type { Database } from '../../../../bot/store/database.ts';
import { createSqlAskedLog } from '../../../../bot/store/sqlAskedLog.ts';
import type { AskedRecord } from '../../../../dialogs/index.ts';

let turns = 0;

/** Writes down a turn; what is not given is ordinary. @param at "2026-11-20" or a whole moment */
export async function asked(db: Database, at: string, more: Partial<AskedRecord> = {}): Promise<void> {
  turns += 1;
  await createSqlAskedLog(db).record({
    turnId: `t${turns}`,
    conversation: { channel: 'directline', id: 'c1' },
    at: new Date(at),
    language: 'en',
    question: 'What is ICLEI?',
    outcome: 'answered',
    entry: 'what-is-iclei',
    confidence: 0.97,
    escalation: null,
    ...more,
  });
}

/** What a visitor thought of an answer. */
export async function judged(
  db: Database,
  at: string,
  entry: string,
  helpful: boolean,
  answer: string,
): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      channel: 'directline',
      conversation_id: 'c1',
      answer,
      entry,
      helpful: helpful ? 1 : 0,
      at: new Date(at).toISOString(),
    })
    .execute();
}
