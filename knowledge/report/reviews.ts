// When answers must be compared with their sources again.
import type { Entry } from '../entry.ts';

/** In days from today, each a heading of the list. */
export const horizons = [30, 90, 180] as const;
/** Months in the picture; what is due after them is counted together. */
const monthsShown = 24;
const msPerDay = 24 * 60 * 60 * 1000;

export interface Due {
  readonly entry: Entry;
  /** Days from today; negative when overdue. */
  readonly days: number;
}

export interface Reviews {
  /** The most overdue first. */
  readonly overdue: readonly Due[];
  /** Due within each of `horizons`, and not in one before it. */
  readonly within: readonly { readonly days: number; readonly due: readonly Due[] }[];
  /** Due after all of them. */
  readonly later: number;
  /** The day of the first review that is not overdue, or null. */
  readonly next: string | null;
  /** This month and the following, as far as reviews go: "2026-11". What is overdue is not in them. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Due after the months. */
  readonly afterMonths: number;
}

/** @param today YYYY-MM-DD */
export function reviewsOf(entries: readonly Entry[], today: string): Reviews {
  const due = entries
    .map((entry) => ({ entry, days: (Date.parse(entry.reviewBy) - Date.parse(today)) / msPerDay }))
    .sort((a, b) => a.days - b.days || (a.entry.id < b.entry.id ? -1 : 1));
  const coming = due.filter(({ days }) => days >= 0);
  const within = horizons.map((days, index) => {
    const from = horizons[index - 1] ?? -1;
    return { days, due: coming.filter((one) => one.days > from && one.days <= days) };
  });
  const months = monthsOf(coming, today);
  return {
    overdue: due.filter(({ days }) => days < 0),
    within,
    later: coming.length - within.reduce((sum, one) => sum + one.due.length, 0),
    next: coming[0]?.entry.reviewBy ?? null,
    months,
    afterMonths: coming.length - months.reduce((sum, { count }) => sum + count, 0),
  };
}

function monthsOf(coming: readonly Due[], today: string): { month: string; count: number }[] {
  const monthOf = (day: string) => day.slice(0, 'YYYY-MM'.length);
  const last = monthOf(coming.at(-1)?.entry.reviewBy ?? today);
  const months: { month: string; count: number }[] = [];
  const [year = 0, first = 1] = today.split('-').map(Number);
  for (let offset = 0; offset < monthsShown; offset++) {
    const month = monthOf(new Date(Date.UTC(year, first - 1 + offset)).toISOString());
    if (month > last) break;
    months.push({ month, count: coming.filter(({ entry }) => monthOf(entry.reviewBy) === month).length });
  }
  return months;
}
