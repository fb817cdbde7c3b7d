// The words of the calendar in the five languages, folded. The months' names come from Intl.
import { fold, type Language } from '../../knowledge/index.ts';
import type { Period } from './calendar.ts';

export type Direction = 'this' | 'next' | 'last';
export type Unit = 'week' | 'weekend' | 'month' | 'year';
/** Counted by the month they begin with, in the northern half of the world; the reply names the months. */
export type Season = 3 | 6 | 9 | 12;

export interface CalendarWords {
  readonly directions: Readonly<Record<Direction, RegExp>>;
  /** After the unit, where a language says "the month that comes". */
  readonly comes: RegExp | null;
  readonly units: Readonly<Record<Unit, RegExp>>;
  readonly today: RegExp;
  readonly tomorrow: RegExp;
  readonly seasons: Readonly<Record<Season, RegExp>>;
  /** Words before a time: "in", "during the". A name with another meaning counts only after one. */
  readonly at: RegExp;
  /** Between two days or months: "3 to 10 May". */
  readonly until: RegExp;
  /** Verbs and words that tell that the past is meant. */
  readonly past: RegExp;
  /** Two to six, in words. */
  readonly counts: readonly string[];
}

export interface ReadPeriod {
  readonly period: Period;
  /** Which of the words told it. */
  readonly used: ReadonlySet<number>;
}

/** A text in which a time is looked for, in one language. */
export interface Reading {
  /** Folded. */
  readonly words: readonly string[];
  readonly today: string;
  readonly language: Language;
  readonly calendar: CalendarWords;
  /** Whether the text tells of the past. */
  readonly past: boolean;
}

/** Long and short names, each with its number from 1. */
export function monthNames(language: Language): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const style of ['short', 'long'] as const) {
    const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const name = fold(format.format(Date.UTC(2024, month - 1, 1))).replace('.', '');
      names.set(name, month);
    }
  }
  // Of Portugal, of Austria, and the British short form.
  if (language === 'de') names.set('janner', 1).set('feber', 2).set('maerz', 3);
  if (language === 'en') names.set('sept', 9);
  if (language === 'es') names.set('setiembre', 9);
  return names;
}

/** Names of months that are words of their own as well ("may", "march", Spanish "mar", Portuguese "set"), and seasons. */
export const ambiguous: ReadonlySet<string> = new Set(
  'may march mar mars set out ago jan sep dec fall spring ete marco'.split(' '),
);

export const calendarWords: Readonly<Record<Language, CalendarWords>> = {
  en: {
    directions: {
      this: /^(?:this|current)$/u,
      next: /^(?:next|coming|upcoming|following)$/u,
      last: /^(?:last|past|previous)$/u,
    },
    comes: null,
    units: { week: /^weeks?$/u, weekend: /^weekend$/u, month: /^months?$/u, year: /^years?$/u },
    today: /^(?:today|tonight)$/u,
    tomorrow: /^tomorrow$/u,
    seasons: { 3: /^spring$/u, 6: /^summer$/u, 9: /^(?:autumn|fall)$/u, 12: /^winter$/u },
    at: /^(?:in|for|during|of|from|since|until|till|by|between|early|mid|late)$/u,
    until: /^(?:to|until|till|through|and|or)$/u,
    past: /^(?:was|were|did|took|happened|past|previous|last)$/u,
    counts: ['two', 'three', 'four', 'five', 'six'],
  },
  es: {
    directions: {
      this: /^(?:este|esta|estos|estas|actual)$/u,
      next: /^(?:proxim[oa]s?|siguientes?|entrante)$/u,
      last: /^(?:pasad[oa]s?|ultim[oa]s?|anterior(?:es)?)$/u,
    },
    comes: /^que vienen?$/u,
    units: { week: /^semanas?$/u, weekend: /^finde$/u, month: /^mes(?:es)?$/u, year: /^anos?$/u },
    today: /^hoy$/u,
    tomorrow: /^manana$/u,
    seasons: { 3: /^primavera$/u, 6: /^verano$/u, 9: /^otono$/u, 12: /^invierno$/u },
    at: /^(?:en|para|durante|de|del|desde|hasta|entre|a|el)$/u,
    until: /^(?:a|al|hasta|y|e|o)$/u,
    past: /^(?:fue|fueron|hubo|tuvo|tuvieron|celebro|celebraron|pasad[oa]s?|realizaron|organizo)$/u,
    counts: ['dos', 'tres', 'cuatro', 'cinco', 'seis'],
  },
  pt: {
    directions: {
      this: /^(?:d?n?est[ea]s?|atual|corrente)$/u,
      next: /^(?:proxim[oa]s?|seguintes?)$/u,
      last: /^(?:passad[oa]s?|ultim[oa]s?|anterior(?:es)?)$/u,
    },
    comes: /^que vem$/u,
    units: { week: /^semanas?$/u, weekend: /^findi$/u, month: /^mes(?:es)?$/u, year: /^anos?$/u },
    today: /^hoje$/u,
    tomorrow: /^amanha$/u,
    seasons: { 3: /^primavera$/u, 6: /^verao$/u, 9: /^outono$/u, 12: /^inverno$/u },
    at: /^(?:em|no|na|para|durante|de|do|desde|ate|entre|a)$/u,
    until: /^(?:a|ate|e|ou)$/u,
    past: /^(?:foi|foram|houve|teve|tiveram|aconteceu|aconteceram|ocorreram|realizou|passad[oa]s?)$/u,
    counts: ['dois', 'tres', 'quatro', 'cinco', 'seis'],
  },
  fr: {
    directions: {
      this: /^(?:ce|cet|cette|ces|actuelle?)$/u,
      next: /^(?:prochaine?s?|suivante?s?)$/u,
      last: /^(?:derni(?:er|ere)s?|passee?s?|precedente?s?)$/u,
    },
    comes: /^(?:qui vient|qui viennent|a venir)$/u,
    units: { week: /^semaines?$/u, weekend: /^weekend$/u, month: /^mois$/u, year: /^(?:ans?|annees?)$/u },
    today: /^aujourdhui$/u,
    tomorrow: /^demain$/u,
    seasons: { 3: /^printemps$/u, 6: /^ete$/u, 9: /^automne$/u, 12: /^hiver$/u },
    at: /^(?:en|au|pour|durant|pendant|de|du|d|des|depuis|entre|a)$/u,
    until: /^(?:a|au|et|ou)$/u,
    past: /^(?:etait|etaient|eu|fut|furent|passee?s?)$/u,
    counts: ['deux', 'trois', 'quatre', 'cinq', 'six'],
  },
  de: {
    directions: {
      this: /^(?:diese[mnrs]?|laufende[mnrs]?|aktuelle[mnrs]?)$/u,
      next: /^(?:na?e?chste[mnrs]?|kommende[mnrs]?)$/u,
      last: /^(?:letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?)$/u,
    },
    comes: null,
    units: {
      week: /^wochen?$/u,
      weekend: /^wochenende$/u,
      month: /^monat(?:en?|s)?$/u,
      year: /^jahr(?:en?|es)?$/u,
    },
    today: /^heute$/u,
    tomorrow: /^morgen$/u,
    seasons: { 3: /^(?:fruhling|fruhjahr)$/u, 6: /^sommer$/u, 9: /^herbst$/u, 12: /^winter$/u },
    at: /^(?:im|in|fur|wahrend|vom|von|seit|ab|bis|zwischen|anfang|mitte|ende)$/u,
    until: /^(?:bis|und|oder)$/u,
    past: /^(?:war|waren|fand|fanden|gab|stattgefunden|letzte[mnrs]?|vergangene[mnrs]?)$/u,
    counts: ['zwei', 'drei', 'vier', 'funf', 'sechs'],
  },
};
