import { describe, expect, it } from '@jest/globals';
import {
  compareTrials,
  describeOutcome,
  readTrialQuestions,
  type Tried,
} from '../../../knowledge/check/trial.ts';

const tried = (kind: Tried['kind'], ...entries: string[]): Tried => ({
  line: 1,
  question: 'q',
  language: null,
  kind,
  found: entries.map((entry) => ({ entry, confidence: 0.5 })),
  outOfScope: null,
  reason: 'Because.',
});
const refused: Tried = { ...tried('missed'), outOfScope: 'weather' };

describe('What a question gets', () => {
  it('is told in words', () => {
    expect(describeOutcome(tried('answered', 'fees'))).toBe('answered by fees (0.50)');
    expect(describeOutcome(tried('clarified', 'fees', 'joining'))).toBe(
      'clarified: fees (0.50), joining (0.50)',
    );
    expect(describeOutcome(tried('missed'))).toBe('missed');
    expect(describeOutcome(refused)).toBe('missed (out of scope: weather)');
  });

  it.each([
    ['the same answer', tried('answered', 'a'), tried('answered', 'a'), 'same'],
    ['another answer', tried('answered', 'a'), tried('answered', 'b'), 'changed'],
    [
      'an answer instead of a question back',
      tried('clarified', 'a'),
      tried('answered', 'a'),
      'newlyAnswered',
    ],
    ['an answer instead of nothing', tried('missed'), tried('answered', 'a'), 'newlyAnswered'],
    ['a question back instead of nothing', tried('missed'), tried('clarified', 'a'), 'changed'],
    ['other entries offered', tried('clarified', 'a', 'b'), tried('clarified', 'a', 'c'), 'changed'],
    ['the same offered in another order', tried('clarified', 'a', 'b'), tried('clarified', 'b', 'a'), 'same'],
    ['another refusal', tried('missed'), refused, 'changed'],
    ['a question back instead of an answer', tried('answered', 'a'), tried('clarified', 'a'), 'lost'],
    ['nothing instead of an answer', tried('answered', 'a'), tried('missed'), 'lost'],
    ['nothing instead of a question back', tried('clarified', 'a'), tried('missed'), 'lost'],
  ])('compared: %s', (_name, before, now, expected) => {
    const { newlyAnswered, changed, lost } = compareTrials([before], [now]);
    const difference = { before, now };
    expect({ newlyAnswered, changed, lost }).toEqual({
      newlyAnswered: expected === 'newlyAnswered' ? [difference] : [],
      changed: expected === 'changed' ? [difference] : [],
      lost: expected === 'lost' ? [difference] : [],
    });
  });
});

it('A language stands in front of a question only where there is one', () => {
  expect(readTrialQuestions('es: ¿Qué es ICLEI?\nre: what is it\n  de:was\n')).toEqual([
    { line: 1, question: '¿Qué es ICLEI?', language: 'es' },
    { line: 2, question: 're: what is it', language: null },
    { line: 3, question: 'de:was', language: null },
  ]);
});
