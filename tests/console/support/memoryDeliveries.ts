// Replies for staff to look at, in memory: what the console shows and asks for, without an outbox.
import type { Deliveries, UnsettledDelivery } from '../../../bot/console/deliveries/deliveries.ts';

export interface MemoryDeliveries extends Deliveries {
  /** A reply of this question needs a look. */
  add(
    question: { readonly id: string; readonly reference: string },
    delivery: Partial<UnsettledDelivery>,
  ): string;
  /** What staff decided: "resend d1 by Anna". */
  readonly decided: readonly string[];
}

export function createMemoryDeliveries(): MemoryDeliveries {
  let all: { escalationId: string; reference: string; delivery: UnsettledDelivery }[] = [];
  let count = 0;
  const decided: string[] = [];
  const decide = (what: string, escalationId: string, id: string, staff: string) => {
    const left = all.filter((each) => each.delivery.id !== id || each.escalationId !== escalationId);
    const found = left.length < all.length;
    all = left;
    if (found) decided.push(`${what} ${id} by ${staff}`);
    return Promise.resolve(found);
  };
  return {
    decided,
    add({ id: escalationId, reference }, delivery) {
      count += 1;
      const reply = { text: 'The reply.', by: 'Anna', at: new Date('2026-11-23T09:00:00Z') };
      const whole = {
        id: `d${count}`,
        status: 'failed',
        route: 'chat',
        reply,
        note: null,
        ...delivery,
      } as const;
      all.push({ escalationId, reference, delivery: whole });
      return whole.id;
    },
    unsettled: async (escalationId) =>
      all.filter((each) => each.escalationId === escalationId).map(({ delivery }) => delivery),
    toLookAt: async () => {
      const ids = [...new Set(all.map(({ escalationId }) => escalationId))];
      return ids.map((escalationId) => {
        const own = all.filter((each) => each.escalationId === escalationId);
        return { escalationId, reference: own[0]?.reference ?? '', replies: own.length };
      });
    },
    resend: (escalationId, id, staff) => decide('resend', escalationId, id, staff),
    markDelivered: (escalationId, id, staff) => decide('markDelivered', escalationId, id, staff),
  };
}
