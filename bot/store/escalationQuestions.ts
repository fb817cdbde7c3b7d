// What visitors asked, as far as it went to staff: what teaching is rehearsed with where no other record of questions is kept.
import { z } from 'zod';
import { languages } from '../../knowledge/index.ts';
import type { RecentQuestions } from '../teaching.ts';
import type { Database } from './database.ts';

const language = z.enum(languages);

export function createEscalationQuestions(db: Database): RecentQuestions {
  return async (limit) => {
    const rows = await db
      .selectFrom('escalations')
      .select(['question', 'language'])
      .orderBy('opened_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ question: row.question, language: language.parse(row.language) }));
  };
}
