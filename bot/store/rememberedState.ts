// What the bot remembers of a conversation, in the table of the SDK's states.
import { sql, type Transaction } from 'kysely';
import type { ConversationKey } from '../../dialogs/index.ts';
import type { Tables } from './tables.ts';

/** Our own web chat: the only channel whose conversations we keep. */
export const webChat = 'directline';

export async function forgetState(trx: Transaction<Tables>, conversation: ConversationKey): Promise<void> {
  await trx
    .deleteFrom('bot_state')
    .where(beginsWith('key', stateKey(conversation)))
    .execute();
}

/** How the keys of the SDK's ConversationState begin. */
export function stateKey({ channel, id }: ConversationKey): string {
  return `${channel}/conversations/${id}/`;
}

/** Not LIKE: ids have its wildcards in them. Lengths are counted in code points, as databases do. */
export function beginsWith(column: string, prefix: string) {
  return sql<boolean>`substr(${sql.ref(column)}, 1, ${[...prefix].length}) = ${prefix}`;
}
