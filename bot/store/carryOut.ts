// Writes down what came of a command, in its transaction.
import type { Transaction } from 'kysely';
import {
  deliveriesOf,
  type Escalation,
  type EscalationCommand,
  type EscalationEvent,
} from '../../dialogs/index.ts';
import { addEvent, forgetWordings } from './escalationHistory.ts';
import { toRow } from './escalationRows.ts';
import { enqueue } from './sqlOutbox.ts';
import type { Tables } from './tables.ts';

/** What a command does to one escalation. */
export interface Change {
  /** As it was read, and the revision of its row. */
  readonly before: Escalation;
  readonly revision: number;
  readonly command: EscalationCommand;
  readonly after: Escalation;
  readonly event: EscalationEvent;
  /** The visitor's turn that caused it, if one did. */
  readonly turnId: string | null;
  /** Milliseconds for which a reply can be taken back before it goes out. */
  readonly undoMs: number;
}

/**
 * The escalation as it is now, the line for its history, and what the visitor gets to hear of it.
 * @returns false, and nothing is written, when somebody else wrote between our reading and our writing
 */
export async function carryOut(trx: Transaction<Tables>, change: Change): Promise<boolean> {
  const { before, revision, command, after, event, turnId, undoMs } = change;
  const written = await trx
    .updateTable('escalations')
    .set({ ...toRow(after), revision: revision + 1 })
    .where('id', '=', after.id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return false;
  if (command.kind === 'editQuestion') await forgetWordings(trx, after.id);
  await addEvent(trx, after.id, event, turnId);
  const by = event.actor.name ?? before.claimedBy ?? '';
  for (const kind of deliveriesOf(before, after, command)) {
    const text = kind === 'reply' ? (event.text ?? '') : '';
    // Who talks with the visitor is waited for.
    const waits = kind === 'reply' && !after.staffOwns ? undoMs : 0;
    await enqueue(trx, after.id, kind, text, by, event.at, new Date(event.at.getTime() + waits));
  }
  return true;
}
