// One action for several questions at once: what the form says, as a command for each of them.
import { z } from 'zod';
import { type DeskPlan, type EscalationCommand, nextOpening, priorities } from '../../../dialogs/index.ts';
import type { Fields } from '../visit.ts';

export const bulkActions = ['claim', 'handOver', 'priority', 'addLabel', 'route', 'snooze', 'close'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** The names of the boxes before the questions begin with this. */
export const pickPrefix = 'pick-';
const hour = 3_600_000;

export function pickedIds(fields: Fields): readonly string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(pickPrefix))
    .map((name) => name.slice(pickPrefix.length));
}

const actionSchema = z.enum(bulkActions);
const prioritySchema = z.enum(priorities);

/** @returns null when the form does not say what to do, or not with what */
export function bulkCommand(
  fields: Fields,
  { staff, plan, now }: { readonly staff: string; readonly plan: DeskPlan; readonly now: Date },
): EscalationCommand | null {
  const action = actionSchema.safeParse(fields.action);
  const value = (fields.value ?? '').trim();
  if (!action.success) return null;
  switch (action.data) {
    case 'claim':
      return { kind: 'claim', staff };
    case 'handOver':
      return value === '' ? null : { kind: 'handOver', staff, to: value };
    case 'priority': {
      const priority = prioritySchema.safeParse(fields.priority);
      return priority.success ? { kind: 'setPriority', staff, priority: priority.data } : null;
    }
    case 'addLabel':
      return value === '' ? null : { kind: 'addLabel', staff, label: value };
    case 'route': {
      const queue = plan.queues.find(({ id }) => id === fields.queue);
      return queue ? { kind: 'route', staff, queue: queue.id } : null;
    }
    case 'snooze':
      // From now on it may be open until tonight: what is meant is the next morning.
      return {
        kind: 'snooze',
        staff,
        until: nextOpening(plan.hours, new Date(now.getTime() + 12 * hour)),
      };
    case 'close':
      return { kind: 'close', staff };
  }
}
