// The matcher: question -> entries, ranked, each with its confidence; or a group of questions that are out of scope.
// The way of a question: cleaned and cut into words, its language guessed, its words repaired (spelling.ts) and looked up (reading.ts), a
// follow-up filled in, the classes ranked (rank.ts), the confidence of the best (confidence.ts); the other entries share the rest.
// Where doubts are left, other ways to read it are tried.
import type { KnowledgeBase } from '../entry.ts';
import type { Language } from '../language.ts';
import type { Match, Matcher, MatchOptions, MatchResult } from '../matcher.ts';
import type { LanguageGuess } from '../text/detectLanguage.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { writeOut } from '../text/shorthand.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { likeness } from './alike.ts';
import { type Evidence, inScopeOf, rightEntryOf } from './confidence.ts';
import { isElliptical, isOpener, isPointer } from './followUp.ts';
import { type LearntModel, learnModel, type Model, openModel } from './model.ts';
import { type Ranked, rank } from './rank.ts';
import { type Reading, read } from './reading.ts';
import { findSynonyms } from './synonyms.ts';

/**
 * From here on a question is compared with the phrasings in its language only: more than the conversation's language alone makes likely
 * where two languages are known (3 to 1).
 */
const certainLanguage = 0.8;
/** The language, if it is certain enough to leave out what is phrased in others. */
function certainly({ language, confidence }: LanguageGuess): Language | null {
  return confidence >= certainLanguage ? language : null;
}

/** Matches below this confidence say nothing. */
const leastConfidence = 0.001;

/** Builds a matcher for a knowledge base; the same knowledge gives the same matches. */
export function createMatcher(knowledge: KnowledgeBase): Matcher {
  return openMatcher(knowledge, learnModel(knowledge));
}

/** A matcher from what was learnt before, or by another thread, from the same knowledge. */
export function openMatcher(knowledge: KnowledgeBase, learnt: LearntModel): Matcher {
  const model = openModel(knowledge, learnt);
  return { match: matcherOf(model).match, likeness: (one, other) => likeness(model, one, other) };
}

/** The matcher with the evidence behind its confidence: for calibration. */
export function createExplainedMatcher(knowledge: KnowledgeBase) {
  return matcherOf(openModel(knowledge, learnModel(knowledge)));
}

function matcherOf(model: Model) {
  const indexOf = new Map(model.entries.map((entry, index) => [entry.id, index]));

  const ask = (
    question: string,
    options: MatchOptions = {},
  ): { result: MatchResult; evidence: Evidence | null } => {
    const text = cleanQuestion(question);
    const tokens = writeOut(tokenise(text));
    const guess = model.detector.detect(text, tokens, options.language);
    const { language } = guess;
    const previous = options.context === undefined ? undefined : indexOf.get(options.context);
    const plain = judge(model, read(model, tokens, language), tokens, guess, previous);
    const { reading, ranked } = secondThoughts(model, plain, text, tokens, guess);
    const matches = ranked ? toMatches(model, ranked, reading, language) : [];
    const result: MatchResult = {
      question: text,
      language,
      languageConfidence: guess.confidence,
      matches,
      inScope: ranked ? inScopeOf(ranked.evidence) : 0,
      margin: (matches[0]?.confidence ?? 0) - (matches[1]?.confidence ?? 0),
      outOfScope: ranked ? outOfScopeOf(model, ranked) : null,
      coverage: reading.coverage,
      unknownWords: reading.unknownWords,
      repairs: reading.repairs,
      synonyms: reading.hits.flatMap((hit) => {
        // Words written as one were typed once.
        const typed = reading.words
          .slice(hit.start, hit.start + hit.length)
          .map((word) => word.typed)
          .filter((word, i, all) => word !== all[i - 1]);
        return typed.join(' ').toLowerCase() === hit.term.toLowerCase()
          ? []
          : [{ typed: typed.join(' '), term: hit.term }];
      }),
    };
    return { result, evidence: ranked?.evidence ?? null };
  };
  return { ask, match: (question: string, options?: MatchOptions) => ask(question, options).result };
}

/** A way to read the question, and what came of it. */
interface Judged {
  readonly reading: Reading;
  readonly ranked: Ranked | null;
}

/** Ranks the classes for a reading; a follow-up gets its subject from the entry answered before. */
function judge(
  model: Model,
  reading: Reading,
  tokens: readonly Token[],
  guess: LanguageGuess,
  previous?: number,
): Judged {
  const alone = rank(model, reading, reading, previous, certainly(guess));
  const subject = reading.words.filter(({ word }) => !word.stopWord).length;
  const about =
    previous !== undefined && isElliptical(tokens, subject) ? aboutOf(model, previous, guess.language) : null;
  if (about === null) return { reading, ranked: alone };
  const asked = withSubject(model, reading, about, guess.language);
  const filled = rank(model, reading, asked, previous, certainly(guess));
  // "What's the weather like there" is no question about what was talked of before, "what does it cost" may be.
  const strays = isForeign(alone) && (filled?.evidence.phrased ?? 0) < mostlyPhrased;
  return { reading, ranked: strays ? alone : filled };
}

/** Share of what was typed that an entry's phrasings must have before a question that is foreign by itself is one about it. */
const mostlyPhrased = 0.5;

/** From here on the first reading stands. */
const settled = 0.8;
/** Words a last sentence needs to be read alone: fewer lean on what stands before it. */
const fewestWords = 5;

/**
 * Where the first reading leaves doubts, two others are tried: common words taken for misspelt ones, and the last sentence alone
 * (many tell about themselves before they ask). The one that makes an entry most certain counts.
 */
function secondThoughts(
  model: Model,
  plain: Judged,
  text: string,
  tokens: readonly Token[],
  guess: LanguageGuess,
): Judged {
  const { language } = guess;
  if (certaintyOf(plain) >= settled || isForeign(plain.ranked)) return plain;
  const sentences = text.split(/(?<=[.!?:;])\s+/u);
  const last = sentences.length > 1 ? writeOut(tokenise(sentences.at(-1) ?? '')) : [];
  const others = [
    read(model, tokens, language, true),
    ...(last.length >= fewestWords ? [read(model, last, language)] : []),
  ].filter((reading) => reading.words.length < plain.reading.words.length || isOther(reading, plain.reading));
  return others
    .map(
      (reading): Judged => ({ reading, ranked: rank(model, reading, reading, undefined, certainly(guess)) }),
    )
    .reduce((best, other) => (certaintyOf(other) > certaintyOf(best) ? other : best), plain);
}

function isOther(one: Reading, other: Reading): boolean {
  return one.repairs.length !== other.repairs.length;
}

/** Confidence of the best entry; 0 if a group is better. */
function certaintyOf({ ranked }: Judged): number {
  if (!ranked || ranked.evidence.outOfScope) return 0;
  return inScopeOf(ranked.evidence) * rightEntryOf(ranked.evidence);
}

function isForeign(ranked: Ranked | null): boolean {
  const evidence = ranked?.evidence;
  return evidence?.outOfScope === true && evidence.namesSubject && inScopeOf(evidence) < 0.5;
}

function aboutOf(model: Model, previous: number, language: Language): string | null {
  const texts = model.entries[previous]?.texts;
  return texts?.[language]?.about ?? texts?.en.about ?? null;
}

/** Weight of an added word as a share of a typed one: what was typed must still decide. */
const addedWeight = 0.5;

/** "And who runs it?" -> "who runs the Solutions Gateway": the subject takes the place of the last word that points back. */
function withSubject(model: Model, reading: Reading, about: string, language: Language): Reading {
  const added = read(model, tokenise(cleanQuestion(about)), language);
  const subject = added.words.map((word) => ({ ...word, weight: word.weight * addedWeight }));
  const kept = reading.words.filter(({ word }, i) => i > 0 || !isOpener(word.folded));
  const place = kept.findLastIndex(({ word }) => isPointer(word.folded));
  const words = place < 0 ? [...kept, ...subject] : kept.toSpliced(place, 1, ...subject);
  return {
    ...reading,
    words,
    hits: findSynonyms(
      model.synonyms,
      words.map(({ word }) => word),
    ),
  };
}

/**
 * Share of what was typed that a group's phrasings must have. Below it the group is only the least unlikely class for words that nobody
 * phrased: nobody can say that such a question is none of ours.
 */
const leastPhrasedInGroup = 0.15;

/** The group the question belongs to, if a group fits better than every entry. */
function outOfScopeOf(model: Model, { order, evidence }: Ranked): MatchResult['outOfScope'] {
  const group = model.outOfScope[(order[0] ?? 0) - model.entries.length];
  return group && evidence.namesSubject && evidence.phrased >= leastPhrasedInGroup
    ? { group, confidence: 1 - inScopeOf(evidence) }
    : null;
}

function toMatches(model: Model, ranked: Ranked, reading: Reading, language: Language): Match[] {
  const { order, shares, closest, evidence } = ranked;
  const inScope = inScopeOf(evidence);
  // The best entry has its own confidence; where a group is better than every entry, none stands out.
  const best = evidence.outOfScope ? null : (order[0] ?? null);
  const bestConfidence = best === null ? 0 : inScope * rightEntryOf(evidence);
  const others = order.filter((index) => index !== best && index < model.entries.length);
  const othersShare = others.reduce((sum, index) => sum + (shares[index] ?? 0), 0);
  return order.flatMap((index): Match[] => {
    const entry = model.entries[index];
    const row = model.rows[closest[index] ?? -1];
    const own =
      index === best ? bestConfidence : ((inScope - bestConfidence) * (shares[index] ?? 0)) / othersShare;
    if (!entry || !(own >= leastConfidence)) return [];
    const words = model.labelWords[index];
    const matched = reading.words
      .filter(({ word }) => [...word.stems, ...word.parts].some((id) => words?.has(id)))
      .sort((a, b) => b.weight - a.weight)
      .map(({ typed }) => typed);
    return [
      {
        entry,
        confidence: own,
        phrasing: row?.text ?? entry.texts.en.question,
        language: row?.language ?? language,
        matchedWords: [...new Set(matched)],
      },
    ];
  });
}
