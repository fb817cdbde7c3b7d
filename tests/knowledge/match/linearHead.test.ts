// How often training goes over the phrasings.
import { expect, test } from '@jest/globals';
import { passesFor } from '../../../knowledge/match/linearHead.ts';

test('Few phrasings are gone over more often, thousands three times', () => {
  expect([50, 1_500, 31_000].map(passesFor)).toEqual([20, 7, 3]);
});
