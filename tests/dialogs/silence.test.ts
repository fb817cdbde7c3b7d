import { beforeEach, describe, expect, test } from '@jest/globals';
import { type EscalationCommand, staffNotice, staffReply } from '../../dialogs/index.ts';
import { texts } from '../../dialogs/texts/index.ts';
import { languages } from '../../knowledge/index.ts';
import { type Conversation, only, startConversation } from '../support/dialogs/conversation.ts';

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
