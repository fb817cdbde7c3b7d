// Escalations, their history and the outgoing replies, in one transaction each.
import { randomInt, randomUUID } from 'node:crypto';
import {
  answersAll,
  applyCommand,
  type ChangeResult,
  type Escalation,
  type EscalationStatus,
  type EscalationStore,
  leavesGroup,
  makeReference,
  replyTo,
} from '../../dialogs/index.ts';
import { carryOut } from './carryOut.ts';
import type { Database } from './database.ts';
import { joinedTo, passOn, standsForItself, stillFirst } from './escalationGroup.ts';
import { addEvent, hasEvent } from './escalationHistory.ts';
import { toEscalation, toEvent, toRow } from './escalationRows.ts';
import { waitingTimes } from './waitingTimes.ts';

/**
 * Makes the store over an open database.
 * @param onChange called after every committed change
 */
export function createSqlEscalationStore(db: Database, onChange: () => void): EscalationStore {
  return {
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
        if (existing) return toEscalation(existing);
        const made: Escalation = {
          ...draft,
          id: randomUUID(),
          reference: makeReference(randomInt),
          status: 'open',
          version: 1,
          updatedAt: draft.at,
          details: [],
          email: null,
          claimedBy: null,
          reply: null,
        };
        const stored = await db.transaction().execute(async (trx) => {
          const first = await stillFirst(trx, draft.joinedTo);
          const { joinedTo: _, ...rest } = made;
          const escalation: Escalation = first === undefined ? rest : { ...rest, joinedTo: first };
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
          return escalation;
        });
        if (!stored) continue;
        onChange();
        return stored;
      }
    },

    async byId(id) {
      const row = await db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toEscalation(row) : null;
    },

    async byReference(reference) {
      const row = await db
        .selectFrom('escalations')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row ? toEscalation(row) : null;
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
      return rows.map(toEscalation);
    },

    async list(filter) {
      if (filter.statuses.length === 0) return [];
      const rows = await db
        .selectFrom('escalations')
        .selectAll()
        .where('status', 'in', [...filter.statuses])
        .where(standsForItself)
        .orderBy('opened_at')
        .limit(filter.limit)
        .execute();
      return rows.map(toEscalation);
    },

    joined: (ids) => joinedTo(db, ids),

    async counts() {
      const rows = await db
        .selectFrom('escalations')
        .select(['status', ({ fn }) => fn.countAll<number>().as('count')])
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

    waitingTimes: (limit) => waitingTimes(db, limit),

    async change(id, command, at, version, turnId) {
      const { result, changed } = await db.transaction().execute(async (trx) => {
        const unchanged = (result: ChangeResult) => ({ result, changed: false });
        const row = await trx.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirst();
        if (!row) return unchanged({ ok: false, refusal: { code: 'notFound', by: null, at: null } });
        const current = toEscalation(row);
        if (turnId !== undefined && (await hasEvent(trx, id, command.kind, turnId)))
          return unchanged({ ok: true, escalation: current });
        const applied = applyCommand(current, command, at);
        if (!applied.ok) return unchanged(applied);
        if (version !== null && version !== current.version) {
          const refusal = { code: 'stale', by: current.claimedBy, at: current.updatedAt } as const;
          return unchanged({ ok: false, refusal });
        }
        // It asked for what is already so: that is no event, however often it is asked for.
        if (applied.escalation === current) return unchanged({ ok: true, escalation: current });
        const left = leavesGroup(current, command);
        const escalation = left ? { ...applied.escalation, joinedTo: undefined } : applied.escalation;
        await carryOut(trx, command, escalation, applied.event, turnId ?? null);
        if (left) await passOn(trx, current);
        else if (answersAll(command)) {
          for (const one of await joinedTo(trx, [id])) {
            const too = replyTo(one, current, applyCommand(one, command, at));
            if (too.ok && too.escalation !== one)
              await carryOut(trx, command, too.escalation, too.event, null);
          }
        }
        return { result: { ok: true, escalation } as const, changed: true };
      });
      if (changed) onChange();
      return result;
    },
  };
}
