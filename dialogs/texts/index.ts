// The sentences by language, and the few words that bot/ needs to render a reply.
import type { Language } from '../../knowledge/index.ts';
import { formatDate } from './dates.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { type MailTexts, mailTexts as mails } from './mail.ts';
import { pt } from './pt.ts';
import type { Texts } from './texts.ts';

export const texts: Readonly<Record<Language, Texts>> = { en, es, pt, fr, de };

/** Words around a reply. Dates are given as the knowledge has them ("2025", "2017-08-02") and come out as people write them. */
export interface Labels {
  readonly sources: string;
  dates(asOf: string, checkedOn: string): string;
  /** A source's date, as people write it. */
  date(date: string): string;
  readonly wasThisHelpful: string;
  readonly yes: string;
  readonly no: string;
  readonly automaticAnswer: string;
  staffName(name: string): string;
}

/** The words a channel needs to show a reply in a language. */
export function labels(language: Language): Labels {
  const words = texts[language].labels;
  return {
    ...words,
    dates: (asOf, checkedOn) => words.dates(formatDate(asOf, language), formatDate(checkedOn, language)),
    date: (date) => formatDate(date, language),
  };
}

/** The sentences around a reply that goes out by mail. */
export function mailTexts(language: Language): MailTexts {
  return mails[language];
}
