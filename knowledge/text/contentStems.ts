// What a question is about, without grammar and endings: two questions that share it are alike.
import type { Language } from '../language.ts';
import { cleanQuestion } from './normalise.ts';
import { stem } from './stems.ts';
import { stopWords } from './stopWords.ts';
import { type Token, tokenise } from './tokens.ts';

/** The stems of a text's words that carry meaning, each once; of all words where none does. */
export function contentStems(text: string, language: Language): string[] {
  const tokens = tokenise(cleanQuestion(text));
  const content = tokens.filter(({ folded }) => !stopWords[language].has(folded));
  const stems = (of: readonly Token[]) => [...new Set(of.map(({ lower }) => stem(lower, language)))];
  return stems(content.length > 0 ? content : tokens);
}
