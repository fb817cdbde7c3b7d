// Splits what somebody typed into words that can be compared, and remembers where each stood.
import { fold } from '../../knowledge/index.ts';

export interface Word {
  /** Lower case, no accents, no apostrophes, "hellooo" as "hello". */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** A punctuation mark or a line break follows: a phrase may end here. */
  readonly pauseAfter: boolean;
}

/** Emoji that people answer with, as the words they stand for. */
const emoji: Readonly<Record<string, string>> = {
  '👋': 'hello',
  '🙏': 'thanks',
  '❤': 'thanks',
  '😊': 'thanks',
  '👍': 'yes',
  '👌': 'yes',
  '👎': 'no',
};
const emoticon = /(?<![\p{L}\p{N}])[:;=8xX]-?[)(DPpOo/|3]+(?![\p{L}\p{N}])/gu;
const word = /[\p{L}\p{M}\p{N}]+(?:['’´`][\p{L}\p{M}]+)*/gu;
/** Nothing that this module has to recognise is longer. */
const maxLength = 400;

/** The words of a text, emoticons left out. */
export function wordsOf(text: string): readonly Word[] {
  const plain = text.slice(0, maxLength).replace(emoticon, (face) => ' '.repeat(face.length));
  return [...plain.matchAll(word)].map(({ 0: typed, index }) => ({
    folded: foldWord(typed),
    start: index,
    end: index + typed.length,
    pauseAfter: /^\s*(?:[,.!?:;…\n–—()]|-\s)/u.test(plain.slice(index + typed.length)),
  }));
}

/** The words that a text's emoji stand for, when it has no others. */
export function emojiWords(text: string): string {
  const found = Object.entries(emoji).filter(([sign]) => text.includes(sign));
  return found.map(([, meaning]) => meaning).join(' ');
}

/** Words of a phrase, folded and joined by one space. */
export function foldedPhrase(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function foldWord(typed: string): string {
  return fold(typed)
    .replace(/['’´`]/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}
