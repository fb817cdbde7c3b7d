// Resume secrets in the SQL database: each knows for which other it was given out, and when it was used first.
import type { Transaction } from 'kysely';
import { type ResumeSecrets, resumeGraceMs } from '../directLine/resumeSecrets.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export function createSqlResumeSecrets(db: Database): ResumeSecrets {
  return {
    async begin(conversationId, hash) {
      await db
        .insertInto('resume_secrets')
        .values({ hash, conversation_id: conversationId, from_hash: null, used_at: null })
        .execute();
    },

    async fits(conversationId, presented) {
      const secret = await db
        .selectFrom('resume_secrets')
        .select('hash')
        .where('conversation_id', '=', conversationId)
        .where('hash', '=', presented)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return secret !== undefined;
    },

    async exchange(conversationId, presented, next, at) {
      return db.transaction().execute(async (trx) => {
        const secret = await trx
          .selectFrom('resume_secrets')
          .selectAll()
          .where('conversation_id', '=', conversationId)
          .where('hash', '=', presented)
          .executeTakeFirst();
        if (!secret) return false;
        const usedAt = secret.used_at === null ? null : Date.parse(secret.used_at);
        const good =
          usedAt === null
            ? !(await oneIsUsed(trx, conversationId, secret.from_hash))
            : at.getTime() - usedAt <= resumeGraceMs && !(await oneIsUsed(trx, conversationId, presented));
        if (!good) {
          await trx.deleteFrom('resume_secrets').where('conversation_id', '=', conversationId).execute();
          return false;
        }
        if (usedAt === null) {
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

/** Was one of the secrets that were given out for this one used? */
async function oneIsUsed(
  trx: Transaction<Tables>,
  conversationId: string,
  fromHash: string | null,
): Promise<boolean> {
  if (fromHash === null) return false;
  const used = await trx
    .selectFrom('resume_secrets')
    .select('hash')
    .where('conversation_id', '=', conversationId)
    .where('from_hash', '=', fromHash)
    .where('used_at', 'is not', null)
    .executeTakeFirst();
  return used !== undefined;
}
