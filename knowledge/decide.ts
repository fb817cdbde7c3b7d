// Matches -> verdict: answer, ask back, or say that we have no answer. Every verdict gives its reason in one sentence.
// The thresholds follow from costs. A wrong answer costs 5 times as much as none (it misleads, and nobody notices), so an
// answer pays where at least 5 of 6 questions are ours. Which of ours it is may be even odds, if we say how we took the question and what
// else it may mean: that is asking back, with the likeliest answer already there.
import type { Match, MatchResult, Verdict } from './matcher.ts';
import { isCommonWord } from './text/commonWords.ts';
import { isStopWord } from './text/stopWords.ts';
import { tokenise } from './text/tokens.ts';

/** From here on (is it ours, and is this the entry?) the best match is answered. */
const inScopeToAnswer = 5 / 6;
const rightEntryToAnswer = 0.5;
/** Below this confidence an answer is given with how the question was understood. */
const certainConfidence = 0.8;
/**
 * From here on asking back is more often help than noise: reading a list of wrong questions costs three fifths of being
 * told at once that we have no answer.
 */
const inScopeToAskBack = 0.6;
/** A further match is offered only if it is this likely. */
const offerConfidence = 0.05;
/** At most this many are offered. */
const maxOffered = 3;

/** From here on a question counts as one of its out-of-scope group; below, staff get it like any other. */
const outOfScopeConfidence = 0.5;

/** What to do with the matches of a question. */
export function decide(result: MatchResult): Verdict {
  const { inScope, outOfScope } = result;
  const intelligible = isIntelligible(result);
  if (outOfScope && outOfScope.confidence >= outOfScopeConfidence && intelligible) {
    const { group, confidence } = outOfScope;
    return {
      kind: 'noAnswer',
      outOfScope: group,
      unknownWords: result.unknownWords,
      intelligible,
      reason: `Out of scope: ${confidence.toFixed(2)} for "${group.id}" (${group.note}); ${words(result)}.`,
    };
  }
  const [best, next] = result.matches;
  const offered = result.matches
    .slice(0, maxOffered)
    .filter((match, i) => i === 0 || match.confidence >= offerConfidence);
  if (best && !outOfScope && inScope >= inScopeToAnswer && best.confidence >= rightEntryToAnswer * inScope) {
    const runnerUp = next ? `, next ${figure(next)}` : '';
    const certain = best.confidence >= certainConfidence;
    return {
      kind: 'answer',
      match: best,
      certain,
      others: certain ? [] : offered.slice(1),
      reason: `Answered${certain ? '' : ' with a reservation'}: ${figure(best)} for "${best.phrasing}"${runnerUp}; ${words(result)}.`,
    };
  }
  if (best && inScope >= inScopeToAskBack) {
    const close = next && next.confidence > best.confidence / 2;
    const likely = `an entry answers it with ${inScope.toFixed(2)}`;
    const why = close ? `${likely}, and several are close` : likely;
    return {
      kind: 'didYouMean',
      matches: offered,
      reason: `Asked back: ${why} (best "${best.phrasing}", ${figure(best)}); ${words(result)}.`,
    };
  }
  const found = best ? `best was ${figure(best)} for "${best.phrasing}"` : 'no entry shares a word with it';
  return {
    kind: 'noAnswer',
    outOfScope: null,
    unknownWords: result.unknownWords,
    intelligible,
    reason: `No answer: ${found}; ${words(result)}${intelligible ? '' : '; hardly a word to go by'}.`,
  };
}

function figure(match: Match): string {
  return match.confidence.toFixed(2);
}

function words(result: MatchResult): string {
  const repaired = result.repairs.map(({ typed, used }) => `"${typed}" read as "${used}"`);
  const unknown = result.unknownWords.map((word) => `"${word}"`);
  const known = unknown.length > 0 ? `not known: ${unknown.join(', ')}` : 'all words known';
  return [...repaired, known].join('; ');
}

/** Whether the question has enough words to be understood by a person, even if no entry covers it. */
function isIntelligible(result: MatchResult): boolean {
  const unknown = new Set(result.unknownWords);
  const tokens = tokenise(result.question);
  const subjects = tokens.filter(({ folded }) => !isStopWord(folded) && !/^\d+$/u.test(folded));
  if (subjects.some(({ typed, folded }) => !unknown.has(typed) || isCommonWord(folded))) return true;
  return subjects.length > 0 && tokens.length > 1 && subjects.some(({ folded }) => isPronounceable(folded));
}

/** Has the shape of a word: not "xkcdq", not "aaaa"; scripts without vowel letters get the benefit of the doubt. */
function isPronounceable(folded: string): boolean {
  if (/[^a-z]/u.test(folded)) return /\p{L}{2}/u.test(folded);
  const vowels = folded.replace(/[^aeiouy]/gu, '').length;
  return folded.length > 2 && vowels > folded.length / 4 && !/[^aeiouy]{5}|(.)\1\1/u.test(folded);
}
