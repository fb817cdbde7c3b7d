// The rules of what visitors do with their own questions: called by rules.ts, for one that is neither closed nor withdrawn.

import type { Escalation, Refusal } from './escalation.ts';
import { textFault } from './textFault.ts';
import type { VisitorCommand } from './visitorCommands.ts';

export type VisitorOutcome =
  /** `text` is for the history. */
  | { readonly ok: true; readonly change: Partial<Escalation>; readonly text: string | null }
  | { readonly ok: false; readonly code: Refusal['code'] };

/** Carries out one command of a visitor. */
export function applyVisitorCommand(escalation: Escalation, command: VisitorCommand): VisitorOutcome {
  switch (command.kind) {
    case 'editQuestion': {
      if (escalation.status === 'answered') return { ok: false, code: 'answered' };
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return { ok: false, code: fault };
      const tried = { ...escalation.tried, ...command.tried };
      return { ok: true, change: { question: text, tried }, text };
    }
  }
}
