// Ask once, answer all: questions alike join the one that was there first. Each keeps its visitor, its reference and its history; what
// staff do with the first they do with all. A wrong join sends somebody a reply to what they never asked, so in doubt there is none.
import type { Language, Matcher } from '../../knowledge/index.ts';
import { texts } from '../texts/index.ts';
import type { Escalation, EscalationCommand } from './escalation.ts';
import type { CommandResult } from './rules.ts';

/**
 * From here on two questions ask the same. Pairs in tests/knowledge/match/alike.test.ts: other words for the same have 0.89 and more, near ones
 * that ask something else 0.7 at most.
 */
const alikeFrom = 0.8;
/** In two languages they are compared by the entry they mean: both must mean it with this confidence. */
const sameEntryFrom = 0.8;
/** Questions that a new one is compared with: the longest waiting. A comparison takes a quarter of a millisecond. */
export const comparedAtMost = 200;

type Question = Pick<Escalation, 'question' | 'language' | 'tried'>;

/**
 * The first of the waiting questions that asks the same.
 * @param waiting none of them joined to another
 */
export function asksTheSame(
  matcher: Matcher,
  asked: Question,
  waiting: readonly Escalation[],
): Escalation | null {
  // What is alike itself is no matter of somebody's own, and can be told without its conversation.
  const likeness = (one: string, other: string) => matcher.likeness?.(one, other) ?? 0;
  if (likeness(asked.question, asked.question) < alikeFrom) return null;
  const found = waiting.find((one) => {
    // Details and replies make a question one of its own.
    if (one.details.length > 0 || one.reply !== null) return false;
    // What staff write in a talk is for one visitor only.
    if (one.staffOwns) return false;
    if (one.language === asked.language) return likeness(asked.question, one.question) >= alikeFrom;
    return meansSameEntry(asked, one) && likeness(one.question, one.question) >= alikeFrom;
  });
  return found ?? null;
}

/** Both visitors wanted a person for what the same entry would answer, and every word of theirs is known. */
function meansSameEntry(one: Question, other: Question): boolean {
  const [a, b] = [one, other].map(({ tried }) =>
    tried.cause === 'askedForPerson' && tried.unknownWords.length === 0 ? tried.matches[0] : undefined,
  );
  return (
    a !== undefined && a.entry === b?.entry && a.confidence >= sameEntryFrom && b.confidence >= sameEntryFrom
  );
}

/** Whether what is done with a question is done with those that joined it: they are in the same hands, and get the same reply. */
export function answersAll({ kind }: EscalationCommand): boolean {
  return (
    kind === 'claim' ||
    kind === 'handOver' ||
    kind === 'returnToQueue' ||
    kind === 'reply' ||
    kind === 'undoReply' ||
    kind === 'close'
  );
}

/**
 * Commands after which a question stands for itself, the first one as well: it is about something else now, or somebody talks with
 * its visitor alone, or only this one waits again.
 */
const partings: readonly EscalationCommand['kind'][] = [
  'withdraw',
  'editQuestion',
  'separate',
  'takeOver',
  'reopen',
  'handoffAccepted',
  'handoffCompleted',
];
/** What staff note about a question is no answer to it. */
const remarks: readonly EscalationCommand['kind'][] = [
  'note',
  'addLabel',
  'removeLabel',
  'setPriority',
  'wake',
  'handBack',
  'handoffFailed',
];

/** Whether a question stands for itself after a command: it is about something else now, or was treated by itself. */
export function leavesGroup(before: Escalation, command: EscalationCommand): boolean {
  const { kind } = command;
  if (partings.includes(kind)) return true;
  if (kind === 'addDetails' || kind === 'replyDidNotHelp')
    return before.status === 'answered' || before.status === 'closed';
  return 'staff' in command && !remarks.includes(kind) && before.joinedTo !== undefined;
}

/** Who stands for the others when the first one leaves: whoever has waited longest. `joined` is oldest first. */
export function heir<Joined>(joined: readonly Joined[]): Joined | null {
  return joined[0] ?? null;
}

/** A reply to the first question as it goes to one that joined it: in another language with a line that says so. */
export function replyTo(joined: Escalation, first: Escalation, result: CommandResult): CommandResult {
  if (!result.ok || result.event.kind !== 'reply' || joined.language === first.language) return result;
  const { escalation, event } = result;
  const noted = (text: string) =>
    `*${texts[joined.language].writtenIn(nameOf(first.language, joined.language))}*\n\n${text}`;
  return {
    ok: true,
    escalation: escalation.reply
      ? { ...escalation, reply: { ...escalation.reply, text: noted(escalation.reply.text) } }
      : escalation,
    event: { ...event, text: event.text === null ? null : noted(event.text) },
  };
}

/** A language's name in another one: "German", "allemand", "Deutsch". */
function nameOf(named: Language, reader: Language): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(named) ?? named;
}
