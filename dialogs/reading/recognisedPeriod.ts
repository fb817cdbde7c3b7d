// Times that our own reading does not know ("the second half of 2024", "in the next 10 days"), by recognizers-text in English
// and Spanish. It has no model for German and Portuguese and would silently read them as English. Its French one is left out:
// beyond what we read ourselves it knows "dans 3 jours", reads "entre le 3 et le 10 mai 2024" as November to May, and its
// first text stops the service for 2 to 13 s (English and Spanish: 0.3 to 1.3 s, loaded when first needed).
import { fold, type Language } from '../../knowledge/index.ts';
import { addDays, type Period } from './calendar.ts';

const cultures: Readonly<Partial<Record<Language, string>>> = { en: 'en-us', es: 'es-es' };

/** What else a time may be told with. Anything beside it means that the text is about something else. */
const hints =
  /^(?:\d.*|q[1-4]|days?|half|quarter|first|second|third|fourth|dias?|primer[oa]?|segund[oa]|tercer[oa]?|cuarto|mitad|trimestre|semestre)$/u;

/**
 * The one period in a text that the recogniser is sure of.
 * @param left the words that are not understood yet
 * @param today ISO day that "next" and the like count from
 */
export async function recognisePeriod(
  text: string,
  left: readonly string[],
  today: string,
  language: Language,
): Promise<Period | null> {
  const culture = cultures[language];
  if (culture === undefined || !left.every((word) => hints.test(word))) return null;
  const { default: recognizers } = await import('@microsoft/recognizers-text-suite');
  // The recogniser reads the clock's local fields: noon of that day wherever the service runs.
  const found = recognizers.recognizeDateTime(text, culture, 0, new Date(`${today}T12:00:00`));
  const [only] = found;
  // What is not in the recognised words was not understood: of "la primera mitad de 2024" it reads "2024".
  if (!only || found.length > 1 || !left.every((word) => fold(only.text).includes(word))) return null;
  return periodOf(only.resolution?.values);
}

/** Reads the recogniser's values: one day, or a first day and the one after the last. Several are a guess, and none. */
function periodOf(values: unknown): Period | null {
  if (!Array.isArray(values) || values.length !== 1) return null;
  const value: unknown = values[0];
  if (typeof value !== 'object' || value === null) return null;
  const { start, end, value: day }: { start?: unknown; end?: unknown; value?: unknown } = value;
  if (isDay(day)) return { from: day, to: day };
  return isDay(start) && isDay(end) && start < end ? { from: start, to: addDays(end, -1) } : null;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
