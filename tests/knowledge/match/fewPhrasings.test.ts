// What finds an entry that has hardly been phrased yet: the words of its id, and even words of grammar, though these are never certain.
import { expect, test } from '@jest/globals';
import { topicOf } from '../../../dialogs/escalate.ts';
import { createMatcher, decide } from '../../../knowledge/index.ts';
import { knowledgeOf } from '../../bench/questionSet.ts';
import { shippedKnowledge } from '../shipped.ts';

const matcher = createMatcher(
  knowledgeOf([
    { text: 'when are you here', intent: 'opening-hours' },
    { text: 'what does a ticket cost', intent: 'ticket_price' },
    { text: 'who are you', intent: 'staff' },
    { text: 'where do the trains leave', intent: 'platforms' },
  ]),
);
const found = (question: string) => matcher.match(question, { language: 'en' }).matches[0];

test('The words of its id find an entry', () => {
  expect(found('your opening hours')?.entry.id).toBe('opening-hours');
  expect(found('price')?.entry.id).toBe('ticket_price');
});

test('A question of stop words alone is ranked, and not answered unless it is a phrasing', () => {
  const question = 'are you here now';
  expect(found(question)?.entry.id).toBe('opening-hours');
  expect(decide(matcher.match(question, { language: 'en' })).kind).toBe('noAnswer');
  expect(found('who are you')?.confidence).toBeGreaterThan(0.9);
});

test('A question of stop words alone belongs to no group out of scope, and tells no topic', async () => {
  const shipped = createMatcher(await shippedKnowledge());
  for (const question of ['which one?', 'et comment?', 'and how much is it for me?', 'por que no?']) {
    const result = shipped.match(question);
    expect([question, result.outOfScope, topicOf(result)]).toEqual([question, null, {}]);
  }
});
