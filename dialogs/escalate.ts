// Hands a question to staff: stored first, then the visitor is told.
import { decide, fold, type MatchResult } from '../knowledge/index.ts';
import { aboutOwn, unanswered } from './decided.ts';
import type { Escalation, EscalationCause } from './escalation/escalation.ts';
import { asksTheSame, comparedAtMost } from './escalation/group.ts';
import { lookedAt, usualWait } from './escalation/waitingTime.ts';
import { asPlainText, quotable, stored } from './markdown.ts';
import { maskPrivate } from './maskPrivate.ts';
import { allOwnActions, cancelChoice, limitChoices, ownChoices, say } from './replies.ts';
import { type AskedQuestion, type DialogState, isInSight } from './state.ts';
import type { Outcome, Talk } from './talk.ts';
import { formatMoment } from './texts/dates.ts';

/** S8: a visitor may hand over this many questions an hour. */
export const maxEscalationsPerHour = 3;
const hour = 60 * 60 * 1000;
/** More unknown words than this make no sentence. */
const maxNamedWords = 2;
const maxNamedLength = 60;

/**
 * Stores the question for staff and tells the visitor where the reply will be.
 * @param lead says that the question goes to staff, if there are better words than the cause's own
 */
export async function escalate(talk: Talk, typed: AskedQuestion, lead?: string): Promise<Outcome> {
  const { turn, state, language, words } = talk;
  const { asked, masked } = await withoutPrivate(talk, typed);
  const earlier = await talk.ports.escalations.ofConversation(turn.conversation);
  // A turn that is handled again after a crash finds its own escalation, and must not count it against the visitor.
  const again = earlier.find(({ turnId }) => turnId === turn.id);
  const settled = settle(state);
  const same = earlier.find((one) => isWaiting(one) && sameText(one.question, asked.text));
  if (!again && same) return aboutOwn(talk, alreadyWith({ ...talk, state: settled }, same.reference));
  if (!again && (await tooMany(talk))) {
    const outcome = limitReached({ ...talk, state: settled }, earlier);
    return { ...outcome, decided: unanswered(talk, 'declined', asked) };
  }
  // Before it is stored: whoever has a reference is told it, whatever fails afterwards.
  const wait = await waitingLine(talk);
  const escalation = again ?? (await talk.ports.escalations.open(await draftOf(talk, asked)));
  const { reference } = escalation;
  const code = await talk.ports.codes?.issue(escalation);
  const { cause, unknownWords } = asked.tried;
  const named = cause === 'noAnswer' ? nameable(unknownWords) : null;
  const parts = [
    lead ?? `${words.handoffLead(cause, named)} ${words.passedOn}`,
    words.yourReference(reference),
    ...wait,
  ];
  if (masked) parts.push(words.storedAs(stored(asked.text)));
  else if (cause === 'noAnswer' && lead === undefined) parts.push(words.mayRephrase);
  return {
    state: { ...settled, justEscalated: reference },
    replies: [
      say(language, [parts.join(' '), ...(code ? [words.yourCode(code)] : [])].join('\n\n'), {
        kind: cause === 'askedForPerson' || cause === 'notHelpful' ? 'other' : 'noAnswer',
        escalation: reference,
        choices: ownChoices(language, reference, masked ? [...allOwnActions, 'editQuestion'] : allOwnActions),
      }),
    ],
    decided: unanswered(talk, 'escalated', asked, reference),
  };
}

/** "Talk to a person": with the question on the table if there is one, else with the next message. */
export async function askForPerson(talk: Talk): Promise<Outcome> {
  const { state, language, words } = talk;
  if (state.asked) {
    const cause: EscalationCause = state.asked.tried.cause === 'notHelpful' ? 'notHelpful' : 'askedForPerson';
    // It may be some messages ago: named, so that nobody hands over what they did not mean.
    // Staff read the conversation too.
    const { text } = await maskPrivate(state.asked.text, language);
    const named = `${words.youAsked(quotable(text))}.`;
    const lead = `${words.handoffLead(cause, null)} ${named} ${words.passedOn}`;
    return escalate(talk, { ...state.asked, tried: { ...state.asked.tried, cause } }, lead);
  }
  // A question with staff is meant only while nothing else was talked about.
  if (state.justEscalated !== null && isInSight(state, state.justEscalated)) {
    return aboutOwn(talk, alreadyWith(talk, state.justEscalated));
  }
  if (await tooMany(talk)) {
    return limitReached(talk, await talk.ports.escalations.ofConversation(talk.turn.conversation));
  }
  return {
    state: { ...state, awaiting: { kind: 'question' } },
    replies: [
      say(language, `${words.handoffLead('askedForPerson', null)} ${words.whatIsTheQuestion}`, {
        choices: [cancelChoice(language)],
      }),
    ],
  };
}

/** What is known about a question that goes to staff because the visitor wants it so. */
export function askedOf(talk: Talk, text: string, cause: EscalationCause): AskedQuestion {
  const result = talk.matcher.match(text, { language: talk.language });
  return {
    text,
    tried: {
      cause,
      reason: decide(result).reason,
      matches: result.matches.slice(0, 3).map(({ entry, confidence }) => ({
        entry: entry.id,
        question: entry.texts.en.question,
        confidence,
      })),
      rejected: [],
      unknownWords: [...result.unknownWords],
      ...topicOf(result),
    },
  };
}

/** How long it will take, as far as that is known. */
async function waitingLine({ turn, ports, words, language }: Talk): Promise<string[]> {
  const { escalations, hours } = ports;
  const usual = usualWait(await escalations.waitingTimes(lookedAt));
  const closed = hours && !hours.isOpen(turn.at) ? hours.opensAt(turn.at) : null;
  return [
    ...(usual ? [words.usualWait(usual)] : []),
    ...(closed ? [words.closedUntil(formatMoment(closed, language, hours?.timeZone ?? 'UTC'))] : []),
  ];
}

/** A question as it may be stored: what is private is taken out of it, and of what the bot says about it. */
async function withoutPrivate(
  talk: Talk,
  asked: AskedQuestion,
): Promise<{ asked: AskedQuestion; masked: boolean }> {
  const { text, bare, masked } = await maskPrivate(asked.text, talk.language);
  if (!masked) return { asked: { ...asked, text }, masked };
  return { asked: { text, tried: { ...asked.tried, ...thoughtsOf(talk, bare) } }, masked };
}

/** What the matcher says about a text, in words. */
export function thoughtsOf({ matcher, language }: Talk, text: string) {
  const result = matcher.match(text, { language });
  return { reason: decide(result).reason, unknownWords: [...result.unknownWords] };
}

/** Below this confidence the nearest entry tells nothing about where a question belongs: nine of ten times it is another. */
const leastTopicConfidence = 0.1;

/** What a question is about: the group out of scope that fits best, else the topic of the nearest entry. */
export function topicOf({ outOfScope, matches }: MatchResult): { topic?: string } {
  if (outOfScope) return { topic: outOfScope.group.id };
  const [best] = matches;
  return best && best.confidence >= leastTopicConfidence ? { topic: best.entry.topic } : {};
}

/** The question is dealt with: nothing is left to clarify. */
export function settle(state: DialogState): DialogState {
  return { ...state, asked: null, awaiting: null, clarified: false };
}

export function isWaiting({ status }: Escalation): boolean {
  return status === 'open' || status === 'claimed';
}

function alreadyWith({ state, language, words }: Talk, reference: string): Outcome {
  const choices = ownChoices(language, reference, allOwnActions);
  return {
    state: { ...state, justEscalated: reference },
    replies: [say(language, words.alreadyWithStaff(reference), { escalation: reference, choices })],
  };
}

/** The same question once more, whatever its capitals and marks. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return one === other || (plain(one) !== '' && plain(one) === plain(other));
}

/** No more for now; `earlier` are the visitor's questions, the newest first. */
function limitReached({ state, language, words, base }: Talk, earlier: readonly Escalation[]): Outcome {
  const waiting = earlier.filter(isWaiting).map(({ reference }) => reference);
  const choices = limitChoices(base, language, waiting[0]);
  return {
    state: { ...state, justEscalated: null },
    replies: [say(language, words.tooManyQuestions(waiting), { kind: 'noAnswer', choices })],
  };
}

async function tooMany({ turn, ports }: Talk): Promise<boolean> {
  const since = new Date(turn.at.getTime() - hour);
  return (await ports.escalations.countSince(turn.visitorId, since)) >= maxEscalationsPerHour;
}

async function draftOf({ turn, language, matcher, ports }: Talk, { text, tried }: AskedQuestion) {
  const waiting = await ports.escalations.list({ statuses: ['open', 'claimed'], limit: comparedAtMost });
  const others = waiting.filter(({ conversation: { id } }) => id !== turn.conversation.id);
  const first = asksTheSame(matcher, { question: text, language, tried }, others);
  return {
    turnId: turn.id,
    conversation: turn.conversation,
    visitorId: turn.visitorId,
    conversationReference: turn.reference,
    question: text,
    language,
    tried,
    at: turn.at,
    ...(first ? { joinedTo: first.id } : {}),
  };
}

function nameable(words: readonly string[]): string | null {
  // "I have nothing on 2026" would say nothing.
  const unknownWords = words.filter((word) => /\p{L}/u.test(word));
  if (unknownWords.length === 0 || unknownWords.length > maxNamedWords) return null;
  return asPlainText(unknownWords.join(', '), maxNamedLength);
}
