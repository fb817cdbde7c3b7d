// Which line of the history a command leaves, and under whose name.
import type { EscalationCommand, EscalationEvent } from './escalation.ts';

/** The history's line for a command. */
export function eventOf(command: EscalationCommand, at: Date, text: string | null): EscalationEvent {
  const kind = command.kind === 'returnToQueue' ? 'returned' : command.kind;
  return { kind, at, actor: actorOf(command), text };
}

function actorOf(command: EscalationCommand): EscalationEvent['actor'] {
  const clock = { kind: 'bot', name: null } as const;
  if (command.kind === 'remind' || command.kind === 'returnToQueue') return clock;
  if (!('staff' in command)) return { kind: 'visitor', name: null };
  return command.staff === null ? clock : { kind: 'staff', name: command.staff };
}
