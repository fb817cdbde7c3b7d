// Escalations in memory, by the real rules: the console's tests need a queue, not a database.

import { applyCommand } from '../../../dialogs/escalation/rules.ts';
import type {
  Escalation,
  EscalationEvent,
  EscalationStatus,
  EscalationStore,
} from '../../../dialogs/index.ts';

export interface MemoryEscalations extends EscalationStore {
  readonly changes: { subscribe(listener: () => void): () => void };
  /** What the outbox writes into the history once a reply has reached the visitor, or has not. */
  delivered(id: string, at: Date, failure?: string): void;
  /** How many times anything was changed. */
  readonly writes: () => number;
}

export function createMemoryEscalations(): MemoryEscalations {
  const all = new Map<string, Escalation>();
  const events = new Map<string, EscalationEvent[]>();
  const listeners = new Set<() => void>();
  let writes = 0;

  const keep = (escalation: Escalation, event: EscalationEvent) => {
    writes += 1;
    all.set(escalation.id, escalation);
    events.set(escalation.id, [...(events.get(escalation.id) ?? []), event]);
    for (const listener of listeners) listener();
    return escalation;
  };
  const oldestFirst = () => [...all.values()].sort((a, b) => a.at.getTime() - b.at.getTime());

  return {
    changes: {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    writes: () => writes,
    delivered(id, at, failure) {
      const escalation = all.get(id);
      const kind = failure === undefined ? 'delivered' : 'deliveryFailed';
      if (escalation)
        keep(escalation, { kind, at, actor: { kind: 'bot', name: null }, text: failure ?? null });
    },
    async open(draft) {
      const number = all.size + 1;
      return keep(
        {
          ...draft,
          id: `e${number}`,
          reference: `ICL-${String(number).padStart(4, '0')}-Q`,
          status: 'open',
          version: 1,
          updatedAt: draft.at,
          details: [],
          email: null,
          claimedBy: null,
          reply: null,
        },
        { kind: 'opened', at: draft.at, actor: { kind: 'bot', name: null }, text: draft.question },
      );
    },
    byId: async (id) => all.get(id) ?? null,
    byReference: async (reference) => [...all.values()].find((each) => each.reference === reference) ?? null,
    countSince: async (visitorId, since) =>
      [...all.values()].filter((each) => each.visitorId === visitorId && each.at >= since).length,
    ofConversation: async ({ channel, id }) =>
      oldestFirst()
        .filter((each) => each.conversation.channel === channel && each.conversation.id === id)
        .reverse(),
    list: async ({ statuses, limit }) =>
      oldestFirst()
        .filter((each) => statuses.includes(each.status) && each.joinedTo === undefined)
        .slice(0, limit),
    joined: async (ids) =>
      oldestFirst().filter((each) => each.joinedTo !== undefined && ids.includes(each.joinedTo)),
    async counts() {
      const counts: Record<EscalationStatus, number> = {
        open: 0,
        claimed: 0,
        answered: 0,
        closed: 0,
        withdrawn: 0,
      };
      for (const each of all.values()) if (each.joinedTo === undefined) counts[each.status] += 1;
      return counts;
    },
    waitingTimes: async () => [],
    history: async (id) => events.get(id) ?? [],
    async change(id, command, at, version) {
      const current = all.get(id);
      if (!current) return { ok: false, refusal: { code: 'notFound', by: null, at: null } };
      const result = applyCommand(current, command, at);
      if (!result.ok) return result;
      if (version !== null && version !== current.version) {
        return { ok: false, refusal: { code: 'stale', by: null, at: current.updatedAt } };
      }
      if (result.escalation !== current) keep(result.escalation, result.event);
      return { ok: true, escalation: result.escalation };
    },
  };
}
