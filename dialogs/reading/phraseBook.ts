// All phrases of all languages, ready to be found at a place in a text, typing errors forgiven.
import { editDistance, isCommonWord, type Language, languages } from '../../knowledge/index.ts';
import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { type Intent, intents, type Phrases } from './phrases/phrases.ts';
import { pt } from './phrases/pt.ts';
import { foldedPhrase, type Word } from './words.ts';

export const phrases: Readonly<Record<Language, Phrases>> = { en, es, pt, fr, de };

export interface Meaning {
  readonly intent: Intent | 'filler';
  readonly language: Language;
}
export interface PhraseMatch {
  readonly length: number;
  readonly meanings: readonly Meaning[];
  /** False when a typing error was forgiven. */
  readonly exact: boolean;
}

const book = new Map<string, Meaning[]>();
for (const language of languages) {
  for (const intent of intents) for (const phrase of phrases[language][intent]) add(phrase, intent, language);
  for (const phrase of phrases[language].fillers) add(phrase, 'filler', language);
}
const longest = Math.max(...[...book.keys()].map((phrase) => phrase.split(' ').length));
/** What a text with typing errors may be meant as, by the number of words; a short one is too close to too many words. */
const repairable = Map.groupBy(
  [...book.keys()]
    .filter((phrase) => phrase.length >= 4 && !book.get(phrase)?.every(({ intent }) => intent === 'filler'))
    .map((phrase) => ({ phrase, words: phrase.split(' ') })),
  ({ words }) => words.length,
);

/** Words that somebody typed on purpose: no error is forgiven in them ("about" is not "abort", "hell" not "hello"). */
const meant = new Set([
  ...[...book.keys()].flatMap((phrase) => phrase.split(' ')),
  ...languages.flatMap((language) => phrases[language].openEnds.map(foldedPhrase)),
]);

function add(phrase: string, intent: Meaning['intent'], language: Language): void {
  const key = foldedPhrase(phrase);
  const meanings = book.get(key) ?? [];
  if (!book.has(key)) book.set(key, meanings);
  if (!meanings.some((known) => known.intent === intent && known.language === language)) {
    meanings.push({ intent, language });
  }
}

/** The longest phrase that begins with word `at`; one without typing errors is preferred. */
export function phraseAt(words: readonly Word[], at: number): PhraseMatch | null {
  return exactAt(words, at) ?? repairedAt(words, at);
}

/** All that may begin with word `at`, the best first: "any answer to my qestion" begins with "any answer", exactly. */
export function* phrasesAt(words: readonly Word[], at: number): Generator<PhraseMatch> {
  for (const find of [exactAt, repairedAt]) {
    const match = find(words, at);
    if (match) yield match;
  }
}

function exactAt(words: readonly Word[], at: number): PhraseMatch | null {
  const most = Math.min(longest, words.length - at);
  let filler: PhraseMatch | null = null;
  for (let length = most; length > 0; length--) {
    const meanings = book.get(joined(words, at, length));
    if (!meanings) continue;
    const match = { length, meanings, exact: true };
    if (meanings.some(({ intent }) => intent !== 'filler')) return match;
    filler ??= match;
  }
  return filler;
}

function repairedAt(words: readonly Word[], at: number): PhraseMatch | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const meanings = closest(words.slice(at, at + length).map(({ folded }) => folded));
    if (meanings) return { length, meanings, exact: false };
  }
  return null;
}

/** The phrase with the fewest typing errors: one in four letters or more, two in ten or more. */
function closest(words: readonly string[]): readonly Meaning[] | null {
  const typed = words.join(' ');
  const allowed = typed.length < 4 ? 0 : typed.length < 10 ? 1 : 2;
  const fixed = words.map((word) => meant.has(word) || isCommonWord(word));
  if (allowed === 0 || fixed.every(Boolean)) return null;
  let best: string | null = null;
  let least = allowed + 1;
  for (const { phrase, words: wanted } of repairable.get(words.length) ?? []) {
    // Cheap, and true of nearly all phrases: a word typed on purpose is another one.
    if (fixed.some((asTyped, index) => asTyped && words[index] !== wanted[index])) continue;
    // Hardly anybody misses the first letter and the last one.
    if (typed.at(0) !== phrase.at(0) && typed.at(-1) !== phrase.at(-1)) continue;
    const distance = editDistance(typed, phrase, allowed);
    // Of two, the longer: letters are left out more often than added ("helo" is "hello", not "help").
    const longer = distance === least && phrase.length > (best?.length ?? phrase.length);
    if (distance < least || longer) [best, least] = [phrase, distance];
  }
  return best === null ? null : (book.get(best) ?? null);
}

function joined(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ folded }) => folded)
    .join(' ');
}
