// Escalations, their history and the outgoing replies, in one transaction each.
import { randomInt, randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import {
  answersAll,
  applyCommand,
  type ChangeResult,
  type DeskPlan,
  type Escalation,
  type EscalationCommand,
  type EscalationDraft,
  type EscalationStatus,
  type EscalationStore,
  knownQueue,
  leavesGroup,
  makeReference,
  newEscalation,
  plainPlan,
  replyBefore,
  replyTo,
} from '../../dialogs/index.ts';
import { carryOut } from './carryOut.ts';
import type { Database } from './database.ts';
import { joinedRows, passOn, standsForItself, stillFirst } from './escalationGroup.ts';
import { addEvent, hasEvent, historyOf } from './escalationHistory.ts';
import { comesAfter, filtered, orderOf } from './escalationList.ts';
import { toEscalation, toRow } from './escalationRows.ts';
import { enqueue, takeBack } from './sqlOutbox.ts';
import type { Tables } from './tables.ts';
import { waitingTimes } from './waitingTimes.ts';

export interface EscalationStoreOptions {
  /** The desk's queues, hours and times. */
  readonly plan?: DeskPlan;
  readonly isForDesk?: (draft: EscalationDraft) => boolean;
  /** Milliseconds for which a reply can be taken back before it goes out; 0: it goes out at once. */
  readonly undoMs?: number;
}

/**
 * Makes the store over an open database.
 * @param onChange called after every committed change
 * @param options the desk's plan, and whether a new question is offered to an organisation's own desk, in the same transaction
 */
export function createSqlEscalationStore(
  db: Database,
  onChange: () => void,
  { plan = plainPlan, isForDesk = () => false, undoMs = 0 }: EscalationStoreOptions = {},
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
        const made = newEscalation(draft, { id: randomUUID(), reference: makeReference(randomInt) }, plan);
        const stored = await db.transaction().execute(async (trx) => {
          const first = await stillFirst(trx, draft.joinedTo);
          // What a desk elsewhere answers, it answers to one conversation.
          const joins = first !== undefined && !isForDesk(draft) && !isForDesk(read(first));
          const escalation: Escalation = { ...made, joinedTo: joins ? first.id : undefined };
          // A conflict is the same turn again or, once in millions, a reference that is taken: look again.
          const result = await trx
            .insertInto('escalations')
            .values(toRow(escalation))
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          if (result.numInsertedOrUpdatedRows !== 1n) return null;
          await addEvent(
            trx,
            escalation.id,
            { kind: 'opened', at: draft.at, actor: { kind: 'bot', name: null }, text: draft.question },
            draft.turnId,
          );
          if (isForDesk(draft)) {
            const actor = { kind: 'bot', name: null } as const;
            await addEvent(trx, escalation.id, { kind: 'handoff', at: draft.at, actor, text: null }, null);
            await enqueue(trx, escalation.id, 'handoff', '', '', draft.at);
          }
          return escalation;
        });
        if (!stored) continue;
        onChange();
        return stored;
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

    joined: async (ids) => (await joinedRows(db, ids)).map(read),

    async counts() {
      const rows = await db
        .selectFrom('escalations')
        .select(({ fn }) => [
          'status',
          fn.countAll<number>().as('count'),
          fn.count<number>('snoozed_until').as('snoozed'),
        ])
        .where(standsForItself)
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

    history: (id) => historyOf(db, id),

    waitingTimes: (limit) => waitingTimes(db, limit),

    async change(id, command, at, version, turnId) {
      for (;;) {
        const outcome = await db
          .transaction()
          .execute((trx) => tryChange(trx, id, command, at, version, turnId))
          .catch(unlessRolledBack);
        if (outcome === 'overtaken') continue;
        if (outcome.changed) onChange();
        return outcome.result;
      }
    },
  };

  /**
   * @returns what came of it; 'overtaken' when somebody else wrote between our reading and our writing
   * @throws Overtaken when they did so to one that joined it, after the first one was written
   */
  async function tryChange(
    trx: Transaction<Tables>,
    id: string,
    command: EscalationCommand,
    at: Date,
    version: number | null,
    turnId: string | undefined,
  ): Promise<Outcome> {
    const unchanged = (result: ChangeResult) => ({ result, changed: false });
    const row = await trx.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return unchanged({ ok: false, refusal: { code: 'notFound', by: null, at: null } });
    const before = read(row);
    if (turnId !== undefined && (await hasEvent(trx, id, command.kind, turnId)))
      return unchanged({ ok: true, escalation: before });
    const applied = applyCommand(before, await inFull(trx, id, command), at, plan);
    if (!applied.ok) return unchanged(applied);
    if (version !== null && version !== before.version) {
      const refusal = { code: 'stale', by: before.claimedBy, at: before.updatedAt } as const;
      return unchanged({ ok: false, refusal });
    }
    // It asked for what is already so: that is no event, however often it is asked for.
    if (applied.escalation === before) return unchanged({ ok: true, escalation: before });
    const { event } = applied;
    const leaves = leavesGroup(before, command);
    const after = leaves ? { ...applied.escalation, joinedTo: undefined } : applied.escalation;
    const change = { before, revision: row.revision, command, after, event, turnId: turnId ?? null, undoMs };
    if (!(await carryOut(trx, change))) return 'overtaken';
    if (command.kind === 'undoReply' && !(await takeBack(trx, id, before.reply?.at ?? at)))
      throw new TooLate();
    if (leaves) await passOn(trx, id);
    else if (answersAll(command)) await doWithJoined(trx, before, command, at);
    return { result: { ok: true, escalation: after }, changed: true };
  }

  /** Only the history knows which reply stands once the latest is taken back. */
  async function inFull(
    trx: Transaction<Tables>,
    id: string,
    command: EscalationCommand,
  ): Promise<EscalationCommand> {
    return command.kind === 'undoReply'
      ? { ...command, before: replyBefore(await historyOf(trx, id)) }
      : command;
  }

  /** The same command for each that joined a question. Where it is refused (withdrawn, answered by itself) it is left out. */
  async function doWithJoined(
    trx: Transaction<Tables>,
    first: Escalation,
    command: EscalationCommand,
    at: Date,
  ): Promise<void> {
    for (const row of await joinedRows(trx, [first.id])) {
      const before = read(row);
      const full = await inFull(trx, before.id, command);
      const applied = replyTo(before, first, applyCommand(before, full, at, plan));
      if (!applied.ok || applied.escalation === before) continue;
      const { escalation: after, event } = applied;
      const change = { before, revision: row.revision, command, after, event, turnId: null, undoMs };
      if (!(await carryOut(trx, change))) throw new Overtaken();
      if (command.kind === 'undoReply' && !(await takeBack(trx, before.id, before.reply?.at ?? at)))
        throw new TooLate();
    }
  }
}

type Outcome = 'overtaken' | { readonly result: ChangeResult; readonly changed: boolean };

/** Rolls back what was written for the others of a group. */
class Overtaken extends Error {}

/** Rolls back what was written: a reply that was to be taken back has gone out. */
class TooLate extends Error {}

function unlessRolledBack(error: unknown): Outcome {
  if (error instanceof Overtaken) return 'overtaken';
  if (error instanceof TooLate)
    return { result: { ok: false, refusal: { code: 'tooLate', by: null, at: null } }, changed: false };
  throw error;
}
