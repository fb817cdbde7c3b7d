// How long visitors really wait for a reply, so that nobody is promised what does not happen, and whether anybody is there.
import { type BusinessHours, isOpen, nextOpening } from './businessHours.ts';

/** Waiting times that are looked at: the latest. */
export const lookedAt = 30;
/** Fewer than this say nothing. */
const fewest = 10;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Minutes are told in steps of this many: more would be a precision that nobody has. */
const minutesStep = 5;

export interface Wait {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day';
}

/**
 * The middle one of the waiting times, rounded up.
 * @param times milliseconds
 * @returns null when there are too few of them
 */
export function usualWait(times: readonly number[]): Wait | null {
  if (times.length < fewest) return null;
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const minutes = Math.max(1, Math.ceil(median / (minutesStep * minute))) * minutesStep;
  if (minutes < 60) return { count: minutes, unit: 'minute' };
  const hours = Math.ceil(median / hour);
  return hours < 24 ? { count: hours, unit: 'hour' } : { count: Math.ceil(median / day), unit: 'day' };
}

/** When staff are there. */
export interface OpeningHours {
  isOpen(at: Date): boolean;
  /** When they are there next. */
  opensAt(at: Date): Date;
  /** IANA name of the time zone that times are told in; UTC if there is none. */
  readonly timeZone?: string;
}

/** The desk's hours, as visitors are told of them. */
export function openingHours(hours: BusinessHours): OpeningHours {
  return {
    isOpen: (at) => isOpen(hours, at),
    opensAt: (at) => nextOpening(hours, at),
    timeZone: hours.timeZone,
  };
}
