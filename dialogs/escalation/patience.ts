// How long staff may take before the clock steps in. Counted in opening hours; nothing is late while it sleeps.
import { addBusinessMinutes } from './businessHours.ts';
import type { DeskPlan } from './deskPlan.ts';
import type { Escalation } from './escalation.ts';

/** Its owner has not answered for so long that a reminder is due, and had none yet. */
export function isReminderDue(escalation: Escalation, at: Date, plan: DeskPlan): boolean {
  return escalation.remindedAt === null && isLate(escalation, at, plan, plan.remindAfter);
}

/** Its owner has not answered for so long that somebody else should. */
export function isReturnDue(escalation: Escalation, at: Date, plan: DeskPlan): boolean {
  return isLate(escalation, at, plan, plan.returnAfter);
}

/** Staff who talk with the visitor have said nothing for so long that the bot takes over again. */
export function isTalkOver(
  { staffOwns, claimedAt, waitingSince, reply }: Escalation,
  at: Date,
  plan: DeskPlan,
): boolean {
  if (!staffOwns) return false;
  const spoke = [claimedAt, waitingSince, reply?.at ?? null].reduce<Date>(
    (latest, each) => (each ? later(latest, each) : latest),
    new Date(0),
  );
  return addBusinessMinutes(plan.hours, spoke, plan.talkEndsAfter) <= at;
}

/** Is it overdue at a moment? */
export function isOverdue({ status, dueAt, snoozedUntil }: Escalation, at: Date): boolean {
  return (
    (status === 'open' || status === 'claimed') && snoozedUntil === null && dueAt !== null && dueAt <= at
  );
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function isLate(
  { status, snoozedUntil, claimedAt, waitingSince }: Escalation,
  at: Date,
  plan: DeskPlan,
  minutes: number,
): boolean {
  if (status !== 'claimed' || snoozedUntil !== null) return false;
  const since = claimedAt ? later(claimedAt, waitingSince) : waitingSince;
  return addBusinessMinutes(plan.hours, since, minutes) <= at;
}
