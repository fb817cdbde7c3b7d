// What a turn came to, told beside its replies, so that it can be counted.
import type { Language } from '../knowledge/index.ts';
import type { AskedQuestion } from './state.ts';
import type { Outcome, Talk } from './talk.ts';

export const turnOutcomes = [
  'answered',
  /** Answered, and told how the question was understood. */
  'answeredWithReservation',
  /** Asked back: "did you mean ...?" */
  'clarified',
  /** Neither answered nor handed over: out of scope, nothing on in that period, or too many questions for now. */
  'declined',
  'escalated',
  /** Nobody could read it. */
  'rephrase',
  'smallTalk',
  /** Something about a question of one's own that is with staff. */
  'ownQuestion',
  'other',
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];

export interface Decided {
  readonly outcome: TurnOutcome;
  readonly language: Language;
  /** The question as the visitor typed it, as far as nothing was taken out of it yet; null where none was asked. */
  readonly question: string | null;
  /** The entry answered; for a question without an answer, the nearest one. */
  readonly entry: string | null;
  /** With which it was the nearest, 0 to 1. */
  readonly confidence: number | null;
  /** Reference of the escalation opened. */
  readonly escalation: string | null;
}

/** What a turn came to, in the language it was spoken in. */
export function decided(
  { language }: Pick<Talk, 'language'>,
  outcome: TurnOutcome,
  more: Partial<Omit<Decided, 'outcome' | 'language'>> = {},
): Decided {
  return { outcome, language, question: null, entry: null, confidence: null, escalation: null, ...more };
}

/** A question that got no answer, with the entry that came nearest. */
export function unanswered(
  talk: Pick<Talk, 'language'>,
  outcome: 'clarified' | 'declined' | 'escalated',
  { text, tried }: AskedQuestion,
  escalation: string | null = null,
): Decided {
  const [nearest] = tried.matches;
  return decided(talk, outcome, {
    question: text,
    entry: nearest?.entry ?? null,
    confidence: nearest?.confidence ?? null,
    escalation,
  });
}

/** Whatever is done about a question of the visitor's own. */
export async function aboutOwn(talk: Talk, done: Outcome | Promise<Outcome>): Promise<Outcome> {
  return { ...(await done), decided: decided(talk, 'ownQuestion') };
}
