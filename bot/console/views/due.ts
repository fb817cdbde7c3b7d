// How urgent a question is, in words; a colour only repeats them.
import { type Escalation, isOverdue, type Priority } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { type ConsoleTexts, duration, type Words } from '../texts/texts.ts';

export const priorityNames = {
  urgent: 'priorityUrgent',
  high: 'priorityHigh',
  normal: 'priorityNormal',
  low: 'priorityLow',
} as const satisfies Record<Priority, keyof ConsoleTexts>;

/** The priority where it is not the usual one. */
export function priorityBadge({ priority }: Escalation, { t }: Words): Html | false {
  if (priority === 'normal') return false;
  return html`<span class="badge ${priority}">${fill(t.priorityIs, { priority: t[priorityNames[priority]] })}</span>`;
}

/** "due in 3 hr", "overdue by 2 days"; nothing while nothing is due. */
export function dueWords(escalation: Escalation, now: Date, { t, language }: Words): Html | false {
  const { dueAt, snoozedUntil, status } = escalation;
  const waits = status === 'open' || status === 'claimed';
  if (!waits || dueAt === null || snoozedUntil !== null) return false;
  const age = duration(Math.abs(dueAt.getTime() - now.getTime()), language);
  return isOverdue(escalation, now)
    ? html`<span class="badge overdue">${fill(t.overdueBy, { age })}</span>`
    : html`<span>${fill(t.dueIn, { age })}</span>`;
}

/** A question's labels as a list; nothing when it has none. */
export function labelList({ labels }: Escalation, { t }: Words): Html | false {
  if (labels.length === 0) return false;
  return html`<span class="labels"><span class="hidden">${t.labels}: </span>${labels.map(
    (label) => html`<span class="label">${label}</span> `,
  )}</span>`;
}
