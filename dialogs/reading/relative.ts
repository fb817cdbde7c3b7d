// Times counted from today: "next week", "the last two years", "el mes que viene", "heute".
import { addDays, isDay, monthOf, monthsFrom, type Period, weekOf, yearOf, yearsFrom } from './calendar.ts';
import type { CalendarWords, Direction, Reading, ReadPeriod, Unit } from './calendarWords.ts';

interface Pointing {
  readonly direction: Direction;
  readonly used: readonly number[];
}
interface Relative extends Pointing {
  readonly count: number;
}

const units: readonly Unit[] = ['weekend', 'week', 'month', 'year'];
/** "The next months" are as many. */
const several = 3;
/** More than that is no period that anybody asks about. */
const mostUnits = 60;

export const steps: Readonly<Record<Direction, number>> = { last: -1, this: 0, next: 1 };

/** A week, weekend, month or year, or several of them, before or after today. */
export function readUnit(reading: Reading): ReadPeriod | null {
  for (const unit of units) {
    const found = findUnit(reading, unit);
    if (found) return { period: unitPeriod(reading.today, unit, found), used: new Set(found.used) };
  }
  const weekend = reading.words.findIndex((word) => reading.calendar.units.weekend.test(word));
  if (weekend < 0) return null;
  const bare = { direction: 'this', count: 1 } as const;
  return { period: unitPeriod(reading.today, 'weekend', bare), used: new Set([weekend]) };
}

/** Today or tomorrow. */
export function readDay({ words, calendar, today }: Reading): ReadPeriod | null {
  const at = words.findIndex((word) => calendar.today.test(word) || calendar.tomorrow.test(word));
  if (at < 0) return null;
  const day = calendar.today.test(words[at] ?? '') ? today : addDays(today, 1);
  return { period: { from: day, to: day }, used: new Set([at]) };
}

/** "Next week", "the last two years", "el mes que viene". */
export function findUnit({ words, calendar }: Reading, unit: Unit): Relative | null {
  for (const [at, word] of words.entries()) {
    if (!calendar.units[unit].test(word)) continue;
    const count = countAt(calendar, words[at - 1]);
    const counted = count === null ? [] : [at - 1];
    const near =
      directionAt(calendar, words, at - 1 - counted.length) ??
      directionAt(calendar, words, at + 1) ??
      // "The two next weeks"
      (count === null ? null : directionAt(calendar, words, at - 1));
    const before = count === null ? countAt(calendar, words[at - 2]) : null;
    if (!near) continue;
    const plural = isPlural(words, at);
    const used = [at, ...counted, ...(before === null ? [] : [at - 2]), ...near.used];
    return { direction: near.direction, count: count ?? before ?? (plural ? several : 1), used };
  }
  return null;
}

/** Plural by the word, or in German, where "Woche" and "Wochen" tell it as well. */
function isPlural(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (/^(?:mois)$/u.test(word)) return /s$/u.test(words[at - 1] ?? '') || /s$/u.test(words[at + 1] ?? '');
  return /^(?:weeks|months|years|semanas|meses|anos|semaines|ans|annees|wochen|monaten?|jahren)$/u.test(word);
}

function countAt({ counts }: CalendarWords, word = ''): number | null {
  const number = /^\d{1,2}$/u.test(word) ? Number(word) : counts.indexOf(word) + 2;
  return number >= 1 && number <= mostUnits && (counts.includes(word) || /^\d/u.test(word)) ? number : null;
}

/** "Next May", "mai prochain": what stands right before or behind. */
export function directionNear({ calendar, words }: Reading, at: number): Pointing | null {
  return directionAt(calendar, words, at - 1) ?? directionAt(calendar, words, at + 1);
}

/** "This", "next" or "last" at a place, or "que viene" from there on. */
function directionAt(
  { directions, comes }: CalendarWords,
  words: readonly string[],
  at: number,
): Pointing | null {
  const word = words[at] ?? '';
  for (const direction of ['this', 'next', 'last'] as const) {
    if (directions[direction].test(word)) return { direction, used: [at] };
  }
  return comes?.test(`${word} ${words[at + 1] ?? ''}`) ? { direction: 'next', used: [at, at + 1] } : null;
}

function unitPeriod(
  today: string,
  unit: Unit,
  { direction, count }: Pick<Relative, 'direction' | 'count'>,
): Period {
  const step = steps[direction];
  if (count > 1 && direction !== 'this') {
    const days = { weekend: 7, week: 7, month: 31, year: 366 }[unit] * count * step;
    const end =
      unit === 'month' || unit === 'year' ? shifted(today, unit, count * step) : addDays(today, days);
    return direction === 'next' ? { from: today, to: end } : { from: end, to: today };
  }
  switch (unit) {
    case 'week':
      return weekOf(addDays(today, 7 * step));
    case 'weekend': {
      const { to } = weekOf(addDays(today, 7 * step));
      return { from: addDays(to, -1), to };
    }
    case 'month':
      return monthsFrom(yearOf(today), monthOf(today) + step);
    case 'year':
      return yearsFrom(yearOf(today) + step);
  }
}

/** The same day some months or years away; the last of the month where it has no such day. */
function shifted(today: string, unit: 'month' | 'year', by: number): string {
  const { from, to } = monthsFrom(yearOf(today), monthOf(today) + by * (unit === 'year' ? 12 : 1));
  return isDay(yearOf(from), monthOf(from), Number(today.slice(8)))
    ? `${from.slice(0, 8)}${today.slice(8)}`
    : to;
}
