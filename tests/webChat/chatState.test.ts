import { describe, expect, test } from '@jest/globals';
import {
  type ChatState,
  emptyChat,
  enqueue,
  feedbackByAnswer,
  markPending,
  prominentChoices,
  receive,
} from '../../bot/webChat/client/chatState.ts';
import { readBatch } from '../../bot/webChat/client/wire.ts';

const bot = (id: string, labels: readonly string[] = []) => ({
  type: 'message',
  id,
  from: { role: 'bot' },
  text: id,
  suggestedActions: { actions: labels.map((title) => ({ title, value: { action: 'help' } })) },
});
const own = (id: string, clientActivityID: string, value?: unknown) => ({
  type: 'message',
  id,
  from: { id: 'dl_1' },
  text: id,
  value,
  channelData: { clientActivityID },
});
const waiting = (clientActivityId: string, value: unknown = null) =>
  ({ clientActivityId, text: clientActivityId, value, at: '', state: 'queued' }) as const;

function take(state: ChatState, watermark: string, ...activities: readonly unknown[]): ChatState {
  return receive(state, readBatch({ activities, watermark }));
}

describe('the conversation', () => {
  test('is in the order of the server, nothing twice', () => {
    const once = take(emptyChat, '2', bot('1'), own('2', 'w1'));
    const again = take(once, '3', bot('1'), own('2', 'w1'), bot('3'));
    expect(again.messages.map((message) => message.id)).toEqual(['1', '2', '3']);
    expect(again.watermark).toBe('3');
  });

  test('a late answer does not set the watermark back', () => {
    expect(take(take(emptyChat, '10', bot('1')), '9', bot('1')).watermark).toBe('10');
  });

  test('an own message waits until it comes back', () => {
    const sent = markPending(enqueue(emptyChat, waiting('w1')), 'w1', 'sent');
    expect(sent.pending).toMatchObject([{ state: 'sent' }]);
    const back = take(sent, '1', own('1', 'w1'));
    expect(back.pending).toEqual([]);
    expect(back.messages).toHaveLength(1);
  });

  test('a message that is stored already is not queued again', () => {
    const stored = take(emptyChat, '1', own('1', 'w1'));
    expect(enqueue(stored, waiting('w1'))).toBe(stored);
  });

  test('the typing sign ends with the answer', () => {
    const typing = take(emptyChat, '1', { type: 'typing', from: { role: 'bot' } });
    expect(typing.typing).toBe(true);
    expect(take(typing, '2', bot('1')).typing).toBe(false);
  });
});

describe('buttons', () => {
  test('those of the newest message are the next step, until the visitor says something', () => {
    const state = take(emptyChat, '2', bot('1', ['a']), bot('2', ['b']));
    expect(prominentChoices(state)).toBe('2');
    expect(prominentChoices(enqueue(state, waiting('w1')))).toBeNull();
    expect(prominentChoices(take(state, '3', own('3', 'w1')))).toBeNull();
  });

  test('feedback and thanks for it leave them where they are', () => {
    const feedback = { action: 'feedback', entry: 'e', answer: 't', helpful: true };
    const state = take(emptyChat, '3', bot('1', ['a']), own('2', 'w1', feedback), bot('3'));
    expect(prominentChoices(state)).toBe('1');
  });

  test('the latest verdict on an answer counts, sent or not', () => {
    const feedback = (helpful: boolean) => ({ action: 'feedback', entry: 'e', answer: 't', helpful });
    const state = take(emptyChat, '1', own('1', 'w1', feedback(true)));
    expect(feedbackByAnswer(state).get('t')).toBe(true);
    expect(feedbackByAnswer(enqueue(state, waiting('w2', feedback(false)))).get('t')).toBe(false);
  });

  test('forged values are no feedback', () => {
    const values = [null, 'x', {}, { action: 'feedback' }, { action: 'feedback', answer: 1, helpful: true }];
    const state = values.reduce<ChatState>(
      (chat, value, index) => enqueue(chat, waiting(`w${index}`, value)),
      emptyChat,
    );
    expect(feedbackByAnswer(state).size).toBe(0);
  });
});
