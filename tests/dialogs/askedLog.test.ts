// What is written down of each turn: once, with what the dialog decided, and never in the visitor's way.
import { describe, expect, test } from '@jest/globals';
import { type AskedRecord, maskPrivate, turnOutcomes } from '../../dialogs/index.ts';
import { sealKnowledge } from '../../knowledge/index.ts';
import { only, startConversation } from '../support/dialogs/conversation.ts';
import { type Script, smallKnowledge } from '../support/dialogs/knowledge.ts';

const scripts: Readonly<Record<string, Script>> = {
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
  'Was ist ICLEI?': { matches: { 'what-is-iclei': 0.97 }, language: 'de' },
  'gateway runs': { matches: { 'solutions-gateway': 0.7, 'gateway-operator': 0.3 }, language: 'en' },
  gateway: { matches: { 'solutions-gateway': 0.4, 'gateway-operator': 0.4 } },
  'gateway again': { matches: { 'solutions-gateway': 0.4, 'gateway-operator': 0.4 } },
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
  'will it rain': { outOfScope: 'weather', language: 'en' },
  'where is my invoice': { outOfScope: 'invoice', language: 'en' },
};
const june = { from: '2027-06-01', to: '2027-06-02' };
const forum = { en: 'Forum', es: 'Forum', pt: 'Forum', fr: 'Forum', de: 'Forum' };
const source = { title: 'Forum', url: 'https://iclei.org/forum', date: '2026' };
const base = sealKnowledge({
  ...smallKnowledge,
  entries: smallKnowledge.entries.map((entry) =>
    entry.id === 'smart-approach'
      ? { ...entry, events: [{ name: forum, place: null, ...june, source }] }
      : entry,
  ),
});
const visitor = (options: Parameters<typeof startConversation>[0] = {}) =>
  startConversation({ scripts, base, ...options });

/** What the last turn was written down as, without what is the same for all. */
function lastOf({ asked }: { readonly asked: readonly AskedRecord[] }) {
  const { turnId: _turn, conversation: _conversation, at: _at, ...what } = asked.at(-1) ?? { turnId: '' };
  return what;
}
const nothing = { question: null, entry: null, confidence: null, escalation: null };

describe('a turn is written down as', () => {
  test('answered, with the entry and its confidence', async () => {
    const talk = visitor();
    await talk.says('Hello! What is ICLEI?');
    expect(talk.asked).toEqual([
      {
        turnId: 'c1-t1',
        conversation: { channel: 'directline', id: 'c1' },
        at: new Date('2026-11-24T09:01:00Z'),
        language: 'en',
        question: 'Hello! What is ICLEI?',
        outcome: 'answered',
        entry: 'what-is-iclei',
        confidence: 0.97,
        escalation: null,
      },
    ]);
  });

  test('answered in the language the question is in', async () => {
    const talk = visitor({ locale: 'fr' });
    await talk.says('Was ist ICLEI?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'answered', language: 'de' });
  });

  test('answered with a reservation', async () => {
    const talk = visitor();
    await talk.says('gateway runs');
    expect(lastOf(talk)).toMatchObject({
      outcome: 'answeredWithReservation',
      entry: 'solutions-gateway',
      confidence: 0.7,
    });
  });

  test('clarified, and then answered with the visitor’s own words', async () => {
    const talk = visitor();
    await talk.says('gateway');
    expect(lastOf(talk)).toEqual({
      outcome: 'clarified',
      language: 'en',
      question: 'gateway',
      entry: 'solutions-gateway',
      confidence: 0.4,
      escalation: null,
    });
    await talk.pressesButton('Who runs the Solutions Gateway?');
    expect(lastOf(talk)).toMatchObject({
      outcome: 'answered',
      question: 'gateway',
      entry: 'gateway-operator',
      confidence: 1,
    });
  });

  test('escalated: by itself, as a matter for staff, after none of the offered, and by asking for a person', async () => {
    const talk = visitor();
    const reply = only(await talk.says('How much is Bitcoin?'));
    expect(lastOf(talk)).toEqual({
      outcome: 'escalated',
      language: 'en',
      question: 'How much is Bitcoin?',
      entry: null,
      confidence: null,
      escalation: reply.escalation,
    });
    await talk.says('Where is my invoice?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'escalated', question: 'Where is my invoice?' });
    await talk.says('gateway', { after: 600 });
    await talk.presses({ action: 'noneOfThese' });
    expect(lastOf(talk)).toMatchObject({
      outcome: 'escalated',
      question: 'gateway',
      entry: 'solutions-gateway',
      confidence: 0.4,
    });

    const other = visitor({ id: 'c2' });
    await other.presses({ action: 'person' });
    expect(lastOf(other)).toEqual({ ...nothing, outcome: 'other', language: 'en' });
    await other.says('May I visit you?');
    expect(lastOf(other)).toMatchObject({ outcome: 'escalated', question: 'May I visit you?' });
  });

  test('declined: out of scope, and beyond what one may hand over in an hour', async () => {
    const talk = visitor();
    await talk.says('Will it rain?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'declined', question: 'Will it rain?', escalation: null });
    for (const text of ['first bitcoin', 'second bitcoin', 'third bitcoin']) {
      await talk.says(`how about my ${text}?`, { after: 60 });
      expect(lastOf(talk)).toMatchObject({ outcome: 'escalated' });
    }
    await talk.says('how about my fourth bitcoin?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'declined', question: 'how about my fourth bitcoin?' });
  });

  test('answered or declined, when it asks what is on', async () => {
    const talk = visitor();
    await talk.says('What events are there in June 2027?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'answered', entry: 'smart-approach', confidence: 1 });
    await talk.says('What events are there in August 2031?');
    expect(lastOf(talk)).toMatchObject({ outcome: 'declined' });
  });

  test('to be rephrased', async () => {
    const talk = visitor();
    await talk.says('the of and');
    expect(lastOf(talk)).toEqual({ ...nothing, outcome: 'rephrase', language: 'en', question: 'the of and' });
  });

  test.each(['Hello', 'thank you', 'are you a bot?', 'start over', 'help', 'you idiot', 'bye'])(
    'small talk: %s, without the words',
    async (text) => {
      const talk = visitor();
      await talk.says(text);
      expect(lastOf(talk)).toEqual({ ...nothing, outcome: 'smallTalk', language: 'en' });
    },
  );

  test('about one’s own question, without the words', async () => {
    const talk = visitor();
    const { escalation } = only(await talk.says('How much is Bitcoin?'));
    const reference = escalation ?? '';
    const own = { ...nothing, outcome: 'ownQuestion', language: 'en' };
    const steps = [
      () => talk.says('How much is bitcoin'),
      () => talk.says(reference),
      () => talk.says('what is the status of my question?'),
      () => talk.presses({ action: 'addDetails', escalation: reference }),
      () => talk.says('I mean in euros'),
      () => talk.presses({ action: 'editQuestion', escalation: reference }),
      () => talk.says('How much is one Bitcoin?'),
      () => talk.presses({ action: 'rateReply', escalation: reference, helped: true }),
      () => talk.presses({ action: 'answerHere', escalation: reference }),
      () => talk.says(`${reference}-H4TM2`),
      () => talk.presses({ action: 'leaveEmail', escalation: reference }),
      () => talk.says('eva@example.org'),
      () => talk.says('eva@example.com'),
      () => talk.says('withdraw my question'),
      () => talk.says('withdraw my question'),
      () => talk.presses({ action: 'withdraw', escalation: 'ICL-2222-22' }),
    ];
    for (const step of steps) {
      await step();
      expect(lastOf(talk)).toEqual(own);
    }
  });

  test('anything else, without the words', async () => {
    const talk = visitor();
    await talk.says('x'.repeat(4001));
    expect(lastOf(talk)).toEqual({ ...nothing, outcome: 'other', language: 'en' });
    await talk.presses({ action: 'ask', entry: 'gone' });
    expect(lastOf(talk)).toEqual({ ...nothing, outcome: 'other', language: 'en' });
    await talk.says('What is ICLEI?');
    const { id, entry } = talk.state().answers[0] ?? { id: '', entry: '' };
    await talk.presses({ action: 'feedback', entry, answer: id, helpful: false });
    expect(lastOf(talk)).toEqual({ ...nothing, outcome: 'other', language: 'en' });
  });
});

test('each outcome has a name of its own', () => {
  expect(new Set(turnOutcomes).size).toBe(turnOutcomes.length);
});

test('the turn handled last is not written down again', async () => {
  const talk = visitor();
  await talk.says('What is ICLEI?', { id: 'same' });
  await talk.says('What is ICLEI?', { id: 'same' });
  expect(talk.asked).toHaveLength(1);
});

test('what points to a person is left out, and a long question is cut between characters', async () => {
  const talk = visitor();
  const text = 'Bitcoin for eva.long+x@example.org or +49 (228) 976299-28, in 2015-2017, please';
  await talk.says(text);
  const masked = lastOf(talk);
  expect(masked).toMatchObject({ question: (await maskPrivate(text, 'en')).text });
  expect(JSON.stringify(masked)).not.toMatch(/eva|example\.org|976299/u);
  expect(JSON.stringify(masked)).toMatch(/Bitcoin for .* or .*, in 2015-2017, please/u);
  await talk.says(`${'bitcoin '.repeat(62)}abc😀 and more`);
  const { question } = talk.asked.at(-1) ?? { question: null };
  expect(question).toHaveLength(500);
  expect(question?.isWellFormed()).toBe(true);
});

test('a log that fails is told to the operator, and the visitor gets the answer', async () => {
  const faults: Error[] = [];
  const askedFault = new Error('disk full');
  const talk = visitor({ askedFault, onFault: (fault) => faults.push(fault) });
  expect(only(await talk.says('What is ICLEI?')).entry).toBe('what-is-iclei');
  expect(talk.state().lastEntry).toBe('what-is-iclei');
  expect(faults.map(({ message, cause }) => [message, cause])).toEqual([
    ['What was asked could not be written down', askedFault],
  ]);
});
