// Text modules in the SQL database.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { languages } from '../../knowledge/index.ts';
import type { TextModules } from '../console/textModules/textModules.ts';
import type { Database } from './database.ts';

const languageSchema = z.enum(languages);

export function createSqlTextModules(db: Database): TextModules {
  const isTaken = async (keyword: string, language: string, except: string): Promise<boolean> => {
    const row = await db
      .selectFrom('text_modules')
      .select('id')
      .where('keyword', '=', keyword)
      .where('language', '=', language)
      .where('id', '!=', except)
      .executeTakeFirst();
    return row !== undefined;
  };
  return {
    async all() {
      const rows = await db
        .selectFrom('text_modules')
        .selectAll()
        .orderBy('keyword')
        .orderBy('language')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        version: row.version,
        keyword: row.keyword,
        language: languageSchema.parse(row.language),
        text: row.text,
        changedBy: row.changed_by,
        changedAt: new Date(row.changed_at),
      }));
    },

    async add({ keyword, language, text, changedBy, changedAt }) {
      const result = await db
        .insertInto('text_modules')
        .values({
          id: randomUUID(),
          version: 1,
          keyword,
          language,
          text,
          changed_by: changedBy,
          changed_at: changedAt.toISOString(),
        })
        .onConflict((conflict) => conflict.columns(['keyword', 'language']).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? 'done' : 'taken';
    },

    async change(id, version, { keyword, language, text, changedBy, changedAt }) {
      if (await isTaken(keyword, language, id)) return 'taken';
      const result = await db
        .updateTable('text_modules')
        .set({
          version: version + 1,
          keyword,
          language,
          text,
          changed_by: changedBy,
          changed_at: changedAt.toISOString(),
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n ? 'done' : 'stale';
    },

    async remove(id, version) {
      const result = await db
        .deleteFrom('text_modules')
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return result.numDeletedRows === 1n ? 'done' : 'stale';
    },
  };
}
