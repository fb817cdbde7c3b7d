// A question in the visitor's own words: answered, clarified once, or handed to staff.
import {
  decide,
  type Entry,
  type Language,
  type Match,
  type MatchResult,
  type OutOfScope,
  type Verdict,
} from '../knowledge/index.ts';
import { decided, unanswered } from './decided.ts';
import { escalate, settle, topicOf } from './escalate.ts';
import type { EscalationCause } from './escalation/escalation.ts';
import {
  answerReply,
  askChoice,
  chosen,
  didYouMean,
  type Given,
  personChoice,
  say,
  suggestions,
  withdrawChoice,
} from './replies.ts';
import type { AskedQuestion } from './state.ts';
import { inLanguage, type Outcome, type Talk } from './talk.ts';
import { answerWhatsOn } from './whatsOn.ts';

/** From here on the text's own language wins over the conversation's. */
const sureLanguage = 0.8;
/** Two messages this close together may be one question. */
const joinWithin = 30_000;
/** Answers whose buttons are still understood. */
const rememberedAnswers = 20;
const rememberedQuestionLength = 500;

export interface Reading {
  readonly text: string;
  readonly result: MatchResult;
  readonly verdict: Verdict;
}

/** Asks the matcher, in the light of the conversation. */
export function read({ matcher, state, language }: Talk, text: string): Reading {
  const context = state.lastEntry === null ? {} : { context: state.lastEntry };
  const result = matcher.match(text, { language, ...context });
  return { text, result, verdict: decide(result) };
}

/**
 * Answers a text that is no small talk.
 * @param question the text without greetings around it
 * @param original the text as typed: what staff will read
 */
export async function answerQuestion(talk: Talk, question: string, original: string): Promise<Outcome> {
  const alone = read(talk, question);
  const spoken = inLanguage(talk, languageOf(talk, alone.result));
  const asked = askedFrom(alone, original, 'noAnswer');
  const dated = await answerWhatsOn(spoken, question, asked);
  if (dated) return dated;
  if (alone.verdict.kind === 'answer') return answerMatched(spoken, alone.verdict, original);
  const both = joinedText(talk, question);
  if (both !== null) {
    const joined = read(talk, both);
    // Two messages together easily touch on something: only what is certain is what they were about.
    if (joined.verdict.kind === 'answer' && joined.verdict.certain)
      return answerMatched(spoken, joined.verdict, both);
  }
  const { verdict } = alone;
  if (verdict.kind === 'noAnswer' && verdict.outOfScope) return notOurs(spoken, asked, verdict.outOfScope);
  const second = joinedLines(talk, original);
  if (verdict.kind === 'didYouMean') {
    return talk.state.clarified
      ? escalate(spoken, askedFrom(alone, second, 'rephrasedInVain', talk.state.asked))
      : clarify(spoken, asked, verdict.matches);
  }
  return verdict.intelligible ? escalated(spoken, asked) : askToRephrase(spoken, original);
}

function answerMatched(
  talk: Talk,
  { match, certain, others }: Extract<Verdict, { kind: 'answer' }>,
  question: string,
): Outcome {
  return answer(talk, { ...match, certain, others: others.map(({ entry }) => entry) }, question);
}

/** Gives the answer of an entry that was matched or chosen. `question` is what the visitor asked, as typed. */
function answer(talk: Talk, given: Given, question: string): Outcome {
  const { turn, state, language, base } = talk;
  const withdraw = state.justEscalated === null ? [] : [withdrawChoice(language, state.justEscalated)];
  const remembered = {
    id: turn.id,
    entry: given.entry.id,
    question: question.slice(0, rememberedQuestionLength),
  };
  return {
    state: {
      ...settle(state),
      lastEntry: given.entry.id,
      answers: [...state.answers.filter(({ id }) => id !== turn.id), remembered].slice(-rememberedAnswers),
      unanswered: null,
      yesOrNo: 'feedback',
      justEscalated: null,
    },
    replies: [answerReply(base, given, language, turn.id, withdraw)],
    decided: decided(talk, given.certain ? 'answered' : 'answeredWithReservation', {
      question,
      entry: given.entry.id,
      confidence: given.confidence,
    }),
  };
}

/** A suggested question was pressed or typed. */
export function answerChosen(talk: Talk, entry: Entry): Outcome {
  const asked = talk.state.clarified ? talk.state.asked?.text : undefined;
  return answer(talk, chosen(entry), asked ?? askChoice(entry, talk.language).label);
}

/** "None of these": staff get the question, and what the visitor did not mean. */
export async function noneOfThese(talk: Talk, asked: AskedQuestion): Promise<Outcome> {
  const rejected = asked.tried.matches.map(({ entry }) => entry);
  return escalate(talk, { ...asked, tried: { ...asked.tried, cause: 'noneOfThese', rejected } });
}

/** Known to be none of the knowledge's business: a matter for staff goes there at once, anything else is declined kindly. */
async function notOurs(talk: Talk, asked: AskedQuestion, { next, texts }: OutOfScope): Promise<Outcome> {
  const { language, base, state } = talk;
  const { reply } = texts[language];
  if (next === 'staff') return escalated(talk, asked, reply);
  return {
    // Still on the table: who asks for a person now means this question.
    state: { ...settle(state), asked, unanswered: null },
    replies: [
      say(language, reply, {
        kind: 'noAnswer',
        choices: [...suggestions(base, language), personChoice(language)],
      }),
    ],
    decided: unanswered(talk, 'declined', asked),
  };
}

async function escalated(talk: Talk, asked: AskedQuestion, lead?: string): Promise<Outcome> {
  const outcome = await escalate(talk, asked, lead);
  return { ...outcome, state: { ...outcome.state, unanswered: unansweredNow(talk, asked.text) } };
}

function clarify(talk: Talk, asked: AskedQuestion, matches: readonly Match[]): Outcome {
  const { language, state } = talk;
  const offered = matches.slice(0, 3);
  const shown = offered.map(({ entry, confidence }) => ({
    entry: entry.id,
    question: entry.texts.en.question,
    confidence,
  }));
  return {
    state: {
      ...state,
      asked: { ...asked, tried: { ...asked.tried, matches: shown } },
      unanswered: unansweredNow(talk, asked.text),
      clarified: true,
      yesOrNo: 'didYouMean',
    },
    replies: [didYouMean(language, offered)],
    decided: unanswered(talk, 'clarified', asked),
  };
}

/** Nobody could make sense of it, staff included: whoever means it has the button to a person. */
export function askToRephrase(talk: Talk, text: string): Outcome {
  const { language, words, base, state } = talk;
  return {
    state: { ...state, unanswered: unansweredNow(talk, text) },
    replies: [
      say(language, words.rephrase, {
        kind: 'noAnswer',
        choices: [...suggestions(base, language), personChoice(language)],
      }),
    ],
    decided: decided(talk, 'rephrase', { question: text }),
  };
}

/** The text's own language when it shows, else the conversation's, else the client's. */
function languageOf({ state, turn }: Talk, result: MatchResult): Language {
  if (result.languageConfidence >= sureLanguage) return result.language;
  return state.language ?? turn.locale ?? (result.languageConfidence > 0 ? result.language : 'en');
}

function askedFrom(
  { result, verdict }: Reading,
  text: string,
  cause: EscalationCause,
  before: AskedQuestion | null = null,
): AskedQuestion {
  return {
    text,
    tried: {
      cause,
      reason: verdict.reason,
      matches: result.matches.slice(0, 3).map(({ entry, confidence }) => ({
        entry: entry.id,
        question: entry.texts.en.question,
        confidence,
      })),
      rejected: before?.tried.matches.map(({ entry }) => entry) ?? [],
      unknownWords: [...result.unknownWords],
      ...topicOf(result),
    },
  };
}

/** This message after the last one, if that got no answer a moment ago. */
function joinedText({ state, turn }: Talk, text: string): string | null {
  if (!state.unanswered) return null;
  const passed = turn.at.getTime() - Date.parse(state.unanswered.at);
  return passed >= 0 && passed <= joinWithin ? `${state.unanswered.text} ${text}` : null;
}

/** What was not understood before and this message, for staff to read. */
function joinedLines({ state }: Talk, text: string): string {
  return state.unanswered ? `${state.unanswered.text}\n${text}` : text;
}

function unansweredNow({ turn }: Talk, text: string): { text: string; at: string } {
  return { text: text.slice(0, 2 * rememberedQuestionLength), at: turn.at.toISOString() };
}
