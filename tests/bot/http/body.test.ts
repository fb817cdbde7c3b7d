import { expect, test } from '@jest/globals';
import { parseJson } from '../../../bot/http/body.ts';

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => '{"a":'.repeat(levels) + '1'.padEnd(levels + 1, '}');

test('JSON of up to 64 levels is read, and not a level more, however many there are', () => {
  expect(parseJson(lists(64))).toBeDefined();
  expect(parseJson(objects(64))).toBeDefined();
  for (const levels of [65, 1000, 130_000]) {
    expect(parseJson(lists(levels))).toBeUndefined();
    expect(parseJson(`{"beside":1,"deep":${objects(levels)}}`)).toBeUndefined();
  }
});

test('Brackets in a text are no levels, and many values side by side are no deeper than one', () => {
  expect(parseJson(JSON.stringify('['.repeat(1000)))).toBe('['.repeat(1000));
  expect(parseJson(`[${'[],'.repeat(50_000)}{}]`)).toHaveLength(50_001);
});

test('What is no JSON is undefined, and plain values are themselves', () => {
  expect(['', '{', "{'a':1}", 'NaN', '{} x'].map(parseJson)).toEqual(Array(5).fill(undefined));
  expect(['null', '5', 'true', '"x"'].map(parseJson)).toEqual([null, 5, true, 'x']);
});
