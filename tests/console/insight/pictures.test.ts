import { describe, expect, test } from '@jest/globals';
import { legend } from '../../../bot/console/insight/pattern.ts';
import { rowBars } from '../../../bot/console/insight/rowBars.ts';
import { niceTicks, stackedBars } from '../../../bot/console/insight/stackedBars.ts';
import { faultOf } from './support/wellFormed.ts';

const inks = ['answered', 'clarified', 'escalated', 'unanswered', 'talk'] as const;
const hostile = '</title><script>alert(1)</script> & "quotes" \' <svg onload=x>';

const days = (counts: readonly number[], label = '1 Nov') =>
  stackedBars({
    id: 'days',
    title: label,
    description: label,
    inks,
    bars: counts.map((count) => ({ label, parts: { answered: count, talk: count }, marked: count === 3 })),
    number: String,
  }).toString();
const rows = (counts: readonly number[], label = 'English') =>
  rowBars({
    id: 'rows',
    title: label,
    description: label,
    inks,
    rows: counts.map((count) => ({ label, parts: { answered: count, escalated: 1 }, note: `${count}` })),
  }).toString();
/** Every number of the drawing. */
const numbers = (svg: string) =>
  [...svg.matchAll(/\s(?:x|y|width|height)="([^"]*)"/gu)].map(([, value]) => Number(value));

describe.each([
  ['upright', days],
  ['lying', rows],
] as const)('a picture of %s bars', (_name, picture) => {
  test.each([
    [[]],
    [[0]],
    [[1]],
    [[0, 0, 1]],
    [[100_000]],
    [[1, 100_000, 3]],
    [Array.from({ length: 53 }, () => 7)],
  ])('of %j is well-formed, named, and within its frame', (counts) => {
    const svg = picture(counts);
    expect(faultOf(svg)).toBeNull();
    expect(svg).toMatch(/^<svg class="picture[^>]*role="img" aria-labelledby="(\w+)-title \1-desc">/u);
    for (const value of numbers(svg)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(53 * 42);
    }
  });

  test('shows hostile text as text', () => {
    const svg = picture([3, 1], hostile);
    expect(faultOf(svg)).toBeNull();
    expect(svg).not.toMatch(/<script|onload=x>|<svg onload/u);
  });

  test('has no style and no script of its own, which the page’s policy would refuse', () => {
    expect(picture([1, 2, 3])).not.toMatch(/\sstyle=|<style|\son\w+=/u);
  });
});

test('the parts of a bar lie on each other and are as high as their numbers', () => {
  const svg = stackedBars({
    id: 'days',
    title: 'Days',
    description: 'Two days',
    inks,
    bars: [
      { label: '1 Nov', parts: { answered: 2, escalated: 1, talk: 1 }, marked: false },
      { label: '2 Nov', parts: { answered: 1 }, marked: true },
    ],
    number: String,
  }).toString();
  const parts = [...svg.matchAll(/y="([\d.]+)" width="44" height="([\d.]+)" fill="url\(#days-(\w+)\)"/gu)];
  // The axis goes to 4 over 200 units, its foot is at 216.
  expect(parts.map(([, y, height, ink]) => [ink, Number(y), Number(height)])).toEqual([
    ['answered', 116, 100],
    ['escalated', 66, 50],
    ['talk', 16, 50],
    ['answered', 166, 50],
  ]);
  expect(svg.match(/class="taught"/gu)).toHaveLength(1);
});

test('lying bars are drawn to one scale, the longest from side to side', () => {
  const svg = rowBars({
    id: 'rows',
    title: 'Rows',
    description: 'Two',
    inks,
    rows: [
      { label: 'English', parts: { answered: 3, talk: 1 }, note: '4' },
      { label: 'x'.repeat(60), parts: { answered: 1 }, note: '1' },
    ],
  }).toString();
  const parts = [...svg.matchAll(/class="part" x="([\d.]+)" y="\d+" width="([\d.]+)"/gu)];
  expect(parts.map(([, x, width]) => [Number(x), Number(width)])).toEqual([
    [0, 270],
    [270, 90],
    [0, 90],
  ]);
  expect(svg).toContain(`>${'x'.repeat(39)}…<`);
});

test('what a picture’s patterns mean is said beside it', () => {
  const list = legend('days', [{ ink: 'clarified', name: hostile }]).toString();
  expect(faultOf(list)).toBeNull();
  expect(list).toContain('fill="url(#days-clarified)"');
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 2, 4, 6, 8]],
  [13, [0, 5, 10, 15]],
  [100_000, [0, 50_000, 100_000]],
  [99_999, [0, 25_000, 50_000, 75_000, 100_000]],
])('an axis up to %d has round steps', (largest, ticks) => {
  const found = niceTicks(largest);
  expect(found.at(-1)).toBeGreaterThanOrEqual(largest);
  expect(found.length).toBeLessThanOrEqual(6);
  if (largest < 99_999) expect(found).toEqual(ticks);
});
