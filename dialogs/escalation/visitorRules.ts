// The rules of what visitors do with their own questions, and of answering one by itself: called by rules.ts, which knows whether it is over.
import type { Escalation, Refusal } from './escalation.ts';
import { textFault } from './textFault.ts';
import type { VisitorCommand } from './visitorCommands.ts';

export type VisitorOutcome =
  /** `text` is for the history; a change of 'none' asks for what is already so; whoever is writing a reply need not know of a quiet one first. */
  | {
      readonly ok: true;
      readonly change: Partial<Escalation> | 'none';
      readonly text: string | null;
      readonly quietly?: boolean;
    }
  | { readonly ok: false; readonly code: Refusal['code'] };

/**
 * Carries out one command of a visitor.
 * @param how a question that waits is woken, and how one that had its reply waits again
 */
export function applyVisitorCommand(
  escalation: Escalation,
  command: VisitorCommand,
  how: { readonly woken: Partial<Escalation>; readonly asksAgain: Partial<Escalation> },
): VisitorOutcome {
  switch (command.kind) {
    case 'editQuestion': {
      if (escalation.status === 'answered') return { ok: false, code: 'answered' };
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return { ok: false, code: fault };
      const tried = { ...escalation.tried, ...command.tried };
      return { ok: true, change: { question: text, tried, ...how.woken }, text };
    }
    case 'moveHere': {
      const { conversationReference } = command;
      const same = conversationReference === escalation.conversationReference;
      return { ok: true, change: same ? 'none' : { conversationReference }, text: null, quietly: true };
    }
    case 'separate':
      return {
        ok: true,
        change: escalation.joinedTo === undefined ? 'none' : { joinedTo: undefined },
        text: null,
      };
    case 'replyHelped':
      return { ok: true, change: escalation.reply ? {} : 'none', text: null, quietly: true };
    case 'replyDidNotHelp': {
      const waits = escalation.status === 'open' || escalation.status === 'claimed';
      return { ok: true, change: waits || !escalation.reply ? 'none' : how.asksAgain, text: null };
    }
  }
}
