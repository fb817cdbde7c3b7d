// Dates as people write them: "2 August 2017", "août 2017", "2025".
import { formatDate as formatKnown, type Language } from '../../knowledge/index.ts';

/**
 * Writes an ISO date, month or year in a language; the calendar day is the one given, in any time zone.
 * @returns anything else ("undated (c. 2015)") as it is
 */
export function formatDate(date: string, language: Language): string {
  return /^\d{4}-\d{2}(?:-\d{2})?$/u.test(date) ? formatKnown(date, language) : date;
}
