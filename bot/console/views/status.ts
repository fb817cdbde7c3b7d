// Statuses in words, and the groups the queue is read in.
import type { Escalation, EscalationStatus } from '../../../dialogs/index.ts';
import { type Html, html } from '../../html.ts';
import type { ConsoleTexts } from '../texts/texts.ts';

export const groups = {
  waiting: ['open', 'claimed'],
  snoozed: ['open', 'claimed'],
  answered: ['answered'],
  closed: ['closed'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<string, readonly EscalationStatus[]>;
export type Group = keyof typeof groups;
/** A group's name is of many questions, a badge's of one: in most languages these differ. */
export const groupTitles = {
  waiting: 'waiting',
  snoozed: 'manySnoozed',
  answered: 'manyAnswered',
  closed: 'manyClosed',
  withdrawn: 'manyWithdrawn',
} as const satisfies Record<Group, keyof ConsoleTexts>;
export const groupNames = ['waiting', 'snoozed', 'answered', 'closed', 'withdrawn'] as const;

export function groupOf({ status, snoozedUntil }: Escalation): Group {
  if (status !== 'open' && status !== 'claimed') return status;
  return snoozedUntil ? 'snoozed' : 'waiting';
}

/** A label whose colour only repeats what its word says. */
export function statusBadge(status: EscalationStatus, { t }: { readonly t: ConsoleTexts }): Html {
  return html`<span class="badge ${status}">${t[status]}</span>`;
}
