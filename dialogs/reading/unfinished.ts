// Whether a message looks like the first part of a question ("I wanted to ask", "the thing is,", "and").
import { languages } from '../../knowledge/index.ts';
import { phrases } from './phraseBook.ts';
import { readSmallTalk } from './smallTalk.ts';
import { foldedPhrase, wordsOf } from './words.ts';

/** Up to this many words without an answer are more often a fragment than a question. */
const fewWords = 3;

const openEnds = new Set(languages.flatMap((language) => phrases[language].openEnds.map(foldedPhrase)));

/**
 * Whether to wait for the next message.
 * @param isAnswered whether the knowledge answers the text as it stands; asked only when it matters
 */
export function looksUnfinished(text: string, isAnswered: () => boolean): boolean {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (!last) return false;
  const trails = /(?:[,:;…–—]|\.\.)\s*$/u.test(text);
  const { intent, rest } = readSmallTalk(text);
  if (intent !== null && rest === '') return trails;
  if (/[?!.]\s*$/u.test(text) && !trails) return false;
  const open = trails || openEnds.has(last.folded) || words.length <= fewWords;
  return open && !isAnswered();
}
