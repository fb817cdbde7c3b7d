// What a new entry may be called, and which entries are near it.
import type { Matcher } from '../matcher.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { isStopWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokens.ts';

/** Words of a suggested id: enough to tell entries apart. */
const idWords = 4;

/** @returns an id that is free, made of the question's first words that say something */
export function suggestId(question: string, taken: ReadonlySet<string>): string {
  const words = tokenise(cleanQuestion(question))
    .map(({ folded }) => folded)
    .filter((word) => /^[a-z0-9]+$/u.test(word) && !isStopWord(word));
  const id = words.slice(0, idWords).join('-') || 'entry';
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}

/** @returns ids of the entries nearest to some wordings, the nearest first */
export function nearestEntries(wordings: readonly string[], matcher: Matcher, most: number): string[] {
  const confidence = new Map<string, number>();
  for (const wording of wordings) {
    for (const match of matcher.match(wording).matches)
      confidence.set(match.entry.id, (confidence.get(match.entry.id) ?? 0) + match.confidence);
  }
  return [...confidence]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id]) => id);
}
