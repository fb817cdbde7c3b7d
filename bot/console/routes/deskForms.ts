// The forms with which staff manage a question: what each asks for, as a command.
import { z } from 'zod';
import { type DeskPlan, type EscalationCommand, momentOf, priorities } from '../../../dialogs/index.ts';
import type { Done } from '../views/flash.ts';
import type { Fields } from '../visit.ts';

export interface DeskForm {
  readonly command: EscalationCommand;
  /** Whether it must not cross a change that its author has not seen. */
  readonly versioned: boolean;
  readonly done: Done;
}

/** Who sent a form, and what it may name. */
export interface DeskContext {
  readonly staff: string;
  readonly people: readonly string[];
  readonly plan: DeskPlan;
}

export const deskActions = [
  'hand-over',
  'take-over',
  'hand-back',
  'reopen',
  'snooze',
  'wake',
  'priority',
  'add-label',
  'remove-label',
  'note',
  'queue',
] as const;
export type DeskAction = (typeof deskActions)[number];

const priority = z.enum(priorities).catch('normal');

/** Reads a form. What can't be read becomes a command that the rules refuse in words. */
export function readDeskForm(
  action: DeskAction,
  fields: Fields,
  { staff, people, plan }: DeskContext,
): DeskForm {
  const quiet = (command: EscalationCommand, done: Done = 'saved') => ({ command, versioned: false, done });
  switch (action) {
    case 'hand-over': {
      const to = fields.back === '1' ? null : (fields.to ?? '');
      return { command: { kind: 'handOver', staff, to }, versioned: true, done: 'handedOver' };
    }
    case 'take-over':
      return quiet({ kind: 'takeOver', staff }, 'tookOver');
    case 'hand-back':
      return quiet({ kind: 'handBack', staff }, 'handedBack');
    case 'reopen':
      return quiet({ kind: 'reopen', staff }, 'reopened');
    case 'snooze':
      return quiet({ kind: 'snooze', staff, until: timeOf(fields, plan) }, 'snoozed');
    case 'wake':
      return quiet({ kind: 'wake', staff });
    case 'priority':
      return quiet({ kind: 'setPriority', staff, priority: priority.parse(fields.priority) });
    case 'add-label':
      return quiet({ kind: 'addLabel', staff, label: fields.label ?? '' });
    case 'remove-label':
      return quiet({ kind: 'removeLabel', staff, label: fields.label ?? '' });
    case 'note':
      return quiet({ kind: 'note', staff, text: fields.note ?? '', people });
    case 'queue':
      return quiet({ kind: 'route', staff, queue: fields.queue ?? '' });
  }
}

const localTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::\d{2})?$/u;

/** The moment a button stands for, or the time that was typed, as the desk's clocks show it. */
function timeOf({ until, local }: Fields, { hours: { timeZone } }: DeskPlan): Date {
  if (until !== undefined) return new Date(until);
  const [, date = '', hour = '', minute = ''] = localTime.exec(local ?? '') ?? [];
  const day = z.iso.date().safeParse(date);
  return day.success
    ? momentOf(timeZone, day.data, Number(hour) * 60 + Number(minute))
    : new Date(Number.NaN);
}
