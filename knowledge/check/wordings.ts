// Every wording that a curator wrote, with what it must lead to and where it stands.
import type { Curated } from '../curate.ts';
import type { Place } from '../fault.ts';
import { type Language, languages } from '../language.ts';
import type { ValuePath } from '../places.ts';

/** The matcher needs some wordings besides the canonical question; below three it misses paraphrases. */
export const fewestPhrasings = 3;

export interface Wording {
  /** Of the entry or the out-of-scope group. */
  readonly id: string;
  readonly kind: 'entry' | 'outOfScope';
  readonly language: Language;
  readonly wording: string;
  /** Finding the place needs the full parser: asked for only when there is something to say. */
  readonly place: () => Place;
}

/** The wordings of all entries, then of all groups, in the order of the files. */
export function* wordingsOf({ entries, outOfScope }: Curated): Generator<Wording> {
  for (const { entry, file, path } of entries) {
    for (const language of languages) {
      const text = entry[language];
      if (!text) continue;
      const wording = (wording: string, inner: ValuePath): Wording => ({
        id: entry.id,
        kind: 'entry',
        language,
        wording,
        place: () => file.at([...path, language, ...inner]),
      });
      yield wording(text.question, ['question']);
      for (const [index, phrasing] of text.phrasings.entries()) yield wording(phrasing, ['phrasings', index]);
    }
  }
  for (const [at, group] of (outOfScope?.value ?? []).entries()) {
    for (const language of languages) {
      for (const [index, wording] of group[language].phrasings.entries()) {
        const place = () => outOfScope?.file.at([at, language, 'phrasings', index]) ?? noPlace;
        yield { id: group.id, kind: 'outOfScope', language, wording, place };
      }
    }
  }
}

const noPlace: Place = { path: 'out-of-scope.yaml', line: 1, column: 1 };
