// "In English, please", "auf Deutsch", "parlez-vous français ?"
import { type Language, languages } from '../../knowledge/index.ts';
import { phrases } from './phraseBook.ts';
import { wordsOf } from './words.ts';

const names = new Map<string, Language>(
  languages.flatMap((spoken) =>
    languages.flatMap((named) => phrases[spoken].languageNames[named].map((name) => [name, named] as const)),
  ),
);
const around = new Set(
  languages.flatMap((spoken) =>
    phrases[spoken].languageRequest.flatMap((word) => wordsOf(word).map(({ folded }) => folded)),
  ),
);
const maxWords = 8;

/**
 * The language somebody asks to continue in.
 * @returns null unless the text is only that request
 */
export function readLanguageRequest(text: string): Language | null {
  const words = wordsOf(text).map(({ folded }) => folded);
  if (words.length > maxWords) return null;
  const named = words.flatMap((word) => names.get(word) ?? []);
  const [language] = named;
  if (language === undefined || named.length > 1) return null;
  return words.every((word) => names.has(word) || around.has(word)) ? language : null;
}
