// Collection codes in the SQL database: as a keyed hash each, and how often somebody brought a wrong one.
import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import {
  type Bringer,
  type CollectionCodes,
  type ConversationKey,
  referenceAlphabet,
  secretLength,
} from '../../dialogs/index.ts';
import { sameSecret } from '../secrets.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Wrong codes in an hour: of one visitor or conversation, and for one reference, whoever brings them. */
const mostOfVisitor = 5;
const mostForReference = 30;
const hourMs = 3_600_000;

/** @param key secret of this service; codes given out under another one open nothing */
export function createSqlCollectionCodes(db: Database, key: string): CollectionCodes {
  const keyed = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose} ${text}`).digest();
  const hashOf = (code: string) => keyed('hash', code).toString('hex');

  return {
    async issue({ id, reference }) {
      const code = `${reference}-${signsOf(keyed('secret', id).readBigUInt64BE())}`;
      await db
        .insertInto('collection_codes')
        .values({ escalation_id: id, hash: hashOf(code) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return code;
    },

    redeem: (code, by) =>
      // One transaction: of many tries at once none is left uncounted.
      db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('collection_tries')
          .where('at', '<', new Date(by.at.getTime() - hourMs).toISOString())
          .execute();
        const keys = limitsOf(code.reference, by);
        for (const { name, most } of keys)
          if ((await triesOf(trx, name)) >= most) return { kind: 'tooMany' } as const;
        const row = await trx
          .selectFrom('collection_codes')
          .innerJoin('escalations', 'escalations.id', 'collection_codes.escalation_id')
          .select(['escalations.id', 'collection_codes.hash'])
          .where('escalations.reference', '=', code.reference)
          .executeTakeFirst();
        // Compared in any case, so that an unknown reference takes as long as a wrong secret.
        const right = sameSecret(row?.hash ?? '', hashOf(`${code.reference}-${code.secret}`));
        if (row && right) return { kind: 'right', escalationId: row.id } as const;
        for (const { name } of keys) {
          await trx
            .insertInto('collection_tries')
            .values({ key: name, turn_id: by.turnId, at: by.at.toISOString() })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return { kind: 'wrong' } as const;
      }),
  };
}

/** Under which keys the wrong codes of a visitor and of a conversation are counted. */
export function visitorTries(visitorId: string): string {
  return `visitor ${visitorId}`;
}
export function conversationTries({ channel, id }: ConversationKey): string {
  return `conversation ${channel} ${id}`;
}

function limitsOf(reference: string, { visitorId, conversation }: Bringer) {
  return [
    { name: visitorTries(visitorId), most: mostOfVisitor },
    { name: conversationTries(conversation), most: mostOfVisitor },
    { name: `reference ${reference}`, most: mostForReference },
  ];
}

async function triesOf(trx: Transaction<Tables>, key: string): Promise<number> {
  const row = await trx
    .selectFrom('collection_tries')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A number as signs of the references' alphabet. */
function signsOf(number: bigint): string {
  const base = BigInt(referenceAlphabet.length);
  let rest = number;
  return Array.from({ length: secretLength }, () => {
    const sign = referenceAlphabet.charAt(Number(rest % base));
    rest /= base;
    return sign;
  }).join('');
}
