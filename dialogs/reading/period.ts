// Which time a text speaks of: "in June", "Mai 2024", "el mes que viene", "cet été", "nächste Woche". Ours, because
// recognizers-text has no model for German and Portuguese, and in Spanish and French reads "el mes que viene" and "le mois
// prochain" as the month that is. A year that is not said is the coming one, or the past one where the text tells of the past.
import type { Language } from '../../knowledge/index.ts';
import { monthOf, monthsFrom, yearOf, yearsFrom } from './calendar.ts';
import {
  calendarWords,
  type Direction,
  type Reading,
  type ReadPeriod,
  type Season,
} from './calendarWords.ts';
import { findMonths, type MonthMention, monthPeriod } from './months.ts';
import { readNumericDates } from './numericDates.ts';
import { directionNear, findUnit, readDay, readUnit, steps } from './relative.ts';

const seasons: readonly Season[] = [3, 6, 9, 12];
/**
 * Finds the time that a text speaks of.
 * @param words of the text, folded
 * @param today ISO day of the turn
 */
export function readPeriod(words: readonly string[], today: string, language: Language): ReadPeriod | null {
  const calendar = calendarWords[language];
  const reading = { words, today, language, calendar, past: words.some((word) => calendar.past.test(word)) };
  return (
    readNumericDates(reading) ??
    readMonths(reading) ??
    readSeason(reading) ??
    readYears(reading) ??
    readUnit(reading) ??
    readDay(reading)
  );
}

function readMonths(reading: Reading): ReadPeriod | null {
  const mentions = findMonths(reading);
  const [first] = mentions;
  if (!first) return null;
  const years = yearsIn(reading);
  const relative = findUnit(reading, 'year');
  const near = directionNear(reading, first.at);
  const used = new Set([
    ...mentions.flatMap((mention) => mention.used),
    ...(relative?.used ?? []),
    ...years.used,
    ...(near?.used ?? []),
  ]);
  const said =
    first.year ?? years.years[0] ?? (relative && yearOf(reading.today) + steps[relative.direction]);
  const last = mentions.at(-1) ?? first;
  const start = said ?? guessYear(reading, first, near?.direction);
  const lastYear = last.year ?? (last.month < first.month ? start + 1 : start);
  // "From November to February 2027": the year was said of the end.
  const firstYear =
    first.year === null && last.year !== null
      ? first.month > last.month
        ? last.year - 1
        : last.year
      : start;
  const from = monthPeriod(first, firstYear).from;
  const to = monthPeriod(last, lastYear).to;
  return from <= to ? { period: { from, to }, used } : null;
}

/** The year of a month that was named without one. */
function guessYear({ today, past }: Reading, { month }: MonthMention, direction?: Direction): number {
  const year = yearOf(today);
  const here = monthOf(today);
  switch (direction) {
    case 'this':
      return year;
    case 'next':
      return month > here ? year : year + 1;
    case 'last':
      return month < here ? year : year - 1;
    case undefined:
      if (past) return month <= here ? year : year - 1;
      return month >= here ? year : year + 1;
  }
}

function readSeason(reading: Reading): ReadPeriod | null {
  const { words, calendar, today, past } = reading;
  const at = words.findIndex((word) => seasons.some((season) => calendar.seasons[season].test(word)));
  const season = seasons.find((one) => calendar.seasons[one].test(words[at] ?? ''));
  if (season === undefined) return null;
  const { years, used: yearWords } = yearsIn(reading);
  const near = directionNear(reading, at);
  // A season alone wants its "in" or "in the": "fall" and French "a été" are no seasons.
  const led = [words[at - 1] ?? '', words[at - 2] ?? ''].some(
    (word) => word !== 'a' && calendar.at.test(word),
  );
  if (!near && years.length === 0 && (!led || words[at - 1] === 'a')) return null;
  const of = (year: number) => monthsFrom(year, season, 3);
  const used = new Set([at, ...yearWords, ...(near?.used ?? [])]);
  const [said] = years;
  if (said !== undefined) return { period: of(said), used };
  const year = yearOf(today);
  const around = [year - 2, year - 1, year, year + 1].map(of);
  const coming = around.find(({ from, to }) => (near?.direction === 'next' ? from > today : to >= today));
  const over = around.findLast(({ from, to }) => (near?.direction === 'last' ? to < today : from <= today));
  const backwards = near ? near.direction === 'last' : past;
  const period = near?.direction === 'this' ? of(year) : backwards ? over : coming;
  return period ? { period, used } : null;
}

function readYears(reading: Reading): ReadPeriod | null {
  const { years, used } = yearsIn(reading);
  const first = years[0];
  if (first === undefined) return null;
  const last = years.at(-1) ?? first;
  return first <= last ? { period: yearsFrom(first, last - first + 1), used } : null;
}

/** The years said in a text, and a "year" or "month" beside one that only names it ("im Jahr 2024"). */
function yearsIn({ words, calendar }: Reading): { years: readonly number[]; used: ReadonlySet<number> } {
  const at = words.flatMap((word, index) => (/^(?:19|20)\d\d$/u.test(word) ? [index] : []));
  const labels = at.flatMap((index) =>
    [index - 1, index - 2].filter((near) => calendar.units.year.test(words[near] ?? '')),
  );
  return { years: at.map((index) => Number(words[index])), used: new Set([...at, ...labels]) };
}
