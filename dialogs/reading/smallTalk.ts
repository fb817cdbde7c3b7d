// Finds greetings, thanks and the like in a text, and the question that is left without them.
// A text is small talk only if nothing else is in it: a question is never swallowed.
import { type Language, languages } from '../../knowledge/index.ts';
import { type Meaning, type PhraseMatch, phraseAt, phrases, phrasesAt } from './phraseBook.ts';
import { type Intent, intents } from './phrases/phrases.ts';
import { emojiWords, foldedPhrase, type Word, wordsOf } from './words.ts';

export interface SmallTalk {
  /** The weightiest thing said ("thanks, that helped" is helpful); null when the text holds no small talk. */
  readonly intent: Intent | null;
  /** Languages these words belong to. */
  readonly languages: readonly Language[];
  /** What remains as a question, as typed; '' when all was small talk. */
  readonly rest: string;
  /** Whether what was said as a goodbye is a greeting as well ("servus"). */
  readonly mayGreet: boolean;
  /** False when typing errors were forgiven: a question that the knowledge answers goes first. */
  readonly exact: boolean;
}

/** What may be taken off a question, at its beginning and its end. */
const atStart: readonly Intent[] = [
  'greeting',
  'thanks',
  'bye',
  'yes',
  'no',
  'none',
  'isBot',
  'help',
  'helpful',
  'notHelpful',
  'insult',
];
const atEnd: readonly Intent[] = ['thanks', 'bye'];

/** Reads a text as small talk, a question, or both. */
export function readSmallTalk(text: string): SmallTalk {
  const words = wordsOf(text);
  if (words.length === 0) return readEmoji(text);
  return readWhole(words) ?? readAround(text, words);
}

function readEmoji(text: string): SmallTalk {
  const words = wordsOf(emojiWords(text));
  // A sign is in no language: the conversation stays in its own.
  return {
    ...(readWhole(words) ?? { intent: null, rest: text, mayGreet: false, exact: true }),
    languages: [],
  };
}

function readWhole(words: readonly Word[]): SmallTalk | null {
  const found = cutUp(words, 0, new Set());
  if (!found) return null;
  const spoken = found.filter(({ meanings }) => meanings.some(({ intent }) => intent !== 'filler'));
  return spoken.length === 0 ? null : summary(spoken, '');
}

/**
 * Cuts words into phrases without a rest.
 * @param stuck places from which there is no way to the end, so that none is tried twice
 */
function cutUp(words: readonly Word[], at: number, stuck: Set<number>): readonly PhraseMatch[] | null {
  if (at === words.length) return [];
  if (stuck.has(at)) return null;
  for (const match of phrasesAt(words, at)) {
    const rest = cutUp(words, at + match.length, stuck);
    if (rest) return [match, ...rest];
  }
  stuck.add(at);
  return null;
}

function readAround(text: string, words: readonly Word[]): SmallTalk {
  const found: PhraseMatch[] = [];
  let first = 0;
  for (;;) {
    const match = phraseAt(words, first);
    if (!match || !peels(match, atStart, first, words)) break;
    found.push(match);
    first += match.length;
    first += fillersBeforePause(words, first);
  }
  let last = words.length;
  for (let length = 4; length > 0; length--) {
    const at = last - length;
    const match = at > first ? phraseAt(words, at) : null;
    if (match?.exact && match.length === length && has(match, atEnd)) {
      found.push(match);
      last = at;
    }
  }
  if (found.length === 0) return { intent: null, languages: [], rest: text, mayGreet: false, exact: true };
  const from = words[first]?.start ?? 0;
  const to = last === words.length ? text.length : (words[last]?.start ?? text.length);
  return summary(found, text.slice(from, to).trim());
}

/** All but greetings and thanks need a pause after them ("no, the other one"; but not "no city …"). */
function peels(match: PhraseMatch, allowed: readonly Intent[], at: number, words: readonly Word[]): boolean {
  if (!has(match, allowed)) return false;
  const pause = words[at + match.length - 1]?.pauseAfter ?? false;
  return pause || has(match, ['greeting', 'thanks']);
}

function fillersBeforePause(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length) {
    const match = phraseAt(words, at);
    if (!match?.meanings.some(({ intent }) => intent === 'filler')) return 0;
    at += match.length;
    if (words[at - 1]?.pauseAfter) return at - from;
  }
  return 0;
}

function has(match: PhraseMatch, allowed: readonly Intent[]): boolean {
  return match.meanings.some(({ intent }) => intent !== 'filler' && allowed.includes(intent));
}

function summary(found: readonly PhraseMatch[], rest: string): SmallTalk {
  const meanings = found.flatMap((match) => match.meanings);
  const intent = intents.find((candidate) => meanings.some((meaning) => meaning.intent === candidate));
  return {
    intent: intent ?? null,
    languages: commonLanguages(found.map((match) => match.meanings)),
    rest,
    mayGreet: intent === 'bye' && found.every((match) => !has(match, ['bye']) || has(match, ['greeting'])),
    exact: found.every((match) => match.exact),
  };
}

/** Languages that all phrases can be in, or else those of any. */
function commonLanguages(found: readonly (readonly Meaning[])[]): readonly Language[] {
  const sets = found.map((meanings) => new Set(meanings.map(({ language }) => language)));
  const all = languages.filter((language) => sets.some((set) => set.has(language)));
  const common = all.filter((language) => sets.every((set) => set.has(language)));
  return common.length > 0 ? common : all;
}

/**
 * Reads "talk to a person about our membership".
 * @returns what it is about, as typed, or null when it is no such request
 */
export function personAbout(text: string): string | null {
  const words = wordsOf(text);
  for (const { about } of Object.values(phrases)) {
    for (const preposition of about) {
      const size = foldedPhrase(preposition).split(' ').length;
      for (let at = 1; at + size < words.length; at++) {
        const here = words.slice(at, at + size);
        if (here.map(({ folded }) => folded).join(' ') !== foldedPhrase(preposition)) continue;
        const before = readWhole(words.slice(0, at));
        if (before?.intent === 'person') return text.slice(words[at + size]?.start ?? 0).trim();
      }
    }
  }
  return null;
}
