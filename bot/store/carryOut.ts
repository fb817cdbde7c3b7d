// Writes down what came of a command, in its transaction.
import type { Transaction } from 'kysely';
import type { Escalation, EscalationCommand, EscalationEvent } from '../../dialogs/index.ts';
import { addEvent, forgetWordings } from './escalationHistory.ts';
import { toRow } from './escalationRows.ts';
import { enqueue } from './sqlOutbox.ts';
import type { Tables } from './tables.ts';

/**
 * The escalation as it is now, the line for its history, and a reply on its way.
 * @param turnId the visitor's turn that caused it, if one did
 */
export async function carryOut(
  trx: Transaction<Tables>,
  command: EscalationCommand,
  escalation: Escalation,
  event: EscalationEvent,
  turnId: string | null,
): Promise<void> {
  const { id, version } = escalation;
  await trx
    .updateTable('escalations')
    .set(toRow(escalation))
    .where('id', '=', id)
    .where('version', '=', version - 1)
    .execute();
  if (command.kind === 'editQuestion') await forgetWordings(trx, id);
  await addEvent(trx, id, event, turnId);
  if (command.kind === 'reply') await enqueue(trx, id, event.text ?? command.text, command.staff, event.at);
}
