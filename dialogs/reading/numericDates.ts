// Dates in figures: "18/06/2024", "18.6.2024", "2024-06-18", "06/2024".
import { isDay, monthsFrom, type Period } from './calendar.ts';
import type { Reading, ReadPeriod } from './calendarWords.ts';

interface Found extends Period {
  readonly used: readonly number[];
}

/** From the first date of a text to its last one. */
export function readNumericDates({ words }: Reading): ReadPeriod | null {
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const date = fullDateAt(words, at) ?? monthAt(words, at);
    if (date) found.push(date);
    at += date?.used.length ?? 1;
  }
  const from = found[0]?.from;
  const to = found.at(-1)?.to;
  if (from === undefined || to === undefined || from > to) return null;
  return { period: { from, to }, used: new Set(found.flatMap(({ used }) => used)) };
}

function fullDateAt(words: readonly string[], at: number): Found | null {
  const parts = words.slice(at, at + 3);
  if (!parts.every((part) => /^\d+$/u.test(part))) return null;
  const [first = 0, second = 0, third = 0] = parts.map(Number);
  const iso = isYear(first);
  const year = iso ? first : third;
  const day = iso ? third : first;
  // Day before month, as in all five languages; an American date shows by a month that cannot be.
  const swapped = second > 12 && !iso;
  const month = swapped ? first : second;
  const known = swapped ? second : day;
  if (!isYear(year) || month < 1 || month > 12 || !isDay(year, month, known)) return null;
  const written = `${monthsFrom(year, month).from.slice(0, 8)}${String(known).padStart(2, '0')}`;
  return { from: written, to: written, used: [at, at + 1, at + 2] };
}

function monthAt(words: readonly string[], at: number): Found | null {
  const [first = '', second = ''] = words.slice(at, at + 2);
  const month = Number(first);
  const year = Number(second);
  if (!/^\d{1,2}$/u.test(first) || month < 1 || month > 12 || !isYear(year)) return null;
  return { ...monthsFrom(year, month), used: [at, at + 1] };
}

function isYear(year: number): boolean {
  return year >= 1900 && year < 2100;
}
