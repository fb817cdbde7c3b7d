// What becomes of a delivery after an attempt: done, later, or for staff to look at (reliability S18). Pure.
import type { Delivery, DeliveryOutcome, Sent } from './outbox.ts';

/** Waiting time after the first failure, doubled each time up to five minutes; given up after a day. */
const firstWaitMs = 2_000;
const longestWaitMs = 300_000;
const giveUpAfterMs = 86_400_000;

/** What is done with a reply that may or may not have arrived: left to staff, or sent once more, so that it may be shown twice. */
export type AmbiguousDelivery = 'hold' | 'resend';

/** @param random from 0 up to, not including, 1: so that what failed together is not tried again together */
export function outcomeOf(
  sent: Sent,
  delivery: Delivery,
  now: Date,
  { ambiguous, random }: { readonly ambiguous: AmbiguousDelivery; readonly random: () => number },
): DeliveryOutcome {
  if (sent.ok) return { kind: 'delivered' };
  const { why, note } = sent;
  if (why === 'notNeeded') return { kind: 'dropped', note };
  // A notice is worth an attempt, and nobody's attention.
  const isNotice = delivery.kind === 'claimed' || delivery.kind === 'closed';
  if (isNotice && why !== 'tryLater') return { kind: 'dropped', note };
  const later = {
    kind: 'later',
    note,
    dueAt: nextAttempt(delivery, now, sent.waitMs ?? 0, random()),
  } as const;
  switch (why) {
    case 'uncertain':
      return ambiguous === 'resend' && delivery.unsure === 0
        ? { ...later, unsure: true }
        : { kind: 'uncertain', note };
    case 'refused':
      return { kind: 'failed', note };
    case 'tryLater':
      return now.getTime() - delivery.since.getTime() > giveUpAfterMs ? { kind: 'failed', note } : later;
  }
}

function nextAttempt({ attempts }: Delivery, now: Date, askedMs: number, random: number): Date {
  const wait = Math.min(firstWaitMs * 2 ** attempts, longestWaitMs);
  const jitter = 0.75 + random / 2;
  return new Date(now.getTime() + Math.max(askedMs, Math.round(wait * jitter)));
}
