// Questions tried out: what each gets, and what an edit of the knowledge has changed about it.
import { decide } from '../decide.ts';
import { type Language, parseLanguage } from '../language.ts';
import type { Match, Matcher, Verdict } from '../matcher.ts';

/** A question to try. */
export interface TrialQuestion {
  /** Its line in the file it comes from, from 1. */
  readonly line: number;
  readonly question: string;
  /** The conversation's language; null when nothing is known of it. */
  readonly language: Language | null;
}

export interface Found {
  readonly entry: string;
  readonly confidence: number;
}

/** answered: by one entry. clarified: asked back among some. missed: no entry, or out of scope. */
export interface Outcome {
  readonly kind: 'answered' | 'clarified' | 'missed';
  /** The entry that answers, or those offered, the best first. */
  readonly found: readonly Found[];
  /** The out-of-scope group, when it is one of those. */
  readonly outOfScope: string | null;
  readonly reason: string;
}

export interface Tried extends TrialQuestion, Outcome {}

/** Asks the question as the first message of a conversation. */
export function tryQuestion(asked: TrialQuestion, matcher: Matcher): Tried {
  const { question, language } = asked;
  return { ...asked, ...outcomeOf(decide(matcher.match(question, language === null ? {} : { language }))) };
}

function outcomeOf(verdict: Verdict): Outcome {
  const { reason } = verdict;
  const found = ({ entry, confidence }: Match): Found => ({ entry: entry.id, confidence });
  switch (verdict.kind) {
    case 'answer':
      return { kind: 'answered', found: [found(verdict.match)], outOfScope: null, reason };
    case 'didYouMean':
      return { kind: 'clarified', found: verdict.matches.map(found), outOfScope: null, reason };
    case 'noAnswer':
      return { kind: 'missed', found: [], outOfScope: verdict.outOfScope?.id ?? null, reason };
  }
}

/** @returns "answered by fees (0.97)", "clarified: fees (0.61), joining (0.30)", "missed (out of scope: weather)" */
export function describeOutcome({ kind, found, outOfScope }: Outcome): string {
  const entries = found.map(({ entry, confidence }) => `${entry} (${confidence.toFixed(2)})`).join(', ');
  switch (kind) {
    case 'answered':
      return `answered by ${entries}`;
    case 'clarified':
      return `clarified: ${entries}`;
    case 'missed':
      return outOfScope === null ? 'missed' : `missed (out of scope: ${outOfScope})`;
  }
}

/** A question that gets something else than before. */
export interface Difference {
  readonly before: Tried;
  readonly now: Tried;
}

export interface Comparison {
  /** Answered now, and was not. */
  readonly newlyAnswered: readonly Difference[];
  /** Another answer, other entries offered or another refusal; or asked back about where it was missed. */
  readonly changed: readonly Difference[];
  /** Not answered any more, or not even asked back about. */
  readonly lost: readonly Difference[];
}

const rank = { answered: 2, clarified: 1, missed: 0 } as const;

/** What has changed between two trials of the same questions, in the same order. */
export function compareTrials(before: readonly Tried[], now: readonly Tried[]): Comparison {
  const newlyAnswered: Difference[] = [];
  const changed: Difference[] = [];
  const lost: Difference[] = [];
  for (const [index, is] of now.entries()) {
    const was = before[index];
    if (!was) continue;
    const difference = { before: was, now: is };
    if (rank[is.kind] < rank[was.kind]) lost.push(difference);
    else if (is.kind === 'answered' && was.kind !== 'answered') newlyAnswered.push(difference);
    else if (is.kind !== was.kind || whatOf(is) !== whatOf(was)) changed.push(difference);
  }
  return { newlyAnswered, changed, lost };
}

/** What a visitor would get, whatever the confidence, and in whatever order. */
function whatOf({ found, outOfScope }: Outcome): string {
  return [...found.map(({ entry }) => entry).sort(), outOfScope].join();
}

const prefix = /^(en|es|pt|fr|de): +/u;

/**
 * Reads questions, one a line, each with its language in front or not ("es: ¿Qué es ICLEI?"); comments (#) and blank
 * lines are passed over.
 */
export function readTrialQuestions(text: string): TrialQuestion[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .flatMap((line, index): TrialQuestion[] => {
      const typed = line.trim();
      if (typed === '' || typed.startsWith('#')) return [];
      const [named = ''] = prefix.exec(typed) ?? [];
      const question = typed.slice(named.length);
      return [{ line: index + 1, question, language: parseLanguage(named.slice(0, 2)) }];
    });
}
