// Which of the console's texts a reader gets.
import type { Language } from '../../../knowledge/index.ts';
import { preferredLanguage } from '../../http/acceptLanguage.ts';
import { de } from './de.ts';
import { type ConsoleTexts, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

export type { ConsoleTexts } from './en.ts';

export const texts: Readonly<Record<Language, ConsoleTexts>> = { en, es, pt, fr, de };

/**
 * The reader's language, the console's texts in it, and numbers and durations as they are written there.
 * @param acceptLanguage the header, "de-DE,de;q=0.9,en;q=0.5"
 * @param chosen the language somebody chose for themselves, if they did
 */
export function wordsFor(acceptLanguage: string | undefined, chosen: Language | null = null): Words {
  const language = chosen ?? preferredLanguage(acceptLanguage) ?? 'en';
  return { language, t: texts[language] };
}

export interface Words {
  readonly language: Language;
  readonly t: ConsoleTexts;
}

/** "5 min", "2 hr", "3 days": how long something lasted, in the biggest unit that fits. */
export function duration(milliseconds: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

/** A language's name as the reader calls it, within a sentence: "German", "allemand". */
export function languageName(named: Language, reader: Language): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(named) ?? named;
}

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}
