// Word stems ("organisations" -> "organis") by the Snowball algorithms (https://snowballstem.org).
import snowball from 'snowball-stemmers';
import type { Language } from '../language.ts';
import { fold } from './normalise.ts';

const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  pt: snowball.newStemmer('portuguese'),
  fr: snowball.newStemmer('french'),
  de: snowball.newStemmer('german'),
} as const;

/**
 * The stem of a word, without accents.
 * @param lower the word in lower case with its accents: the algorithms look at them
 */
export function stem(lower: string, language: Language): string {
  // Short words and words with digits (SDG11, COP21) have no endings worth cutting.
  if (lower.length <= 3 || /\d/u.test(lower)) return fold(lower);
  return fold(stemmers[language].stem(lower));
}
