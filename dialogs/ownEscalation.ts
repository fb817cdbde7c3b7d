// What visitors may do with their own questions that wait for staff: add details, withdraw, ask how it stands.
// A reference that is unknown and one that belongs to somebody else get the same words.

import { isWaiting } from './escalate.ts';
import type { Escalation, Refusal } from './escalation/escalation.ts';
import { nearestReference } from './escalation/reference.ts';
import { stored } from './markdown.ts';
import { maskPrivate } from './maskPrivate.ts';
import {
  cancelChoice,
  type OwnAction,
  otherQuestionChoice,
  ownChoices,
  personChoice,
  say,
  suggestions,
} from './replies.ts';
import type { Choice } from './reply.ts';
import { staffReply } from './staff.ts';
import type { Outcome, Talk } from './talk.ts';
import { mailTexts } from './texts/index.ts';

/** A button on one of the visitor's own questions. */
export async function handleOwn(talk: Talk, action: OwnAction, reference: string): Promise<Outcome> {
  const escalation = await owned(talk, reference);
  if (!escalation) return notYours(talk);
  const { language, words, state, ports } = talk;
  if (action === 'withdraw') return withdraw(talk, escalation);
  const details = action === 'addDetails';
  const { status } = escalation;
  // Whoever adds to a closed question opens it again.
  const gone = status === 'withdrawn' || (status === 'closed' && !details);
  if (gone) return refused(talk, { code: status, by: null, at: null }, escalation);
  if (action === 'editQuestion') return askForEdit(talk, escalation);
  const askForEmail = ports.mailsReplies ? mailTexts(language).askForEmail : words.askForEmail;
  const text = (details ? words.askForDetails : askForEmail)(escalation.reference);
  return {
    state: {
      ...state,
      awaiting: details
        ? { kind: 'details', escalation: escalation.reference }
        : { kind: 'email', escalation: escalation.reference, askedAgain: false },
    },
    replies: [say(language, text, { escalation: escalation.reference, choices: [cancelChoice(language)] })],
  };
}

/** "Change the text", while nobody has answered. */
function askForEdit(talk: Talk, escalation: Escalation): Outcome {
  const { language, words, state } = talk;
  if (!isWaiting(escalation)) return refused(talk, { code: 'answered', by: null, at: null }, escalation);
  const { reference } = escalation;
  return {
    state: { ...state, awaiting: { kind: 'edit', escalation: reference } },
    replies: [
      say(language, words.askForEdit(reference), {
        escalation: reference,
        choices: [cancelChoice(language)],
      }),
    ],
  };
}

/** The text asked for after "add details". */
export async function takeDetails(talk: Talk, reference: string, text: string): Promise<Outcome> {
  const { turn, words, ports } = talk;
  const escalation = await owned(talk, reference);
  if (!escalation) return notYours(talk);
  const kept = await maskPrivate(text, talk.language);
  const result = await ports.escalations.change(
    escalation.id,
    { kind: 'addDetails', text: kept.text },
    turn.at,
    null,
    turn.id,
  );
  if (!result.ok) return refused(talk, result.refusal, escalation);
  const added = words.detailsAdded(escalation.reference);
  const said = kept.masked ? `${added} ${words.storedAs(stored(kept.text))}` : added;
  return confirmed(talk, result.escalation, said);
}

/** A typed reference, read as one would read it aloud: how the question stands, and the reply if there is one. */
export async function tellStatus(talk: Talk, typed: string): Promise<Outcome> {
  const own = await ownQuestions(talk);
  const meant = nearestReference(
    typed,
    own.map(({ reference }) => reference),
  );
  const escalation = own.find(({ reference }) => reference === meant);
  return escalation ? statusOf(talk, escalation) : notYours(talk);
}

/** The visitor's questions, asked in this conversation or opened here by their code, the newest first. */
export async function ownQuestions({ turn, state, ports }: Talk): Promise<readonly Escalation[]> {
  const asked = await ports.escalations.ofConversation(turn.conversation);
  if (state.collected.length === 0) return asked;
  const opened = await Promise.all(
    state.collected.map(({ reference }) => ports.escalations.byReference(reference)),
  );
  const elsewhere = opened.flatMap((one) => (one && !asked.some(({ id }) => id === one.id) ? [one] : []));
  return [...asked, ...elsewhere].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** "What is the status of my question?": the newest one that was not withdrawn. */
export async function tellNewestStatus(talk: Talk): Promise<Outcome> {
  const own = await ownQuestions(talk);
  const newest = own.find(({ status }) => status !== 'withdrawn') ?? own[0];
  return newest ? statusOf(talk, newest) : noneOwn(talk);
}

/** Whatever is wanted of a question of one's own, there is none. */
export function noneOwn({ state, language, words, base }: Talk): Outcome {
  const choices = [...suggestions(base, language), personChoice(language)];
  return { state, replies: [say(language, words.noQuestionYet, { choices })] };
}

/** How a question stands, its reply if there is one, and what may be done with it. */
export function statusOf(talk: Talk, escalation: Escalation): Outcome {
  const { language, words, state } = talk;
  const status = say(language, words.status(escalation.reference, escalation.status), {
    escalation: escalation.reference,
    choices: choicesFor(talk, escalation),
  });
  const reply = escalation.reply && staffReply(escalation, escalation.reply);
  return { state, replies: reply ? [status, reply] : [status] };
}

/** The newest question of this conversation that a typed "withdraw" or "add details" can mean. */
export async function newestReference(talk: Talk): Promise<string | null> {
  if (talk.state.justEscalated !== null) return talk.state.justEscalated;
  const [newest] = await ownQuestions(talk);
  return newest?.reference ?? null;
}

async function withdraw(talk: Talk, escalation: Escalation): Promise<Outcome> {
  const { turn, state, language, words, ports } = talk;
  const result = await ports.escalations.change(escalation.id, { kind: 'withdraw' }, turn.at, null, turn.id);
  if (!result.ok) return refused(talk, result.refusal, escalation);
  const justEscalated = state.justEscalated === escalation.reference ? null : state.justEscalated;
  return {
    state: { ...state, awaiting: null, justEscalated },
    replies: [
      say(language, words.withdrawn(escalation.reference), {
        escalation: escalation.reference,
        choices: suggestions(talk.base, language),
      }),
    ],
  };
}

/** A question by its reference, if it was asked in this conversation or opened here by its code. */
export async function owned({ turn, state, ports }: Talk, reference: string): Promise<Escalation | null> {
  const escalation = await ports.escalations.byReference(reference);
  if (!escalation) return null;
  const { channel, id } = escalation.conversation;
  const askedHere = channel === turn.conversation.channel && id === turn.conversation.id;
  return askedHere || state.collected.some((one) => one.reference === reference) ? escalation : null;
}

/** Says that something was done with a question, and what may be done next. */
export function confirmed(talk: Talk, escalation: Escalation, text: string): Outcome {
  const { reference } = escalation;
  const choices = choicesFor(talk, escalation);
  return {
    state: { ...talk.state, awaiting: null },
    replies: [say(talk.language, text, { escalation: reference, choices })],
  };
}

function choicesFor({ language, state, words }: Talk, escalation: Escalation) {
  const which: OwnAction[] = [];
  if (escalation.status !== 'withdrawn') which.push('addDetails');
  if (isWaiting(escalation) && escalation.email === null) which.push('leaveEmail');
  if (isWaiting(escalation)) which.push('withdraw');
  const { reference, status } = escalation;
  const over = status === 'closed' || status === 'withdrawn';
  const comesElsewhere = state.collected.some((one) => one.reference === reference && !one.here);
  const here: Choice[] =
    comesElsewhere && !over
      ? [{ label: words.buttons.answerHere, action: { action: 'answerHere', escalation: reference } }]
      : [];
  return [...here, ...ownChoices(language, reference, which), otherQuestionChoice(language)];
}

/** There is no such question, or it is somebody else's. */
export function notYours(talk: Talk): Outcome {
  const { language, words, base } = talk;
  return {
    state: { ...talk.state, awaiting: null },
    replies: [
      say(language, words.notYours, { choices: [...suggestions(base, language), personChoice(language)] }),
    ],
  };
}

/** Why something could not be done with a question, in kind words. */
export function refused(talk: Talk, refusal: Refusal, escalation: Escalation): Outcome {
  const { words, language } = talk;
  const choices = choicesFor(talk, escalation);
  const text = refusalText(refusal.code);
  return { state: { ...talk.state, awaiting: null }, replies: [say(language, text, { choices })] };

  function refusalText(code: Refusal['code']): string {
    switch (code) {
      case 'answered':
        return words.alreadyAnswered;
      case 'closed':
        return words.alreadyClosed;
      case 'withdrawn':
        return words.alreadyWithdrawn;
      case 'notFound':
        return words.notYours;
      case 'empty':
        return words.empty;
      case 'tooLong':
        return words.tooLong;
      case 'stale':
      case 'claimedByOther':
      case 'tooMany':
      case 'badTime':
      case 'tooLate':
      case 'unknownQueue':
        return words.failure;
    }
  }
}
