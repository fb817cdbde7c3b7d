// The daily mail to staff: how the queue stands. It has figures and references only, nothing that a visitor wrote (reliability S15).
import { dayAt, minuteAt } from './businessHours.ts';
import { type DeskPlan, knownQueue } from './deskPlan.ts';
import { digestTexts } from './digestTexts.ts';
import type { Escalation } from './escalation.ts';
import { isOverdue } from './patience.ts';

/** Questions that are listed one by one. */
const mostListed = 10;

export interface Digest {
  readonly subject: string;
  readonly text: string;
}

/** @returns the day whose digest is due at a moment, ISO; null when there is none, or not yet */
export function digestDay({ digest, hours }: DeskPlan, at: Date): string | null {
  if (digest.to.length === 0 || minuteAt(hours.timeZone, at) < digest.at) return null;
  const day = dayAt(hours.timeZone, at);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const closed = hours.holidays.has(day) || (hours.week[weekday] ?? []).length === 0;
  return closed ? null : day;
}

/**
 * Writes the digest.
 * @param waiting all that is open or claimed and not snoozed, the most urgent first
 * @param snoozed how many are put off
 */
export function writeDigest(
  waiting: readonly Escalation[],
  snoozed: number,
  at: Date,
  plan: DeskPlan,
  consoleUrl: string,
): Digest {
  const t = digestTexts[plan.digest.language];
  const overdue = waiting.filter((each) => isOverdue(each, at)).length;
  const unclaimed = waiting.filter(({ claimedBy }) => claimedBy === null).length;
  const queues = plan.queues.map(({ id, name }) => ({
    name,
    count: waiting.filter(({ queue }) => knownQueue(plan, queue).id === id).length,
  }));
  const figures = [
    `${t.waiting}: ${waiting.length}`,
    `${t.overdue}: ${overdue}`,
    `${t.unclaimed}: ${unclaimed}`,
    `${t.snoozed}: ${snoozed}`,
  ];
  const perQueue =
    queues.length > 1 ? [`${t.byQueue}:`, ...queues.map(({ name, count }) => `  ${name}: ${count}`)] : [];
  const listed = waiting.slice(0, mostListed).map((each) => `  ${line(each, at, plan)}`);
  const parts = [
    figures,
    perQueue,
    listed.length > 0 ? [`${t.mostUrgent}:`, ...listed] : [],
    [`${t.open}: ${consoleUrl}`],
  ];
  return {
    subject: t.subject(waiting.length, overdue),
    text: `${parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n')}\n`,
  };
}

function line(escalation: Escalation, at: Date, plan: DeskPlan): string {
  const { reference, dueAt, queue, claimedBy } = escalation;
  const { language } = plan.digest;
  const t = digestTexts[language];
  const time =
    dueAt &&
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: plan.hours.timeZone,
    }).format(dueAt);
  const due = time === null ? t.noneDue : isOverdue(escalation, at) ? t.overdueSince(time) : t.due(time);
  return [reference, due, knownQueue(plan, queue).name, claimedBy ?? t.nobody].join(' · ');
}
