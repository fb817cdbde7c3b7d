import { beforeEach, describe, expect, test } from '@jest/globals';
import { type EscalationCommand, staffNotice, staffReply } from '../../dialogs/index.ts';
import { texts } from '../../dialogs/texts/index.ts';
import { languages } from '../../knowledge/index.ts';
import { type Conversation, only, startConversation } from '../support/dialogs/conversation.ts';
import { createMemoryCollectionCodes } from '../support/dialogs/memoryCollectionCodes.ts';

const scripts = { 'what is iclei': { matches: { 'what-is-iclei': 0.95 } } } as const;
const now = new Date('2026-11-24T10:00:00Z');

let visitor: Conversation;
const question = () => {
  const [first] = visitor.escalations.all;
  if (!first) throw new Error('No question was handed over');
  return first;
};
const staff = async (command: EscalationCommand) => {
  const result = await visitor.escalations.change(question().id, command, now, null);
  expect(result.ok).toBe(true);
};

beforeEach(async () => {
  visitor = startConversation({ scripts });
  await visitor.says('Does ICLEI breed penguins?');
  await staff({ kind: 'takeOver', staff: 'Anna' });
});

describe('While staff talk with the visitor', () => {
  test('the bot says nothing, and what is written goes to them', async () => {
    expect(await visitor.says('what is iclei')).toEqual([]);
    expect(await visitor.says('thanks')).toEqual([]);
    expect(await visitor.says('2')).toEqual([]);
    expect(await visitor.says('   ')).toEqual([]);
    expect(question().details).toEqual(['what is iclei', 'thanks', '2']);
    expect(visitor.assistant.waitsForMore(visitor.state(), 'what')).toBe(false);
    expect(visitor.escalations.all).toHaveLength(1);
  });

  test('a turn that is handled twice is passed on once', async () => {
    await visitor.says('in Antarctica', { id: 'same' });
    const again = visitor.turn('in Antarctica');
    await visitor.assistant.handle({ ...visitor.state(), lastTurnId: null }, { ...again, id: 'same' });
    expect(question().details).toEqual(['in Antarctica']);
  });

  test('a reply makes what comes next wait for the same person', async () => {
    await staff({ kind: 'reply', staff: 'Anna', text: 'Hello!' });
    await visitor.says('Hello Anna');
    expect(question()).toMatchObject({ status: 'claimed', claimedBy: 'Anna', staffOwns: true });
  });

  test('pressing what the bot offered before is passed on as what it says', async () => {
    expect(await visitor.presses({ action: 'ask', entry: 'smart-approach' })).toEqual([]);
    expect(question().details).toEqual(['What is the SMART approach?']);
    expect(await visitor.presses({ action: 'ask', entry: 'never-heard-of' })).toEqual([]);
    expect(await visitor.presses({ action: 'startOver' })).toEqual([]);
    expect(question().details).toHaveLength(1);
  });

  test('the buttons for one’s own question still work, also typed', async () => {
    const { reference } = question();
    expect(only(await visitor.presses({ action: 'leaveEmail', escalation: reference })).text).toContain(
      reference,
    );
    expect(only(await visitor.says('eva@example.org')).text).toContain('eva@example.org');
    expect(question().email).toBe('eva@example.org');
    expect(only(await visitor.says('Withdraw the question')).text).toContain('withdrawn');
    expect(question()).toMatchObject({ status: 'withdrawn', staffOwns: false });
    expect(only(await visitor.says('what is iclei')).kind).toBe('answer');
  });

  test('who was asked for an address and writes something else writes to staff', async () => {
    await visitor.presses({ action: 'leaveEmail', escalation: question().reference });
    expect(await visitor.says('what is iclei')).toEqual([]);
    expect(question().details).toEqual(['what is iclei']);
    expect(visitor.state().awaiting).toBeNull();
  });

  test('what is private is taken out of what they get', async () => {
    await visitor.says('Write to eva@example.org, my card is 4111 1111 1111 1111');
    expect(question().details).toHaveLength(1);
    expect(question().details.join()).not.toMatch(/eva|4111/u);
  });

  test('another wording that the bot asked for is taken by the bot', async () => {
    await visitor.presses({ action: 'editQuestion', escalation: question().reference });
    expect(only(await visitor.says('Does ICLEI breed seals?')).text).toContain('Does ICLEI breed seals?');
    expect(question()).toMatchObject({ question: 'Does ICLEI breed seals?', details: [] });
    expect(await visitor.says('or whales')).toEqual([]);
  });

  test('a code that is typed opens its question, and no member of staff gets it', async () => {
    const codes = createMemoryCollectionCodes();
    const asker = startConversation({ scripts, codes, escalations: visitor.escalations, id: 'c3' });
    const { escalation } = only(await asker.says('Does ICLEI breed dogs?'));
    const other = startConversation({ scripts, codes, escalations: visitor.escalations, id: 'c1' });
    expect(only(await other.says(`my code is ${escalation}-H4TM2`)).text).toContain(escalation ?? '');
    expect(question().details).toEqual([]);
  });

  test('that a reply did not help is heard by the bot, and stays with them', async () => {
    await staff({ kind: 'reply', staff: 'Anna', text: 'No.' });
    const rated = { action: 'rateReply', escalation: question().reference, helped: false } as const;
    expect(only(await visitor.presses(rated)).text).toContain(question().reference);
    expect(question()).toMatchObject({ status: 'claimed', claimedBy: 'Anna', staffOwns: true });
    expect(await visitor.says('Not even one?')).toEqual([]);
    expect(question().details).toEqual(['Not even one?']);
  });

  test('they are heard where the visitor had the replies moved to, and the bot where the question was only opened', async () => {
    const codes = createMemoryCollectionCodes();
    const asker = startConversation({ scripts, codes, escalations: visitor.escalations, id: 'c3' });
    const escalation = only(await asker.says('Does ICLEI breed dogs?')).escalation ?? '';
    const [, dogs] = visitor.escalations.all;
    const moved = { scripts, codes, escalations: visitor.escalations, id: 'c4', reference: '{"c":4}' };
    const elsewhere = startConversation(moved);
    await elsewhere.says(`${escalation}-H4TM2`);
    await visitor.escalations.change(dogs?.id ?? '', { kind: 'takeOver', staff: 'Anna' }, now, null);
    expect(only(await elsewhere.says('what is iclei')).kind).toBe('answer');
    await elsewhere.presses({ action: 'answerHere', escalation });
    expect(await elsewhere.says('big ones')).toEqual([]);
    expect(visitor.escalations.all[1]?.details).toEqual(['big ones']);
  });

  test('what is too long to be kept is said to be so', async () => {
    expect(only(await visitor.says('x'.repeat(4001))).text).toBe(texts.en.tooLong);
  });

  test('the bot is there again when it is handed back, closed or silent for long', async () => {
    const ends: readonly EscalationCommand[] = [
      { kind: 'handBack', staff: 'Anna' },
      { kind: 'close', staff: 'Anna' },
    ];
    for (const end of ends) {
      await staff({ kind: 'takeOver', staff: 'Anna' });
      expect(await visitor.says('what is iclei')).toEqual([]);
      await staff(end);
      expect(only(await visitor.says('what is iclei')).kind).toBe('answer');
    }
  });

  test('other conversations are answered as ever', async () => {
    const other = startConversation({ scripts, escalations: visitor.escalations, id: 'c2' });
    expect(only(await other.says('what is iclei')).kind).toBe('answer');
  });
});

test('Staff who talk do not repeat the question with every sentence; who replies once does', async () => {
  const reply = { text: 'Hello!', by: 'Anna', at: now };
  expect(staffReply(question(), reply)).toMatchObject({
    text: 'Hello!',
    choices: [],
    author: { kind: 'staff', name: 'Anna' },
  });
  expect(staffReply({ ...question(), staffOwns: false }, reply).text).toContain('You asked:');
});

test.each(languages)('In %s the visitor is told who is there, and when the bot is back', (language) => {
  const escalation = { ...question(), language };
  expect(staffNotice(escalation, 'takenOver', 'An*na*').text).toContain('**An\\*na\\***');
  expect(staffNotice(escalation, 'takenOver', 'Anna')).toMatchObject({
    language,
    author: { kind: 'bot' },
    choices: [],
  });
  expect(staffNotice(escalation, 'handedBack', '')).toMatchObject({
    language,
    text: texts[language].handedBack,
  });
});

test('A closed question that the visitor adds to is open again', async () => {
  await staff({ kind: 'close', staff: 'Anna' });
  const { reference } = question();
  await visitor.presses({ action: 'addDetails', escalation: reference });
  expect(only(await visitor.says('One thing more')).text).toContain(reference);
  expect(question()).toMatchObject({ status: 'open', claimedBy: null, details: ['One thing more'] });
});
