// Figures, years and dates stand once in facts.yaml; answers name them as {{id}} and each language writes them its way.
import type { Language } from './language.ts';
import type { Fact } from './schema.ts';

/** Dates the British way ("2 August 2017"): most of the network's English does not put the month first. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', pt: 'pt', fr: 'fr', de: 'de' };

// Making a format costs more than using it.
const numberFormats = new Map<Language, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** @returns the fact as it is written in a sentence of that language */
export function formatFact(fact: Fact, language: Language): string {
  switch (fact.kind) {
    case 'number':
      return numberFormat(language).format(fact.value);
    case 'year':
      return String(fact.value);
    case 'date':
      return formatDate(fact.value, language);
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

/** @param date YYYY-MM-DD or YYYY-MM; both are midnight UTC for Date, so the day must be told in UTC too */
function formatDate(date: string, language: Language): string {
  const withDay = date.length > 'YYYY-MM'.length;
  const key = `${language}${withDay}`;
  const format =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      ...(withDay ? { day: 'numeric' } : {}),
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
  dateFormats.set(key, format);
  const written = format.format(new Date(date));
  // Intl leaves out what French says of the first of a month: "1er août".
  return language === 'fr' ? written.replace(/^1 /u, '1er ') : written;
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
