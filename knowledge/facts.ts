// Figures, years and dates stand once in facts.yaml; answers name them as {{id}} and each language writes them its way.
import { formatDate, formatDays } from './days.ts';
import type { Language } from './language.ts';
import type { Fact } from './schema.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', pt: 'pt', fr: 'fr', de: 'de' };

// Making a format costs more than using it.
const numberFormats = new Map<Language, Intl.NumberFormat>();

/** @returns the fact as it is written in a sentence of that language */
export function formatFact(fact: Fact, language: Language): string {
  switch (fact.kind) {
    case 'number':
      return numberFormat(language).format(fact.value);
    case 'year':
      return String(fact.value);
    case 'date':
      return formatDate(fact.value, language);
    case 'days':
      return formatDays(fact.value.from, fact.value.to, language);
    case 'text':
      return typeof fact.value === 'string' ? fact.value : fact.value[language];
  }
}

function numberFormat(language: Language): Intl.NumberFormat {
  const known = numberFormats.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 20 });
  numberFormats.set(language, made);
  return made;
}

/** A fact named in a text. */
export interface FactUse {
  /** As it stands there, braces included. */
  readonly written: string;
  readonly id: string;
}

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** @returns the facts that a text names, in order */
export function factsIn(text: string): FactUse[] {
  return [...text.matchAll(placeholder)].map(([written, id = '']) => ({ written, id }));
}

/** @returns the text with every fact written in; a fact that does not exist stays as {{id}} */
export function fillFacts(text: string, facts: Readonly<Record<string, Fact>>, language: Language): string {
  return text.replaceAll(placeholder, (written, id: string) => {
    const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
    return fact ? formatFact(fact, language) : written;
  });
}
