// Coverage, reviews, readability and facts.
import { describe, expect, test } from '@jest/globals';
import { curate } from '../../../knowledge/curate.ts';
import type { Entry, Language } from '../../../knowledge/index.ts';
import { answersOf } from '../../../knowledge/report/answers.ts';
import { coverageOf, isGap } from '../../../knowledge/report/coverage.ts';
import { factUseOf } from '../../../knowledge/report/factUse.ts';
import { measureProse } from '../../../knowledge/report/readability.ts';
import { reviewsOf } from '../../../knowledge/report/reviews.ts';
import { syllablesIn } from '../../../knowledge/report/syllables.ts';
import { facts, files, joiningWith } from '../files.ts';
import { knowledgeOf } from './sample.ts';

const { entries } = knowledgeOf(files());
const [fees] = entries;
if (!fees) throw new Error('The sample has entries.');

describe('Coverage', () => {
  const coverage = coverageOf(entries);
  const cell = (topic: string, language: string) =>
    coverage.find((row) => row.topic === topic)?.cells.find((one) => one.language === language);

  test('has every topic, and marks those of which nothing is told', () => {
    expect(coverage).toHaveLength(17);
    expect(cell('events', 'en')).toMatchObject({ entries: 0, missing: 0, meanPhrasings: 0 });
    expect(coverage.flatMap(({ cells }) => cells).every(isGap)).toBe(true);
  });

  test('tells entries, phrasings on average, and entries that have too few', () => {
    expect(cell('membership', 'en')).toMatchObject({
      entries: 2,
      meanPhrasings: 4,
      thin: ['fees', 'joining'],
    });
    expect(cell('membership', 'de')).toMatchObject({ entries: 0, missing: 2 });
  });

  test('is no gap with eight phrasings and every language', () => {
    const text = { ...fees.texts.en, phrasings: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] };
    const full: Entry = { ...fees, texts: { en: text, es: text, pt: text, fr: text, de: text } };
    const row = coverageOf([full]).find(({ topic }) => topic === 'membership');
    expect(row?.cells.filter(isGap)).toEqual([]);
  });
});

describe('Reviews', () => {
  const due = (id: string, reviewBy: string): Entry => ({ ...fees, id, reviewBy });
  const reviews = reviewsOf(
    [
      due('late', '2026-11-30'),
      due('today', '2026-12-01'),
      due('month', '2026-12-31'),
      due('spring', '2027-03-01'),
      due('may', '2027-05-30'),
      due('summer', '2027-05-31'),
      due('far', '2029-06-01'),
    ],
    '2026-12-01',
  );

  test('are overdue from the day after', () => {
    expect(reviews.overdue.map(({ entry, days }) => [entry.id, days])).toEqual([['late', -1]]);
    expect(reviews.next).toBe('2026-12-01');
  });

  test('stand under the first horizon they are within', () => {
    expect(reviews.within.map((one) => one.due.map(({ entry }) => entry.id))).toEqual([
      ['today', 'month'],
      ['spring'],
      ['may'],
    ]);
    expect(reviews.later).toBe(2);
  });

  test('are counted by month for two years, and together after that', () => {
    expect(reviews.months).toHaveLength(24);
    expect(reviews.months[0]).toEqual({ month: '2026-12', count: 2 });
    expect(reviews.months[5]).toEqual({ month: '2027-05', count: 2 });
    expect(reviews.months.at(-1)).toEqual({ month: '2028-11', count: 0 });
    expect(reviews.afterMonths).toBe(1);
  });

  test('of nothing are none', () => {
    expect(reviewsOf([], '2026-12-01')).toMatchObject({ overdue: [], later: 0, next: null, afterMonths: 0 });
  });
});

describe('Syllables', () => {
  const words: Readonly<Record<Language, string>> = {
    en: 'cit-y na-ture makes named want-ed plac-es ta-bles i-de-a ra-di-o re-gion cre-at-ed the 2,500',
    es: 'te-a-tro pa-ís ciu-da-des guí-a quie-re a-gua eu-ro-pe-o re-yes muy',
    pt: 'ci-da-des a-ção a-ções mães pa-ís que-ro eu-ro-peu his-tó-ria sa-ú-de',
    fr: 'ville villes ré-seau cré-er i-dée en-vi-ron-ne-ment le',
    de: 'Städ-te Re-gie-rung Ge-bäu-de neu-e See Quel-le Eu-ro-pa',
  };
  const cases = Object.entries(words).flatMap(([language, list]) =>
    list.split(' ').map((word) => ({ language, word })),
  );
  test.each(cases)('$language: $word', ({ language, word }) => {
    const known = (['en', 'es', 'pt', 'fr', 'de'] as const).find((one) => one === language) ?? 'en';
    expect(syllablesIn(word.replaceAll('-', ''), known)).toBe(word.split('-').length);
  });
});

describe('Readability', () => {
  // Each has 2 sentences and 8 words; the syllables are counted by hand.
  test.each([
    ['en', 'Cities join the network. They share good ideas.', 206.835 - 1.015 * 4 - 84.6 * (12 / 8)],
    ['es', 'Las ciudades forman redes. Comparten ideas muy buenas.', 206.84 - 1.02 * 4 - 60 * (17 / 8)],
    ['pt', 'As cidades formam redes. Elas trocam boas ações.', 248.835 - 1.015 * 4 - 84.6 * (16 / 8)],
    ['fr', 'Les villes forment des réseaux. Elles partagent tout.', 207 - 1.015 * 4 - 73.6 * (12 / 8)],
    ['de', 'Die Städte bilden Netzwerke. Sie teilen neue Ideen.', 180 - 4 - 58.5 * (15 / 8)],
  ] as const)('%s goes by the formula of its language', (language, text, figure) => {
    const prose = measureProse(text, language);
    expect(prose).toMatchObject({ sentences: 2, words: 8, wordsPerSentence: 4 });
    expect(prose.readability).toBeCloseTo(figure, 5);
  });

  test('counts what is read: no marks, no link targets, each item of a list by itself', () => {
    const prose = measureProse('**Two** ways:\n\n- [a form](https://iclei.org/a-b-c)\n- a letter', 'en');
    expect(prose).toMatchObject({ words: 6, sentences: 3 });
  });

  test('of no words is no number to fear', () => {
    expect(measureProse('…', 'en')).toMatchObject({ sentences: 0, words: 0, wordsPerSentence: 0 });
  });

  test('is told by language, the longest and the hardest first', () => {
    const [english, ...others] = answersOf(entries);
    expect(others).toEqual([]);
    expect(english).toMatchObject({ language: 'en', answers: 2 });
    expect(english?.longest.map(({ entry }) => entry.id)).toEqual(['joining', 'fees']);
    expect(english?.lengths.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(english?.readability.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});

describe('Facts', () => {
  const source = 'source: { title: Profile, url: https://iclei.org/, date: 2025 }';
  const more = `${facts}  opened: { value: 1990-09, kind: date, asOf: c. 2010-2015, ${source} }
  motto: { value: Go, kind: text, asOf: undated, ${source} }
  decade: { value: 3, kind: number, asOf: 2010s, ${source} }
  fair-days: { value: { from: 2016-05-31, to: 2016-06-02 }, kind: days, asOf: '2016', ${source} }
`;
  const held = joiningWith('related: [fees]', 'events: [{ name: Fair, days: fair-days }]\n  related: [fees]');
  const used = factUseOf(curate(files({ 'facts.yaml': more, ...held })));

  test('come by the last year they are true for, those without any first', () => {
    expect(used.map(({ id, year }) => [id, year])).toEqual([
      ['motto', null],
      ['decade', 2010],
      ['opened', 2015],
      ['fair-days', 2016],
      ['size', 2025],
      ['size-year', 2025],
    ]);
  });

  test('tell the answers that state them, and what they say', () => {
    expect(used.find(({ id }) => id === 'size')).toMatchObject({ value: '2,500', usedBy: ['joining'] });
    expect(used.find(({ id }) => id === 'opened')).toMatchObject({ value: 'September 1990', usedBy: [] });
    expect(used.find(({ id }) => id === 'fair-days')).toMatchObject({
      value: '31 May to 2 June 2016',
      usedBy: ['joining'],
    });
  });
});
