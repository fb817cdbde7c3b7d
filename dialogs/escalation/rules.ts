// What may be done with an escalation, and what comes of it. Pure: the store calls it inside its transaction.
//
//   open -> claimed -> answered -> closed        open, claimed -> withdrawn
//   answered -> open, when the visitor adds something or says that the reply did not help; answered -> answered, when staff add to their reply or correct it

import type { Escalation, EscalationCommand, EscalationEvent, Refusal } from './escalation.ts';
import { textFault } from './textFault.ts';
import { applyVisitorCommand } from './visitorRules.ts';

/** Characters a mail address may have (RFC 5321, with the brackets taken off). */
export const maxEmailLength = 254;

export type CommandResult =
  /** When the command asked for what is already so, `escalation` is the very object given: nothing needs storing. */
  | { readonly ok: true; readonly escalation: Escalation; readonly event: EscalationEvent }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Carries out one command.
 * @param at when it is carried out
 * @returns the changed escalation and the line for its history, or why not and who was faster
 */
export function applyCommand(escalation: Escalation, command: EscalationCommand, at: Date): CommandResult {
  const event = (text: string | null) => ({ kind: command.kind, at, actor: actorOf(command), text });
  const done = (change: Partial<Escalation>, text: string | null): CommandResult => ({
    ok: true,
    escalation: { ...escalation, ...change, version: escalation.version + 1, updatedAt: at },
    event: event(text),
  });
  if (escalation.status === 'closed') return refuse('closed', escalation);
  if (escalation.status === 'withdrawn') return refuse('withdrawn', escalation);
  const answered = escalation.status === 'answered';

  switch (command.kind) {
    case 'addDetails': {
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return refuse(fault, null);
      const reopened = answered ? { status: 'open' as const, claimedBy: null } : {};
      return done({ ...reopened, details: [...escalation.details, text] }, text);
    }
    case 'leaveEmail': {
      const email = command.email.trim();
      if (email.length > maxEmailLength) return refuse('tooLong', null);
      if (!isEmailAddress(email)) return refuse('empty', null);
      return done({ email }, email);
    }
    case 'withdraw':
      return answered ? refuse('answered', escalation) : done({ status: 'withdrawn' }, null);
    case 'editQuestion':
    case 'moveHere':
    case 'separate':
    case 'replyHelped':
    case 'replyDidNotHelp': {
      const outcome = applyVisitorCommand(escalation, command);
      if (!outcome.ok) return refuse(outcome.code, escalation);
      return outcome.change === 'none'
        ? { ok: true, escalation, event: event(null) }
        : done(outcome.change, outcome.text);
    }
    case 'claim':
      if (answered) return refuse('answered', escalation);
      if (escalation.claimedBy === command.staff) return { ok: true, escalation, event: event(null) };
      if (escalation.status === 'claimed') return refuse('claimedByOther', escalation);
      return done({ status: 'claimed', claimedBy: command.staff }, null);
    case 'reply': {
      if (answered && !command.again) return refuse('answered', escalation);
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return refuse(fault, null);
      const reply = { text, by: command.staff, at };
      return done({ status: 'answered', claimedBy: command.staff, reply }, text);
    }
    case 'close':
      return done({ status: 'closed' }, null);
  }
}

/** Dots only between other characters, nothing invisible, no sign that means something in a list of addresses. */
const localPart = /^[^\s\p{C}@,;:<>()[\]"\\.]+(?:\.[^\s\p{C}@,;:<>()[\]"\\.]+)*$/u;
const domain = /^(?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]+$/u;

/** Is this one address a mail can be sent to, and nothing that could add a header or a second reader to it? (reliability S15) */
export function isEmailAddress(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@');
  return more.length === 0 && text.length <= maxEmailLength && localPart.test(local) && domain.test(host);
}

function actorOf(command: EscalationCommand): EscalationEvent['actor'] {
  return 'staff' in command ? { kind: 'staff', name: command.staff } : { kind: 'visitor', name: null };
}

function refuse(code: Refusal['code'], escalation: Escalation | null): CommandResult {
  if (!escalation) return { ok: false, refusal: { code, by: null, at: null } };
  if (code === 'answered' && escalation.reply) {
    return { ok: false, refusal: { code, by: escalation.reply.by, at: escalation.reply.at } };
  }
  const by = code === 'claimedByOther' ? escalation.claimedBy : null;
  return { ok: false, refusal: { code, by, at: escalation.updatedAt } };
}
