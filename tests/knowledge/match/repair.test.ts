// Which word a misspelt one is taken for.
import { describe, expect, test } from '@jest/globals';
import { createRepairer, type Surroundings } from '../../../knowledge/match/repair.ts';
import { placeNames } from '../../../knowledge/text/placeNames.ts';

const { repair } = createRepairer(
  new Map([
    ['caro', 1],
    ['card', 3],
    ['care', 1],
    ['credit', 4],
    ['region', 2],
    ['pay', 2],
    ['members', 9],
    ['mitglied', 5],
  ]),
  placeNames(),
);
const english = (word: string) => word !== 'mitglied';
const beside =
  (...fitting: readonly string[]): Surroundings['fits'] =>
  (word) =>
    fitting.includes(word) ? 1 : 0;

describe('A misspelt word', () => {
  test('is taken for the nearest one', () => {
    expect(repair('membres', { spoken: english })).toBe('members');
    expect(repair('xylophone', { spoken: english })).toBeNull();
  });

  test('is taken for the one that stands beside its neighbours in a phrasing, where two are as near', () => {
    expect(repair('carx', { spoken: english, fits: beside('care') })).toBe('care');
    expect(repair('carx', { spoken: english, fits: beside('card') })).toBe('card');
  });

  test('of two or three letters, or far off, is repaired only if it fits there', () => {
    expect(repair('pya', { spoken: english })).toBeNull();
    expect(repair('pya', { spoken: english, fits: beside('pay') })).toBe('pay');
    expect(repair('pa', { spoken: english, fits: beside('pay') })).toBe('pay');
    expect(repair('rejon', { spoken: english, fits: beside('region') })).toBeNull();
    expect(repair('rejoin', { spoken: english })).toBeNull();
    expect(repair('rejoin', { spoken: english, fits: beside('region') })).toBe('region');
    expect(repair('oregon', { spoken: english, fits: beside('region') })).toBeNull();
  });

  test('is none if it is a place', () => {
    for (const place of ['cairo', 'norway', 'noruega', 'norwegen', 'oman', 'taipei'])
      expect([place, repair(place, { spoken: english })]).toEqual([place, null]);
    const withoutPlaces = createRepairer(new Map([['caro', 1]]));
    expect(withoutPlaces.repair('cairo', { spoken: english })).toBe('caro');
  });

  test('is none if it is known, unless it is of another language and one looks twice', () => {
    const spoken = (word: string) => word !== 'care';
    expect(repair('care', { spoken, fits: beside('card') })).toBeNull();
    expect(repair('care', { spoken, fits: beside('card'), bold: true })).toBe('card');
    expect(repair('mitgleid', { spoken: english })).toBe('mitglied');
    expect(repair('mitgleid', { spoken: english, bold: true })).toBeNull();
  });
});
