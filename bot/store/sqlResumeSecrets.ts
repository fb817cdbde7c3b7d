// Resume secrets in the SQL database: each knows for which other it was given out, and when it was used first.
import { type ResumeSecrets, resumeGraceMs } from '../directLine/resumeSecrets.ts';
import type { Database } from './database.ts';

export function createSqlResumeSecrets(db: Database): ResumeSecrets {
  return {
    async begin(conversationId, hash) {
      await db
        .insertInto('resume_secrets')
        .values({ hash, conversation_id: conversationId, from_hash: null, used_at: null })
        .execute();
    },

    fits: async (conversationId, presented, at) => {
      const standing = await standingOf(db, conversationId, presented, at);
      return standing === 'unused' || standing === 'justUsed';
    },

    async exchange(conversationId, presented, next, at) {
      return db.transaction().execute(async (trx) => {
        const standing = await standingOf(trx, conversationId, presented, at);
        if (standing === 'unknown') return false;
        if (standing === 'old') {
          await trx.deleteFrom('resume_secrets').where('conversation_id', '=', conversationId).execute();
          return false;
        }
        if (standing === 'unused') {
          await trx
            .updateTable('resume_secrets')
            .set({ used_at: at.toISOString() })
            .where('hash', '=', presented)
            .execute();
        }
        await trx
          .insertInto('resume_secrets')
          .values({ hash: next, conversation_id: conversationId, from_hash: presented, used_at: null })
          .execute();
        return true;
      });
    },
  };
}

/** What a secret is worth: one that was used, or another in its place, is old; but for a while its use may have been in vain. */
async function standingOf(
  db: Database,
  conversationId: string,
  hash: string,
  at: Date,
): Promise<'unknown' | 'unused' | 'justUsed' | 'old'> {
  const secret = await db
    .selectFrom('resume_secrets')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!secret) return 'unknown';
  if (secret.used_at === null)
    return (await oneIsUsed(db, conversationId, secret.from_hash)) ? 'old' : 'unused';
  const justUsed = at.getTime() - Date.parse(secret.used_at) <= resumeGraceMs;
  return justUsed && !(await oneIsUsed(db, conversationId, hash)) ? 'justUsed' : 'old';
}

/** Was one of the secrets that were given out for this one used? */
async function oneIsUsed(db: Database, conversationId: string, fromHash: string | null): Promise<boolean> {
  if (fromHash === null) return false;
  const used = await db
    .selectFrom('resume_secrets')
    .select('hash')
    .where('conversation_id', '=', conversationId)
    .where('from_hash', '=', fromHash)
    .where('used_at', 'is not', null)
    .executeTakeFirst();
  return used !== undefined;
}
