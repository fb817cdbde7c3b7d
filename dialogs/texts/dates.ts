// Dates as people write them: "2 August 2017", "août 2017", "2025"; and "in June 2024", "vom 3. bis 10. Mai 2024".
import { formatDays, formatDate as formatKnown, type Language } from '../../knowledge/index.ts';
import { isWhole, type Period } from '../reading/calendar.ts';

/**
 * Writes an ISO date, month or year in a language; the calendar day is the one given, in any time zone.
 * @returns anything else ("undated (c. 2015)") as it is
 */
export function formatDate(date: string, language: Language): string {
  return /^\d{4}-\d{2}(?:-\d{2})?$/u.test(date) ? formatKnown(date, language) : date;
}

interface Prepositions {
  readonly month: (month: string) => string;
  readonly year: (year: string) => string;
  readonly day: (day: string) => string;
  readonly days: (days: string) => string;
  readonly between: (from: string, to: string) => string;
}

const prepositions: Readonly<Record<Language, Prepositions>> = {
  en: {
    month: (month) => `in ${month}`,
    year: (year) => `in ${year}`,
    day: (day) => `on ${day}`,
    days: (days) => `from ${days}`,
    between: (from, to) => `from ${from} to ${to}`,
  },
  es: {
    month: (month) => `en ${month}`,
    year: (year) => `en ${year}`,
    day: (day) => `el ${day}`,
    days: (days) => days,
    between: (from, to) => `de ${from} a ${to}`,
  },
  pt: {
    month: (month) => `em ${month}`,
    year: (year) => `em ${year}`,
    day: (day) => `em ${day}`,
    days: (days) => days,
    between: (from, to) => `de ${from} a ${to}`,
  },
  fr: {
    month: (month) => `en ${month}`,
    year: (year) => `en ${year}`,
    day: (day) => `le ${day}`,
    days: (days) => days,
    between: (from, to) => `${/^[aeiouhé]/u.test(from) ? 'd’' : 'de '}${from} à ${to}`,
  },
  de: {
    month: (month) => `im ${month}`,
    year: (year) => `im Jahr ${year}`,
    day: (day) => `am ${day}`,
    days: (days) => days,
    between: (from, to) => `von ${from} bis ${to}`,
  },
};

/** Writes a period as a part of a sentence, as shortly as it can be said: "in June 2024", "from 2012 to 2018". */
export function during({ from, to }: Period, language: Language): string {
  const words = prepositions[language];
  if (from === to) return words.day(formatKnown(from, language));
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (isWhole({ from, to }, 'year'))
    return firstYear === lastYear ? words.year(firstYear) : words.between(firstYear, lastYear);
  if (!isWhole({ from, to }, 'month')) return words.days(formatDays(from, to, language));
  const [first, last] = [from, to].map((day) => formatKnown(day.slice(0, 7), language));
  if (first === last) return words.month(last ?? '');
  // "From June to August 2027": the year once.
  const start = firstYear === lastYear ? first?.replace(/(?: de)? \d{4}$/u, '') : first;
  return words.between(start ?? '', last ?? '');
}

/** A day and a time as people write them: "Monday, 30 November at 09:00 CET". */
export function formatMoment(at: Date, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}
