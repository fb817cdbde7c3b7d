// Escalations kept in a list: the same rules as the real store, nothing on disk.
import {
  applyCommand,
  type Escalation,
  type EscalationEvent,
  type EscalationStore,
  makeReference,
  newEscalation,
} from '../../../dialogs/index.ts';

export interface MemoryEscalationStore extends EscalationStore {
  readonly all: readonly Escalation[];
}

export function createMemoryEscalationStore(): MemoryEscalationStore {
  const all: Escalation[] = [];
  const events = new Map<string, EscalationEvent[]>();
  const done = new Set<string>();
  // Counts up, so that references are the same in every run and never twice.
  let counter = 0;
  const random = (max: number) => Math.floor(counter++ / 7) % max;

  return {
    all,
    async open(draft) {
      const same = all.find(
        ({ turnId, conversation }) => turnId === draft.turnId && conversation.id === draft.conversation.id,
      );
      if (same) return same;
      const id = `escalation-${all.length + 1}`;
      const escalation = newEscalation(draft, { id, reference: makeReference(random) });
      all.push(escalation);
      return escalation;
    },
    byId: async (id) => all.find((escalation) => escalation.id === id) ?? null,
    byReference: async (reference) => all.find((escalation) => escalation.reference === reference) ?? null,
    countSince: async (visitorId, since) =>
      all.filter((escalation) => escalation.visitorId === visitorId && escalation.at >= since).length,
    ofConversation: async ({ channel, id }) =>
      all
        .filter(({ conversation }) => conversation.channel === channel && conversation.id === id)
        .toReversed(),
    list: async ({ statuses, limit }) =>
      all
        .filter(({ status, joinedTo }) => statuses.includes(status) && joinedTo === undefined)
        .slice(0, limit),
    joined: async (ids) => all.filter(({ joinedTo }) => joinedTo !== undefined && ids.includes(joinedTo)),
    counts: async () => {
      const of = (status: Escalation['status']) =>
        all.filter((escalation) => escalation.status === status).length;
      return {
        open: of('open'),
        claimed: of('claimed'),
        answered: of('answered'),
        closed: of('closed'),
        withdrawn: of('withdrawn'),
        snoozed: all.filter(({ snoozedUntil }) => snoozedUntil !== null).length,
      };
    },
    waitingTimes: async (limit) =>
      all
        .flatMap((escalation) => {
          const first = events.get(escalation.id)?.find(({ kind }) => kind === 'reply');
          return first ? [{ at: first.at, waited: first.at.getTime() - escalation.at.getTime() }] : [];
        })
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, limit)
        .map(({ waited }) => waited),
    history: async (id) => events.get(id) ?? [],
    async change(id, command, at, _version, turnId) {
      const index = all.findIndex((escalation) => escalation.id === id);
      const current = all[index];
      if (!current) return { ok: false, refusal: { code: 'notFound', by: null, at: null } };
      const key = `${id} ${command.kind} ${turnId}`;
      if (turnId !== undefined && done.has(key)) return { ok: true, escalation: current };
      const result = applyCommand(current, command, at);
      if (!result.ok || result.escalation === current) return result;
      done.add(key);
      all[index] = result.escalation;
      events.set(id, [...(events.get(id) ?? []), result.event]);
      return { ok: true, escalation: result.escalation };
    },
  };
}
