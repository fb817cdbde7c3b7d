// Counting in opening hours: when something is due that may take so many of them, and when somebody is there again.
// Minutes are minutes that pass, also on the nights when clocks are changed; days begin where the time zone's do.

/** A part of a day, in minutes since midnight as clocks show it: 540 to 1020 is 9:00 to 17:00. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface BusinessHours {
  /** IANA name: "Europe/Berlin". */
  readonly timeZone: string;
  /** Monday first, seven of them; each day's spans one after the other, none when it is closed. At least one day is open. */
  readonly week: readonly (readonly Span[])[];
  /** Days on which nobody works, ISO: "2026-12-25". */
  readonly holidays: ReadonlySet<string>;
}

const minute = 60_000;
const day = 86_400_000;

/** Is somebody there at this moment? */
export function isOpen(hours: BusinessHours, at: Date): boolean {
  return openings(hours, dayAt(hours.timeZone, at)).some(([from, to]) => from <= at && at < to);
}

/** The moment itself if somebody is there, else when the doors open next. */
export function nextOpening(hours: BusinessHours, at: Date): Date {
  return addBusinessMinutes(hours, at, 0);
}

/**
 * When so many minutes of opening hours will have passed. Asked for none, it is the next moment at which somebody is there.
 * @param minutes 0 or more; a sum that ends with a day ends at its closing time, not the next morning
 */
export function addBusinessMinutes(hours: BusinessHours, start: Date, minutes: number): Date {
  let left = minutes * minute;
  // It ends: some day of the week is open, and the holidays are a list.
  for (let date = dayAt(hours.timeZone, start); ; date = dayAfter(date)) {
    for (const [from, to] of openings(hours, date)) {
      const begin = Math.max(from.getTime(), start.getTime());
      const room = to.getTime() - begin;
      if (room > 0 && left <= room) return new Date(begin + left);
      if (room > 0) left -= room;
    }
  }
}

/** The day it is somewhere at a moment, ISO. */
export function dayAt(timeZone: string, at: Date): string {
  return wallTime(timeZone, at).toISOString().slice(0, 10);
}

/** Minutes since midnight as clocks show them somewhere. */
export function minuteAt(timeZone: string, at: Date): number {
  const wall = wallTime(timeZone, at);
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/**
 * The moment at which clocks somewhere show a time: the first one if they show it twice, and where they skip it, as long after the
 * change as it would have been.
 * @param date ISO day
 * @param minutes since midnight, 1440 for its end
 */
export function momentOf(timeZone: string, date: string, minutes: number): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * minute;
  // Of two offsets around a change one is right, unless the time is skipped: then the earlier one leads past the gap.
  const before = offsetAt(timeZone, new Date(wall - day));
  const after = offsetAt(timeZone, new Date(wall + day));
  const fits = [before, after].filter((offset) => offsetAt(timeZone, new Date(wall - offset)) === offset);
  return new Date(wall - (fits.length > 0 ? Math.max(...fits) : before));
}

/** Does this machine know the time zone? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A day's opening hours as moments. */
function openings({ timeZone, week, holidays }: BusinessHours, date: string): readonly [Date, Date][] {
  if (holidays.has(date)) return [];
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (week[weekday] ?? []).map(({ from, to }) => [
    momentOf(timeZone, date, from),
    momentOf(timeZone, date, to),
  ]);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10);
}

/** What clocks somewhere show, written as if it were UTC. */
function wallTime(timeZone: string, at: Date): Date {
  return new Date(at.getTime() + offsetAt(timeZone, at));
}

/** Making a formatter takes longer than all its uses. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** By how much clocks somewhere are ahead of UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, at: Date): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}
