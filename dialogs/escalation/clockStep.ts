// What the clock has to do with an escalation now.
import { type DeskPlan, plainPlan } from './deskPlan.ts';
import type { Escalation, EscalationCommand } from './escalation.ts';
import { applyCommand } from './rules.ts';

/** A talk ends before its question goes back to the queue, and nobody is reminded of what they do not have any more. */
const steps = [
  { kind: 'wake', staff: null },
  { kind: 'handBack', staff: null },
  { kind: 'returnToQueue' },
  { kind: 'remind' },
] as const satisfies readonly EscalationCommand[];

/** @returns the command whose time has come, or null; carried out twice it does nothing the second time */
export function clockStep(
  escalation: Escalation,
  at: Date,
  plan: DeskPlan = plainPlan,
): EscalationCommand | null {
  return (
    steps.find((command) => {
      const result = applyCommand(escalation, command, at, plan);
      return result.ok && result.escalation !== escalation;
    }) ?? null
  );
}
