// Months named in a text, with the days and the year that stand beside them: "June", "18 to 21 June 2024", "mars".
import { editDistance, type Language, languages } from '../../knowledge/index.ts';
import { isDay, monthsFrom, type Period } from './calendar.ts';
import { ambiguous, type CalendarWords, monthNames } from './calendarWords.ts';

export interface MonthMention {
  /** Which word it is. */
  readonly at: number;
  /** From 1. */
  readonly month: number;
  /** The year right behind it. */
  readonly year: number | null;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly used: readonly number[];
}

interface Text {
  readonly words: readonly string[];
  readonly language: Language;
  readonly calendar: CalendarWords;
}

const names: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: monthNames('en'),
  es: monthNames('es'),
  pt: monthNames('pt'),
  fr: monthNames('fr'),
  de: monthNames('de'),
};
/** A name of this length is still known with one typing error; shorter ones are too close to other words. */
const forgivingLength = 7;

/** The months of a text, in order. */
export function findMonths(text: Text): MonthMention[] {
  const found = text.words.flatMap((word, at) => {
    const month = monthOfWord(word, text.language);
    return month === null ? [] : [{ at, month }];
  });
  return found
    .filter(({ at }) => isMeant(text, at, found))
    .map(({ at, month }) => {
      const year = yearAfter(text.words, at);
      const days = daysBefore(text, at) ?? daysAfter(text, at);
      const used = [at, ...(year ? [year.at] : []), ...(days?.used ?? [])];
      return {
        at,
        month,
        year: year?.year ?? null,
        firstDay: days?.first ?? null,
        lastDay: days?.last ?? null,
        used,
      };
    });
}

/** The days of a month in a year: those that were named, or all. Days that the month does not have are no days. */
export function monthPeriod({ month, firstDay, lastDay }: MonthMention, year: number): Period {
  const whole = monthsFrom(year, month);
  if (firstDay === null || lastDay === null) return whole;
  if (firstDay > lastDay || !isDay(year, month, firstDay) || !isDay(year, month, lastDay)) return whole;
  const day = (number: number) => `${whole.from.slice(0, 8)}${String(number).padStart(2, '0')}`;
  return { from: day(firstDay), to: day(lastDay) };
}

function monthOfWord(word: string, language: Language): number | null {
  const known = names[language].get(word);
  if (known !== undefined) return known;
  if (word.length < forgivingLength) return null;
  for (const [name, month] of names[language]) {
    if (name.length >= forgivingLength && editDistance(word, name, 1) <= 1) return month;
  }
  return null;
}

/** "May I", "to march" and "set" are no months; "in May", "May 2024" and "May or June" are. */
function isMeant({ words, calendar }: Text, at: number, months: readonly { readonly at: number }[]): boolean {
  if (!ambiguous.has(words[at] ?? '')) return true;
  const before = words[at - 1] ?? '';
  const after = words[at + 1] ?? '';
  const { this: current, next, last } = calendar.directions;
  const pointed = [before, after].some((word) =>
    [current, next, last].some((direction) => direction.test(word)),
  );
  const joined = [before, after].some((word) => calendar.until.test(word)) && months.length > 1;
  const coming = calendar.comes?.test(`${after} ${words[at + 2] ?? ''}`) ?? false;
  return pointed || joined || coming || calendar.at.test(before) || isNumber(before) || isNumber(after);
}

function yearAfter(
  words: readonly string[],
  at: number,
): { readonly at: number; readonly year: number } | null {
  // "juin de l an 2024", "June 18 to 21, 2024"
  for (let index = at + 1; index <= at + 4; index++) {
    const word = words[index] ?? '';
    if (/^(?:19|20)\d\d$/u.test(word)) return { at: index, year: Number(word) };
    if (word !== '' && isAnyMonth(word)) return null;
  }
  return null;
}

function isAnyMonth(word: string): boolean {
  return languages.some((language) => names[language].has(word));
}

interface Days {
  readonly first: number;
  readonly last: number;
  readonly used: readonly number[];
}

function daysBefore({ words, calendar }: Text, at: number): Days | null {
  // "21 de junio", "21 of June"
  const end = dayAt(words, at - 1) === null && calendar.at.test(words[at - 1] ?? '') ? at - 2 : at - 1;
  const last = dayAt(words, end);
  if (last === null) return null;
  const start = calendar.until.test(words[end - 1] ?? '') ? end - 2 : end - 1;
  const first = dayAt(words, start);
  return first === null ? { first: last, last, used: [end] } : { first, last, used: [start, end] };
}

/** "June 18", "June 18 to 21" */
function daysAfter({ words, calendar }: Text, at: number): Days | null {
  const first = dayAt(words, at + 1);
  if (first === null) return null;
  const end = calendar.until.test(words[at + 2] ?? '') ? at + 3 : at + 2;
  const last = dayAt(words, end);
  return last === null ? { first, last: first, used: [at + 1] } : { first, last, used: [at + 1, end] };
}

function dayAt(words: readonly string[], at: number): number | null {
  const found = /^(\d{1,2})(?:st|nd|rd|th|er|ro)?$/u.exec(words[at] ?? '');
  const day = Number(found?.[1]);
  return day >= 1 && day <= 31 ? day : null;
}

function isNumber(word: string): boolean {
  return /^\d/u.test(word);
}
