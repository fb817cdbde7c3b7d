// What a visitor sees of an entry that is not served any more: nothing at all.
import { describe, expect, test } from '@jest/globals';
import { type Entry, sealKnowledge } from '../../knowledge/index.ts';
import { labelsOf, only, startConversation } from '../support/dialogs/conversation.ts';
import { type Script, smallKnowledge } from '../support/dialogs/knowledge.ts';

// Conversations in tests begin on 24 November 2026.
const scripts: Readonly<Record<string, Script>> = {
  'what is the smart approach': { matches: { 'smart-approach': 0.97 }, language: 'en' },
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
  'solutions or smart': { matches: { 'smart-approach': 0.5, 'solutions-gateway': 0.4 }, language: 'en' },
};

function visitor(span: Pick<Entry, 'validFrom' | 'validTo'>) {
  const entries = smallKnowledge.entries.map((entry) =>
    entry.id === 'smart-approach' ? { ...entry, ...span } : entry,
  );
  return startConversation({ scripts, base: sealKnowledge({ ...smallKnowledge, entries }) });
}
const smart = 'What is the SMART approach?';

describe('An entry that ended yesterday', () => {
  const ended = { validTo: '2026-11-23' };
  test('is no answer: the question goes to staff', async () => {
    const talk = visitor(ended);
    expect(only(await talk.says(smart)).kind).toBe('noAnswer');
    expect(talk.escalations.all).toHaveLength(1);
  });
  test('is not offered when we ask back', async () => {
    expect(labelsOf(only(await visitor(ended).says('solutions or smart')))).toEqual([
      'What is the Solutions Gateway?',
      'No, something else',
    ]);
  });
  test('is not among the next questions of another answer, nor among the first ones', async () => {
    const talk = visitor(ended);
    expect(labelsOf(only(await talk.says('What is ICLEI?')))).not.toContain(smart);
    expect(labelsOf(only(await talk.says('help')))).not.toContain(smart);
    expect(labelsOf(only(talk.assistant.welcome('en')))).not.toContain(smart);
    expect(talk.assistant.welcome('en')[0]?.choices).toHaveLength(4);
  });
  test('is not given by an old button either', async () => {
    const reply = only(await visitor(ended).presses({ action: 'ask', entry: 'smart-approach' }));
    expect(reply.text).toContain('no longer works');
  });
});

test('An entry on its last day, or after its first, is served like any other', async () => {
  for (const span of [{ validTo: '2026-11-24' }, { validFrom: '2026-11-24' }]) {
    expect(only(await visitor(span).says(smart)).entry).toBe('smart-approach');
  }
});

test('An entry of next month is not served yet', async () => {
  expect(only(await visitor({ validFrom: '2026-12-01' }).says(smart)).kind).toBe('noAnswer');
});
