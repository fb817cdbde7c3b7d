// Periods of the calendar: ISO days, the last one included. Counted in UTC, so that no machine's time zone moves them.

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The day of a moment. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

export function addDays(day: string, days: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/** Whole months. `month` counts from 1 and may run over the year's ends: 13 is the next January. */
export function monthsFrom(year: number, month: number, count = 1): Period {
  return {
    from: dayOf(new Date(Date.UTC(year, month - 1, 1))),
    to: dayOf(new Date(Date.UTC(year, month - 1 + count, 0))),
  };
}

export function yearsFrom(year: number, count = 1): Period {
  return monthsFrom(year, 1, 12 * count);
}

/** The week of a day, Monday to Sunday. */
export function weekOf(day: string): Period {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const from = addDays(day, -sinceMonday);
  return { from, to: addDays(from, 6) };
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

/** Whether a day of that month exists in that year. */
export function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= Number(monthsFrom(year, month).to.slice(8));
}

/** The days between two periods; 0 when they touch or overlap. */
export function daysBetween(one: Period, other: Period): number {
  const gap = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.max(0, gap(one.to, other.from), gap(other.to, one.from));
}

export function overlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Whether a period is made of whole months or years. */
export function isWhole({ from, to }: Period, unit: 'month' | 'year'): boolean {
  const begins = from.endsWith(unit === 'year' ? '-01-01' : '-01');
  return begins && (unit === 'year' ? to.endsWith('-12-31') : addDays(to, 1).endsWith('-01'));
}
