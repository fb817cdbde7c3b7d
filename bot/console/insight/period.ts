// The days that figures are about: the last 7, 30 or 90, or from one day to another. Days are those of UTC.
import { z } from 'zod';

/** Both days belong to it: "2026-11-01", "2026-11-30". */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const usualDays = [7, 30, 90] as const;
const defaultDays = 30;
/** A year, and its leap day. */
export const longestDays = 366;

export type PeriodFault = 'unreadable' | 'backwards' | 'tooLong';

export type PeriodChoice =
  /** `days` says which of the usual periods it is. */
  | { readonly ok: true; readonly period: Period; readonly days: number | null }
  | { readonly ok: false; readonly fault: PeriodFault; readonly period: Period; readonly days: number };

const daySchema = z.iso.date();
const daysSchema = z
  .enum(['7', '30', '90'])
  .transform(Number)
  .pipe(z.union(usualDays.map((days) => z.literal(days))));

/**
 * Reads what a page's address asks for; the last 30 days if it asks for nothing, or for what can't be.
 * @param now tells which day today is
 */
export function readPeriod(query: URLSearchParams, now: Date): PeriodChoice {
  const [from, to, days] = ['from', 'to', 'days'].map((name) => query.get(name) || null);
  const today = dayOf(now);
  const fallback = { days: defaultDays, period: lastDays(defaultDays, today) };
  const refused = (fault: PeriodFault): PeriodChoice => ({ ok: false, fault, ...fallback });
  if (!from && !to) {
    if (!days) return { ok: true, ...fallback };
    const asked = daysSchema.safeParse(days);
    return asked.success
      ? { ok: true, days: asked.data, period: lastDays(asked.data, today) }
      : refused('unreadable');
  }
  const first = daySchema.safeParse(from);
  const last = daySchema.safeParse(to || today);
  if (!first.success || !last.success) return refused('unreadable');
  const period = { from: first.data, to: last.data };
  if (period.to < period.from) return refused('backwards');
  return daysIn(period) > longestDays ? refused('tooLong') : { ok: true, days: null, period };
}

function lastDays(count: number, today: string): Period {
  return { from: addDays(today, 1 - count), to: today };
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

const dayMs = 24 * 60 * 60 * 1000;

export function addDays(day: string, count: number): string {
  return dayOf(new Date(Date.parse(day) + count * dayMs));
}

/** How many days a period has. */
export function daysIn({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** A period in pieces of at most so many days, the first one first. */
export function piecesOf(period: Period, days: number): Period[] {
  const count = Math.ceil(daysIn(period) / days);
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(period.from, index * days);
    const left = daysIn({ from, to: period.to });
    return { from, to: addDays(from, Math.min(days, left) - 1) };
  });
}

/** A day by its day and month, with the year where it matters. */
export function writtenDay(day: string, language: string, style: 'short' | 'medium'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'short' ? { day: 'numeric', month: 'short' } : { dateStyle: 'medium' };
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(day));
}
