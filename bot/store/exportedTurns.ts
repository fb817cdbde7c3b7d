// Every turn of a period, page by page: as much memory for a year as for a day, but for one number a conversation.
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { ExportedTurn } from '../console/insight/source.ts';
import type { Database } from './database.ts';

const rowsAtOnce = 500;

/** @param moments the first one, and the first one that does not belong to it */
export async function* exportedTurns(
  db: Database,
  moments: { readonly first: string; readonly end: string },
): AsyncGenerator<ExportedTurn> {
  const numbers = new Map<string, number>();
  let last = { at: moments.first, id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('asked')
      .selectAll()
      .where('at', '<', moments.end)
      .where('at', '>=', last.at)
      .where(({ eb, or }) => or([eb('at', '>', last.at), eb('id', '>', last.id)]))
      .orderBy('at')
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute();
    for (const { id, at, channel, conversation_id, language, outcome, entry, confidence, question } of rows) {
      const key = JSON.stringify([channel, conversation_id]);
      const conversation = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, conversation);
      yield { at, conversation, channel, language, outcome, entry, confidence, question };
      last = { at, id };
    }
    if (rows.length < rowsAtOnce) return;
    await othersFirst();
  }
}
