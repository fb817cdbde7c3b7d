// What the desk knows of a question with which nothing in particular was done.
import type { Escalation } from '../../../dialogs/index.ts';

export const plainDesk = {
  claimedAt: null,
  remindedAt: null,
  queue: 'general',
  priority: 'normal',
  labels: [],
  snoozedUntil: null,
  staffOwns: false,
  waitingSince: new Date('2026-11-23T10:00:00Z'),
  dueAt: null,
} as const satisfies Partial<Escalation>;
