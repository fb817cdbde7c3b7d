// What may be done with an escalation, and what comes of it. Pure: the store calls it inside its transaction.
//
//   open -> claimed -> answered -> closed        open, claimed -> withdrawn
//   claimed -> open, when it is handed back to the queue or nobody answers for too long
//   answered, closed -> open, when the visitor adds something or says that the reply did not help, or staff reopen it
//   answered -> answered, when staff add to their reply or correct it
import { type DeskPlan, dueAt, plainPlan } from './deskPlan.ts';
import { isEmailAddress, maxEmailLength } from './emailAddress.ts';
import type { Escalation, EscalationCommand, EscalationEvent, Refusal } from './escalation.ts';
import { eventOf } from './eventOf.ts';
import { addedLabel, mentionsIn, normalLabel } from './labels.ts';
import { isReminderDue, isReturnDue, isTalkOver, later } from './patience.ts';
import { textFault } from './textFault.ts';
import { applyVisitorCommand } from './visitorRules.ts';

export type CommandResult =
  /** When the command asked for what is already so, `escalation` is the very object given: nothing needs storing. */
  | { readonly ok: true; readonly escalation: Escalation; readonly event: EscalationEvent }
  | { readonly ok: false; readonly refusal: Refusal };

/** Characters a name may have. */
export const maxNameLength = 60;
/** Milliseconds a question can be put off at most: a year. */
const longestSnooze = 366 * 86_400_000;

const nobody = { claimedBy: null, claimedAt: null, remindedAt: null, staffOwns: false } as const;
const settled = { dueAt: null, snoozedUntil: null, remindedAt: null } as const;

/**
 * Carries out one command.
 * @param at when it is carried out
 * @param plan the desk's queues, hours and times
 * @returns the changed escalation and the line for its history, or why not and who was faster
 */
export function applyCommand(
  escalation: Escalation,
  command: EscalationCommand,
  at: Date,
  plan: DeskPlan = plainPlan,
): CommandResult {
  const { status } = escalation;
  if ((status === 'closed' || status === 'withdrawn') && !canFollowAnEnd(command, status))
    return refuse(status, escalation);
  /** Whoever is writing a reply need not know of it first. */
  const quietly = (change: Partial<Escalation>, text: string | null): CommandResult => ({
    ok: true,
    escalation: { ...escalation, ...change },
    event: eventOf(command, at, text),
  });
  const done = (change: Partial<Escalation>, text: string | null): CommandResult =>
    quietly({ ...change, version: escalation.version + 1, updatedAt: at }, text);
  const unchanged: CommandResult = { ok: true, escalation, event: eventOf(command, at, null) };
  const answered = status === 'answered';
  const waits = status === 'open' || status === 'claimed';
  const waitsAgain = { waitingSince: at, dueAt: dueAt(plan, escalation.priority, at), snoozedUntil: null };
  // Who talks with the visitor goes on talking; else it is anybody's again.
  const asksAgain = {
    ...(escalation.staffOwns
      ? ({ status: 'claimed', claimedAt: at, remindedAt: null } as const)
      : ({ status: 'open', ...nobody } as const)),
    ...waitsAgain,
  };

  switch (command.kind) {
    case 'addDetails': {
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return refuse(fault, null);
      const details = [...escalation.details, text];
      return done({ details, ...(waits ? awake(escalation, at) : asksAgain) }, text);
    }
    case 'leaveEmail': {
      const email = command.email.trim();
      if (email.length > maxEmailLength) return refuse('tooLong', null);
      if (!isEmailAddress(email)) return refuse('empty', null);
      return done({ email }, email);
    }
    case 'withdraw':
      if (answered) return refuse('answered', escalation);
      return done({ status: 'withdrawn', ...settled, staffOwns: false }, null);
    case 'editQuestion':
    case 'moveHere':
    case 'separate':
    case 'replyHelped':
    case 'replyDidNotHelp': {
      const outcome = applyVisitorCommand(escalation, command, { woken: awake(escalation, at), asksAgain });
      if (!outcome.ok) return refuse(outcome.code, escalation);
      if (outcome.change === 'none') return unchanged;
      return (outcome.quietly ? quietly : done)(outcome.change, outcome.text);
    }
    case 'claim':
      if (answered) return refuse('answered', escalation);
      if (escalation.claimedBy === command.staff) return unchanged;
      if (status === 'claimed') return refuse('claimedByOther', escalation);
      return done(takenBy(command.staff, at), null);
    case 'reply': {
      const talks = escalation.staffOwns && escalation.claimedBy === command.staff;
      if (answered && !command.again && !talks) return refuse('answered', escalation);
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return refuse(fault, null);
      const reply = { text, by: command.staff, at };
      return done({ status: 'answered', claimedBy: command.staff, reply, ...settled }, text);
    }
    case 'undoReply': {
      // In a talk there is nothing to take back: it goes out at once.
      if (!answered || escalation.reply?.by !== command.staff || escalation.staffOwns)
        return refuse('tooLate', escalation);
      const { before: reply } = command;
      const due = dueAt(plan, escalation.priority, escalation.waitingSince);
      return done(reply ? { reply } : { ...takenBy(command.staff, at), reply, dueAt: due }, null);
    }
    case 'close':
      return done({ status: 'closed', ...settled, staffOwns: false }, null);
    case 'reopen':
      return waits ? unchanged : done({ status: 'open', ...nobody, ...waitsAgain }, null);
    case 'handOver': {
      // Who talks with the visitor may pass that on, between two sentences as well.
      if (answered && (command.to === null || !escalation.staffOwns)) return refuse('answered', escalation);
      if (command.to === null)
        return status === 'open' ? unchanged : done({ status: 'open', ...nobody }, null);
      const to = command.to.trim();
      if (to === '') return refuse('empty', null);
      if (to.length > maxNameLength) return refuse('tooLong', null);
      if (to === escalation.claimedBy) return unchanged;
      return done(answered ? { ...takenBy(to, at), status } : takenBy(to, at), to);
    }
    case 'takeOver': {
      if (status === 'claimed' && escalation.claimedBy !== command.staff)
        return refuse('claimedByOther', escalation);
      if (escalation.staffOwns && escalation.claimedBy === command.staff) return unchanged;
      const hands = answered ? { ...takenBy(command.staff, at), status } : takenBy(command.staff, at);
      return done({ ...hands, ...awake(escalation, at), staffOwns: true }, null);
    }
    case 'handBack':
      if (!escalation.staffOwns || (command.staff === null && !isTalkOver(escalation, at, plan)))
        return unchanged;
      return done({ staffOwns: false }, null);
    case 'snooze': {
      if (answered) return refuse('answered', escalation);
      const away = command.until.getTime() - at.getTime();
      if (!(away > 0 && away <= longestSnooze)) return refuse('badTime', null);
      if (escalation.snoozedUntil?.getTime() === command.until.getTime()) return unchanged;
      return quietly({ snoozedUntil: command.until }, command.until.toISOString());
    }
    case 'wake': {
      const { snoozedUntil } = escalation;
      if (snoozedUntil === null || (command.staff === null && snoozedUntil > at)) return unchanged;
      return quietly(awake(escalation, at), null);
    }
    case 'setPriority': {
      const { priority } = command;
      if (priority === escalation.priority) return unchanged;
      const due = waits ? { dueAt: dueAt(plan, priority, escalation.waitingSince) } : {};
      return quietly({ priority, ...due }, priority);
    }
    case 'addLabel': {
      const labels = addedLabel(escalation.labels, command.label);
      if (typeof labels === 'string') return refuse(labels, null);
      return labels === escalation.labels ? unchanged : quietly({ labels }, normalLabel(command.label));
    }
    case 'removeLabel': {
      const label = normalLabel(command.label);
      if (!escalation.labels.includes(label)) return unchanged;
      return quietly({ labels: escalation.labels.filter((each) => each !== label) }, label);
    }
    case 'note': {
      const text = command.text.trim();
      const fault = textFault(text);
      if (fault) return refuse(fault, null);
      // It may tell what to write: whoever is writing a reply should have read it.
      const noted = waits || answered ? done({}, text) : quietly({}, text);
      return noted.ok
        ? { ...noted, event: { ...noted.event, mentions: mentionsIn(text, command.people) } }
        : noted;
    }
    case 'route':
      if (!plan.queues.some(({ id }) => id === command.queue)) return refuse('unknownQueue', null);
      return command.queue === escalation.queue
        ? unchanged
        : quietly({ queue: command.queue }, command.queue);
    case 'remind':
      return isReminderDue(escalation, at, plan)
        ? quietly({ remindedAt: at }, escalation.claimedBy)
        : unchanged;
    case 'returnToQueue':
      if (!isReturnDue(escalation, at, plan)) return unchanged;
      return done({ status: 'open', ...nobody }, escalation.claimedBy);
    case 'handoffAccepted':
      if (answered) return refuse('answered', escalation);
      if (escalation.claimedBy === command.staff) return unchanged;
      if (escalation.status === 'claimed') return refuse('claimedByOther', escalation);
      return done(takenBy(command.staff, at), command.text);
    case 'handoffFailed': {
      if (answered) return refuse('answered', escalation);
      // Somebody of ours may have taken it meanwhile: they go on.
      const theirs = escalation.claimedBy === command.staff;
      return done(theirs ? { status: 'open', ...nobody } : {}, command.text);
    }
    case 'handoffCompleted':
      return done({ status: 'closed', ...settled, staffOwns: false }, command.text);
  }
}

/** The end of a question is not the end of what may be known about it; closed is not for good. */
function canFollowAnEnd({ kind }: EscalationCommand, status: 'closed' | 'withdrawn'): boolean {
  const always = kind === 'note' || kind === 'addLabel' || kind === 'removeLabel';
  const opensAgain = kind === 'reopen' || kind === 'addDetails' || kind === 'replyDidNotHelp';
  return always || (status === 'closed' && opensAgain);
}

function takenBy(staff: string, at: Date) {
  return { status: 'claimed', claimedBy: staff, claimedAt: at, remindedAt: null } as const;
}

/** Out of a snooze: its owner's time counts from now on, and what became due meanwhile is due now. */
function awake({ snoozedUntil, status, claimedAt, dueAt: due }: Escalation, at: Date): Partial<Escalation> {
  if (snoozedUntil === null) return {};
  return {
    snoozedUntil: null,
    dueAt: due && later(due, at),
    ...(status === 'claimed' ? { claimedAt: at, remindedAt: null } : { claimedAt }),
  };
}

function refuse(code: Refusal['code'], escalation: Escalation | null): CommandResult {
  if (!escalation) return { ok: false, refusal: { code, by: null, at: null } };
  if (code === 'answered' && escalation.reply) {
    return { ok: false, refusal: { code, by: escalation.reply.by, at: escalation.reply.at } };
  }
  const by = code === 'claimedByOther' ? escalation.claimedBy : null;
  return { ok: false, refusal: { code, by, at: escalation.updatedAt } };
}
