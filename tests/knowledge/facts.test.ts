import { describe, expect, it } from '@jest/globals';
import { factsIn, fillFacts, formatFact } from '../../knowledge/facts.ts';
import { type Language, languages } from '../../knowledge/language.ts';
import type { Fact } from '../../knowledge/schema.ts';

const proof = { asOf: '2025', source: { title: 'Profile', url: 'https://iclei.org/', date: '2025' } };

function inAll(fact: Fact): Record<Language, string> {
  const write = (language: Language) => formatFact(fact, language);
  return { en: write('en'), es: write('es'), pt: write('pt'), fr: write('fr'), de: write('de') };
}

describe('A fact is written as each language does', () => {
  it('numbers with their separators', () => {
    expect(inAll({ kind: 'number', value: 12_500, ...proof })).toEqual({
      en: '12,500',
      es: '12.500',
      pt: '12.500',
      fr: '12\u202f500',
      de: '12.500',
    });
  });

  it('a number of four digits without a separator in Spanish, as the Academy asks', () => {
    const fact: Fact = { kind: 'number', value: 2500, ...proof };
    expect(formatFact(fact, 'es')).toBe('2500');
    expect(formatFact(fact, 'de')).toBe('2.500');
  });

  it('decimals with a point or a comma', () => {
    expect(inAll({ kind: 'number', value: 1.75, ...proof })).toMatchObject({
      en: '1.75',
      de: '1,75',
      fr: '1,75',
    });
  });

  it('a year as it is', () => {
    for (const language of languages)
      expect(formatFact({ kind: 'year', value: 1990, ...proof }, language)).toBe('1990');
  });

  it('a day', () => {
    expect(inAll({ kind: 'date', value: '2017-08-02', ...proof })).toEqual({
      en: '2 August 2017',
      es: '2 de agosto de 2017',
      pt: '2 de agosto de 2017',
      fr: '2 août 2017',
      de: '2. August 2017',
    });
  });

  it('a month', () => {
    expect(inAll({ kind: 'date', value: '2014-09', ...proof })).toEqual({
      en: 'September 2014',
      es: 'septiembre de 2014',
      pt: 'setembro de 2014',
      fr: 'septembre 2014',
      de: 'September 2014',
    });
  });

  it('the first of a month in French', () => {
    expect(formatFact({ kind: 'date', value: '2024-03-01', ...proof }, 'fr')).toBe('1er mars 2024');
  });

  it('days of one month, of two and of two years, and a single one', () => {
    const days = (from: string, to: string) => inAll({ kind: 'days', value: { from, to }, ...proof });
    expect(days('2024-06-18', '2024-06-21')).toEqual({
      en: '18 to 21 June 2024',
      es: 'del 18 al 21 de junio de 2024',
      pt: 'de 18 a 21 de junho de 2024',
      fr: 'du 18 au 21 juin 2024',
      de: 'vom 18. bis 21. Juni 2024',
    });
    expect(days('2016-05-31', '2016-06-02')).toEqual({
      en: '31 May to 2 June 2016',
      es: 'del 31 de mayo al 2 de junio de 2016',
      pt: 'de 31 de maio a 2 de junho de 2016',
      fr: 'du 31 mai au 2 juin 2016',
      de: 'vom 31. Mai bis 2. Juni 2016',
    });
    expect(days('2026-12-30', '2027-01-01')).toMatchObject({
      en: '30 December 2026 to 1 January 2027',
      fr: 'du 30 décembre 2026 au 1er janvier 2027',
    });
    expect(days('2024-06-01', '2024-06-03').fr).toBe('du 1er au 3 juin 2024');
    expect(days('2024-06-18', '2024-06-18').de).toBe('18. Juni 2024');
  });

  it('one text for all, or each its own', () => {
    expect(formatFact({ kind: 'text', value: '2015–2021', ...proof }, 'de')).toBe('2015–2021');
    const value = {
      en: 'the 1990s',
      es: 'los años 90',
      pt: 'os anos 90',
      fr: 'les années 1990',
      de: 'die 1990er',
    };
    expect(inAll({ kind: 'text', value, ...proof })).toEqual(value);
  });
});

describe('In a text', () => {
  const facts: Record<string, Fact> = { size: { kind: 'number', value: 2500, ...proof } };

  it('every fact is written in, however it is spaced', () => {
    expect(fillFacts('{{size}} or {{ size }}.', facts, 'en')).toBe('2,500 or 2,500.');
  });
  it('a fact that does not exist stays, and names of objects are no facts', () => {
    expect(fillFacts('{{nothing}} {{constructor}}', facts, 'en')).toBe('{{nothing}} {{constructor}}');
  });
  it('a dollar in a fact is only a dollar', () => {
    expect(fillFacts('{{cost}}', { cost: { kind: 'text', value: 'US$& 5', ...proof } }, 'en')).toBe('US$& 5');
  });
  it('the facts are listed as written', () => {
    expect(factsIn('a {{ size }} and {{b}}')).toEqual([
      { written: '{{ size }}', id: 'size' },
      { written: '{{b}}', id: 'b' },
    ]);
  });
});

it('A day is the same day wherever the service runs', () => {
  // Formatted in UTC; in local time a place west of Greenwich would say 1 August.
  const zone = process.env.TZ;
  process.env.TZ = 'America/Los_Angeles';
  try {
    expect(formatFact({ kind: 'date', value: '2017-08-02', ...proof }, 'en')).toBe('2 August 2017');
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
