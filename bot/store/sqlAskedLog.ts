// What visitors asked, turn by turn; and the latest questions of it, for those who teach.
import { z } from 'zod';
import { type AskedLog, type TurnOutcome, turnOutcomes } from '../../dialogs/index.ts';
import { type Language, languages } from '../../knowledge/index.ts';
import type { Database } from './database.ts';

export interface RecentQuestion {
  readonly question: string;
  readonly language: Language;
  readonly outcome: TurnOutcome;
  readonly entry: string | null;
}

export interface SqlAskedLog extends AskedLog {
  /** The newest first, one that was asked several times in a conversation once, as it ended. */
  recentQuestions(limit: number): Promise<readonly RecentQuestion[]>;
}

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.string(),
  conversation_id: z.string(),
  question: z.string(),
  language: z.enum(languages),
  outcome: z.enum(turnOutcomes),
  entry: z.string().nullable(),
});

export function createSqlAskedLog(db: Database): SqlAskedLog {
  const page = async (before: { readonly at: string; readonly id: string } | null, limit: number) => {
    const rows = await db
      .selectFrom('asked')
      .select(['id', 'at', 'channel', 'conversation_id', 'question', 'language', 'outcome', 'entry'])
      .where('question', 'is not', null)
      .$if(before !== null, (query) =>
        query.where(({ eb, and, or }) =>
          or([
            eb('at', '<', before?.at ?? ''),
            and([eb('at', '=', before?.at ?? ''), eb('id', '<', before?.id ?? '')]),
          ]),
        ),
      )
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => rowSchema.parse(row));
  };

  return {
    async record({ turnId, conversation: { channel, id }, at, ...asked }) {
      await db
        .insertInto('asked')
        .values({
          id: `${channel}|${id}|${turnId}`,
          at: at.toISOString(),
          channel,
          conversation_id: id,
          language: asked.language,
          question: asked.question,
          outcome: asked.outcome,
          entry: asked.entry,
          confidence: asked.confidence,
          escalation: asked.escalation,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async recentQuestions(limit) {
      const found = new Map<string, RecentQuestion>();
      for (let last: { at: string; id: string } | null = null; ; ) {
        const rows: z.infer<typeof rowSchema>[] = await page(last, limit);
        for (const { channel, conversation_id, question, language, outcome, entry } of rows) {
          if (found.size === limit) break;
          const key = JSON.stringify([channel, conversation_id, question]);
          if (!found.has(key)) found.set(key, { question, language, outcome, entry });
        }
        last = rows.at(-1) ?? null;
        if (last === null || rows.length < limit || found.size === limit) return [...found.values()];
      }
    },
  };
}
