// What a question that goes to staff is about, as far as the bot can tell: it chooses the queue.
import { expect, test } from '@jest/globals';
import { startConversation } from '../support/dialogs/conversation.ts';

const scripts = {
  'my invoice is wrong': { outOfScope: 'invoice' },
  'something about offices': { matches: { 'iclei-offices': 0.3 } },
  'hardly anything': { matches: { 'iclei-offices': 0.05 } },
} as const;

const topicOf = async (text: string) => {
  const visitor = startConversation({ scripts });
  await visitor.says('talk to a person');
  await visitor.says(text);
  const [question] = visitor.escalations.all;
  return question?.tried.topic;
};

test('It is the group out of scope that fits best', async () => {
  expect(await topicOf('my invoice is wrong')).toMatch(/^invoice/u);
});

test('or else the topic of the nearest entry', async () => {
  expect(await topicOf('something about offices')).toBe('iclei-organisation');
});

test('and nothing where no entry is near', async () => {
  expect(await topicOf('hardly anything')).toBeUndefined();
  expect(await topicOf('zebras')).toBeUndefined();
});
