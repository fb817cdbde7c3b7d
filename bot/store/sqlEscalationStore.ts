// Escalations, their history and the outgoing replies, in one transaction each.
import { randomInt, randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import {
  applyCommand,
  type ChangeResult,
  type Escalation,
  type EscalationCommand,
  type EscalationStatus,
  type EscalationStore,
  knownQueue,
  makeReference,
  newEscalation,
  noticeOf,
  plainPlan,
} from '../../dialogs/index.ts';
import type { Database } from './database.ts';
import { addEvent, hasEvent } from './escalationHistory.ts';
import { comesAfter, filtered, orderOf } from './escalationList.ts';
import { toEscalation, toEvent, toRow } from './escalationRows.ts';
import { enqueue } from './sqlOutbox.ts';
import type { Tables } from './tables.ts';

/**
 * Makes the store over an open database.
 * @param onChange called after every committed change
 * @param plan the desk's queues, hours and times
 */
export function createSqlEscalationStore(
  db: Database,
  onChange: () => void,
  plan = plainPlan,
): EscalationStore {
  // Queues come and go with the plan; a question is always in one of them.
  const read = (row: Selectable<Tables['escalations']>): Escalation => {
    const escalation = toEscalation(row);
    return { ...escalation, queue: knownQueue(plan, escalation.queue).id };
  };
  const byId = async (id: string) => {
    const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? read(row) : null;
  };

  return {
    byId,

    async open(draft) {
      const known = () =>
        db
          .selectFrom('escalations')
          .selectAll()
          .where('channel', '=', draft.conversation.channel)
          .where('conversation_id', '=', draft.conversation.id)
          .where('turn_id', '=', draft.turnId)
          .executeTakeFirst();
      for (;;) {
        const existing = await known();
        if (existing) return read(existing);
        const escalation = newEscalation(
          draft,
          { id: randomUUID(), reference: makeReference(randomInt) },
          plan,
        );
        const stored = await db.transaction().execute(async (trx) => {
          // A conflict is the same turn again or, once in millions, a reference that is taken: look again.
          const result = await trx
            .insertInto('escalations')
            .values(toRow(escalation))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (result.numInsertedOrUpdatedRows !== 1n) return false;
          await addEvent(
            trx,
            escalation.id,
            { kind: 'opened', at: draft.at, actor: { kind: 'bot', name: null }, text: draft.question },
            draft.turnId,
          );
          return true;
        });
        if (!stored) continue;
        onChange();
        return escalation;
      }
    },

    async byReference(reference) {
      const row = await db
        .selectFrom('escalations')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row ? read(row) : null;
    },

    async countSince(visitorId, since) {
      const row = await db
        .selectFrom('escalations')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('visitor_id', '=', visitorId)
        .where('opened_at', '>=', since.toISOString())
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async ofConversation(conversation) {
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('channel', '=', conversation.channel)
        .where('conversation_id', '=', conversation.id)
        .orderBy('opened_at', 'desc')
        .execute();
      return rows.map(read);
    },

    async list(filter) {
      if (filter.statuses.length === 0) return [];
      const keys = orderOf(filter);
      const last = filter.after === undefined ? null : await byId(filter.after);
      let query = filtered(db.selectFrom('escalations').selectAll(), filter, plan);
      if (last) query = query.where((eb) => comesAfter(eb, keys, last));
      for (const key of keys) query = query.orderBy(key.sql);
      return (await query.limit(filter.limit).execute()).map(read);
    },

    async counts() {
      const rows = await db
        .selectFrom('escalations')
        .select(({ fn }) => [
          'status',
          fn.countAll<number>().as('count'),
          fn.count<number>('snoozed_until').as('snoozed'),
        ])
        .groupBy('status')
        .execute();
      const of = (status: EscalationStatus) => Number(rows.find((row) => row.status === status)?.count ?? 0);
      return {
        open: of('open'),
        claimed: of('claimed'),
        answered: of('answered'),
        closed: of('closed'),
        withdrawn: of('withdrawn'),
        snoozed: rows.reduce((sum, row) => sum + Number(row.snoozed), 0),
      };
    },

    async history(id) {
      const rows = await db
        .selectFrom('escalation_events')
        .selectAll()
        .where('escalation_id', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(toEvent);
    },

    async change(id, command, at, version, turnId) {
      for (;;) {
        const outcome = await db
          .transaction()
          .execute((trx) => tryChange(trx, id, command, at, version, turnId));
        if (outcome === 'overtaken') continue;
        if (outcome.changed) onChange();
        return outcome.result;
      }
    },
  };

  /** @returns what came of it; 'overtaken' when somebody else wrote between our reading and our writing */
  async function tryChange(
    trx: Transaction<Tables>,
    id: string,
    command: EscalationCommand,
    at: Date,
    version: number | null,
    turnId: string | undefined,
  ): Promise<'overtaken' | { readonly result: ChangeResult; readonly changed: boolean }> {
    const unchanged = (result: ChangeResult) => ({ result, changed: false });
    const row = await trx.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return unchanged({ ok: false, refusal: { code: 'notFound', by: null, at: null } });
    const current = read(row);
    if (turnId !== undefined && (await hasEvent(trx, id, command.kind, turnId)))
      return unchanged({ ok: true, escalation: current });
    const applied = applyCommand(current, command, at, plan);
    if (!applied.ok) return unchanged(applied);
    if (version !== null && version !== current.version) {
      const refusal = { code: 'stale', by: current.claimedBy, at: current.updatedAt } as const;
      return unchanged({ ok: false, refusal });
    }
    // It asked for what is already so: that is no event, however often it is asked for.
    if (applied.escalation === current) return unchanged({ ok: true, escalation: current });
    const written = await trx
      .updateTable('escalations')
      .set({ ...toRow(applied.escalation), revision: row.revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', row.revision)
      .executeTakeFirst();
    if (written.numUpdatedRows !== 1n) return 'overtaken';
    await addEvent(trx, id, applied.event, turnId ?? null);
    if (command.kind === 'reply') await enqueue(trx, id, command.text, command.staff, at);
    const notice = noticeOf(current, applied.escalation, command);
    if (notice) await enqueue(trx, id, '', applied.escalation.claimedBy ?? '', at, notice);
    return { result: { ok: true, escalation: applied.escalation }, changed: true };
  }
}
