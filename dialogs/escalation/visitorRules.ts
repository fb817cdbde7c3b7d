// The rules of what visitors do with their own questions: called by rules.ts, for one that is neither closed nor withdrawn.

import type { Escalation, Refusal } from './escalation.ts';
import { textFault } from './textFault.ts';
import type { VisitorCommand } from './visitorCommands.ts';

export type VisitorOutcome =
  /** `text` is for the history; a change of 'none' asks for what is already so. */
  | { readonly ok: true; readonly change: Partial<Escalation> | 'none'; readonly text: string | null }
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
    case 'moveHere': {
      const { conversationReference } = command;
      const same = conversationReference === escalation.conversationReference;
      return { ok: true, change: same ? 'none' : { conversationReference }, text: null };
    }
    case 'separate':
      return {
        ok: true,
        change: escalation.joinedTo === undefined ? 'none' : { joinedTo: undefined },
        text: null,
      };
    case 'replyHelped':
      return { ok: true, change: escalation.reply ? {} : 'none', text: null };
    case 'replyDidNotHelp': {
      const reopened = { status: 'open', claimedBy: null } as const;
      return { ok: true, change: escalation.status === 'answered' ? reopened : 'none', text: null };
    }
  }
}
