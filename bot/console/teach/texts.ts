// The sentences of teaching, in the five languages: the same keys and {slots} in each.
import type { Language } from '../../../knowledge/index.ts';
import { de } from './texts/de.ts';
import { en, type TeachTexts } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import { pt } from './texts/pt.ts';

export type { TeachTexts } from './texts/en.ts';

export const teachTexts: Readonly<Record<Language, TeachTexts>> = { en, es, pt, fr, de };

/** The sentences in a reader's language. */
export function teachWords({ language }: { readonly language: Language }): TeachTexts {
  return teachTexts[language];
}
