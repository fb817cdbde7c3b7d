// Dates as people write them: "2 August 2017", "août 2017", "2025".
import type { Language } from '../../knowledge/index.ts';

/** British, European and Brazilian ways: the languages' own, day before month. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  es: 'es',
  pt: 'pt-BR',
  fr: 'fr',
  de: 'de',
};

/**
 * Writes an ISO date, month or year in a language; the calendar day is the one given, in any time zone.
 * @returns anything else ("undated (c. 2015)") as it is
 */
export function formatDate(date: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date);
  if (!parts) return date;
  const [, year, month, day] = parts;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  }).format(time);
}
