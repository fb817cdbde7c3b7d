// Dates in sentences: a day, a month, or the days from one to another, as each language writes them.
import type { Language } from './language.ts';

/** Dates the British way ("2 August 2017"): most of the network's English does not put the month first. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', pt: 'pt', fr: 'fr', de: 'de' };

/** How days are told from one to another. English has no "from": it stands in the sentence where it fits. */
const spans: Readonly<Record<Language, (from: string, to: string) => string>> = {
  en: (from, to) => `${from} to ${to}`,
  es: (from, to) => `del ${from} al ${to}`,
  pt: (from, to) => `de ${from} a ${to}`,
  fr: (from, to) => `du ${from} au ${to}`,
  de: (from, to) => `vom ${from} bis ${to}`,
};

type Shown = Pick<Intl.DateTimeFormatOptions, 'day' | 'month' | 'year'>;
const wholeMonth: Shown = { month: 'long', year: 'numeric' };
const wholeDay: Shown = { day: 'numeric', ...wholeMonth };

// Making a format costs more than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a day or a month.
 * @param date YYYY-MM-DD or YYYY-MM
 */
export function formatDate(date: string, language: Language): string {
  return write(date, date.length > 'YYYY-MM'.length ? wholeDay : wholeMonth, language);
}

/** Writes the days of an event: "31 May to 2 June 2016", "vom 8. bis 12. April 2013"; one day as such. */
export function formatDays(from: string, to: string, language: Language): string {
  if (from === to) return formatDate(to, language);
  // What both days share is said once, with the last one.
  const shown: Shown =
    from.slice(0, 7) === to.slice(0, 7)
      ? { day: 'numeric' }
      : from.slice(0, 4) === to.slice(0, 4)
        ? { day: 'numeric', month: 'long' }
        : wholeDay;
  // Intl writes a day without its month as a bare number.
  const first = write(from, shown, language);
  const dotted = language === 'de' && shown.month === undefined ? `${first}.` : first;
  return spans[language](dotted, formatDate(to, language));
}

/** Days are midnight UTC for Date, so they must be told in UTC too: else they change with the place of the machine. */
function write(date: string, shown: Shown, language: Language): string {
  const key = [language, ...Object.keys(shown)].join(' ');
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...shown, timeZone: 'UTC' });
  formats.set(key, format);
  const written = format.format(new Date(date));
  // Intl leaves out what French says of the first of a month: "1er août".
  return language === 'fr' && shown.day ? written.replace(/^1(?= |$)/u, '1er') : written;
}
