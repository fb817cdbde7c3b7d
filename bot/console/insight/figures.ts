// The figures under the pictures: sums, shares and middles. Pure.
import type { TurnOutcome } from '../../../dialogs/index.ts';
import { addDays, daysIn, type Period, piecesOf } from './period.ts';
import type { Answers, Counted, Judged } from './source.ts';

/** What a picture tells apart: nine outcomes are too many to see. */
export const seriesNames = ['answered', 'clarified', 'escalated', 'unanswered', 'talk'] as const;
export type Series = (typeof seriesNames)[number];
export type Sums = Readonly<Record<Series, number>>;

const seriesOf = {
  answered: 'answered',
  answeredWithReservation: 'answered',
  clarified: 'clarified',
  escalated: 'escalated',
  declined: 'unanswered',
  rephrase: 'unanswered',
  smallTalk: 'talk',
  ownQuestion: 'talk',
  other: 'talk',
} as const satisfies Record<TurnOutcome, Series>;

/** Up to so many days have a bar each; of longer periods each week has one. */
const mostDayBars = 31;

export interface Bar {
  readonly from: string;
  /** The same day as `from`, or the last of its week. */
  readonly to: string;
  readonly sums: Sums;
}

/** One bar for each day or week of the period, also for those when nothing was asked. */
export function barsOf(counted: readonly Counted[], period: Period): Bar[] {
  const width = daysIn(period) <= mostDayBars ? 1 : 7;
  const barOf = new Map<string, number>();
  const pieces = piecesOf(period, width);
  pieces.forEach((piece, index) => {
    for (let day = piece.from; day <= piece.to; day = addDays(day, 1)) barOf.set(day, index);
  });
  const parts = Map.groupBy(counted, ({ day }) => barOf.get(day));
  return pieces.map((piece, index) => ({ ...piece, sums: sumsOf(parts.get(index) ?? []) }));
}

export function sumsOf(counted: readonly Counted[]): Sums {
  const sums: Record<Series, number> = { answered: 0, clarified: 0, escalated: 0, unanswered: 0, talk: 0 };
  for (const { outcome, count } of counted) sums[seriesOf[outcome]] += count;
  return sums;
}

export function outcomeSums(counted: readonly Counted[]): ReadonlyMap<TurnOutcome, number> {
  const sums = new Map<TurnOutcome, number>();
  for (const { outcome, count } of counted) sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  return sums;
}

/** All turns, or the questions among them. */
export function total(sums: Sums): number {
  return seriesNames.reduce((sum, name) => sum + sums[name], 0);
}
export function questions(sums: Sums): number {
  return total(sums) - sums.talk;
}

/** The sums of each language or channel, the one with the most first. */
export function sumsBy(
  counted: readonly Counted[],
  key: 'language' | 'channel',
): { readonly name: string; readonly sums: Sums }[] {
  const groups = Map.groupBy(counted, (row) => row[key]);
  return [...groups]
    .map(([name, rows]) => ({ name, sums: sumsOf(rows) }))
    .sort((a, b) => total(b.sums) - total(a.sums) || (a.name < b.name ? -1 : 1));
}

/**
 * How often an entry was the answer a day, before something was taught and since; within a period.
 * @returns null where the period has no day of that kind; the day of teaching counts as since
 */
export function answersAround(
  answers: readonly Answers[],
  { from, to }: Period,
  taught: { readonly day: string; readonly entry: string },
): { readonly before: number | null; readonly since: number | null } {
  const own = answers.filter(({ entry }) => entry === taught.entry);
  const aDay = (counted: readonly Answers[], days: number) =>
    days > 0 ? counted.reduce((sum, { count }) => sum + count, 0) / days : null;
  return {
    before: aDay(
      own.filter(({ day }) => day < taught.day),
      daysIn({ from, to: addDays(taught.day, -1) }),
    ),
    since: aDay(
      own.filter(({ day }) => day >= taught.day),
      daysIn({ from: taught.day, to }),
    ),
  };
}

/** For the bound that the true share lies above in 19 of 20 cases. */
const z = 1.645;

/**
 * The least that a share may truly be, given how few were asked (Wilson's score interval): 1 of 1 says less than 9 of 10.
 */
export function lowerBound(hits: number, all: number): number {
  if (all === 0) return 0;
  const share = hits / all;
  const square = z * z;
  const middle = share + square / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share) + square / (4 * all)) / all);
  return Math.max(0, (middle - spread) / (1 + square / all));
}

export interface JudgedEntry extends Judged {
  /** Of all who said what they think, 0 to 1. */
  readonly share: number;
}

/** Entries that somebody found unhelpful, the surest first. */
export function leastHelpful(judged: readonly Judged[]): JudgedEntry[] {
  return judged
    .filter(({ unhelpful }) => unhelpful > 0)
    .map((one) => ({ ...one, share: one.unhelpful / (one.helpful + one.unhelpful) }))
    .map((one) => ({ one, bound: lowerBound(one.unhelpful, one.helpful + one.unhelpful) }))
    .sort(
      (a, b) =>
        b.bound - a.bound || b.one.unhelpful - a.one.unhelpful || (a.one.entry < b.one.entry ? -1 : 1),
    )
    .map(({ one }) => one);
}

export interface Spread {
  readonly count: number;
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly ninetieth: number;
  /** How many took less than each bound and at least the one before; the last part has no bound. */
  readonly parts: readonly number[];
}

/**
 * The middle and the spread of durations, by nearest rank: both are durations that occurred.
 * @returns null when there is none
 */
export function spreadOf(durations: readonly number[], bounds: readonly number[]): Spread | null {
  const sorted = [...durations].map((duration) => Math.max(0, duration)).sort((a, b) => a - b);
  const ranked = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [median, ninetieth] = [ranked(0.5), ranked(0.9)];
  if (median === undefined || ninetieth === undefined) return null;
  const parts = [...bounds.map(() => 0), 0];
  for (const duration of sorted) {
    const index = bounds.findIndex((bound) => duration < bound);
    const part = index === -1 ? bounds.length : index;
    parts[part] = (parts[part] ?? 0) + 1;
  }
  return { count: sorted.length, median, ninetieth, parts };
}
