import { describe, expect, it } from '@jest/globals';
import { closest } from '../../knowledge/closest.ts';

describe('The nearest name', () => {
  it.each([
    ['anwser', 'answer'],
    ['Phrasing', 'phrasings'],
    ['tittle', 'title'],
  ])('to "%s" is "%s"', (typed, name) => {
    expect(closest(typed, ['answer', 'phrasings', 'title', 'date'])).toBe(name);
  });
  it('is none when nothing is near', () => {
    expect(closest('owner', ['answer', 'phrasings', 'title', 'date'])).toBeNull();
    expect(closest('x', [])).toBeNull();
  });
});
