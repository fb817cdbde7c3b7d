import { describe, expect, test } from '@jest/globals';
import { readBatch, readCredentials, readErrorCode } from '../../bot/webChat/client/wire.ts';

const bot = { id: 'iclei-bot', name: 'ICLEI assistant', role: 'bot' };

describe('what comes from the server', () => {
  test('a rich reply is read with its sources, dates and buttons', () => {
    const batch = readBatch({
      watermark: '7',
      activities: [
        {
          type: 'message',
          id: 'a|7',
          timestamp: '2026-11-23T10:00:00.000Z',
          from: bot,
          text: 'plain text for other clients',
          channelData: {
            reply: {
              kind: 'answer',
              language: 'de',
              text: '**Ja.**',
              sources: [{ title: 'A', url: 'https://example.org/', date: '2017' }],
              choices: [{ label: 'Mehr', action: { action: 'ask', entry: 'more' } }],
              feedback: { entry: 'yes', answer: 't1' },
              author: { kind: 'bot' },
              labels: {
                author: 'Automatische Antwort',
                sources: 'Quellen',
                dates: null,
                feedbackQuestion: '?',
                helpful: 'Ja',
                notHelpful: 'Nein',
              },
            },
          },
        },
      ],
    });
    expect(batch.watermark).toBe('7');
    expect(batch.activities).toMatchObject([
      {
        kind: 'bot',
        id: 'a|7',
        reply: {
          language: 'de',
          text: '**Ja.**',
          byStaff: false,
          choices: [{ label: 'Mehr', action: { action: 'ask', entry: 'more' } }],
          feedback: { entry: 'yes', answer: 't1' },
          labels: { author: 'Automatische Antwort', dates: '' },
        },
      },
    ]);
  });

  test('a plain Direct Line message becomes text with its suggested actions', () => {
    const { activities } = readBatch({
      activities: [
        {
          type: 'message',
          id: '1',
          from: bot,
          text: 'Hello',
          locale: 'en',
          suggestedActions: { actions: [{ type: 'messageBack', title: 'Help', value: { action: 'help' } }] },
        },
      ],
    });
    expect(activities).toMatchObject([
      {
        kind: 'bot',
        reply: { text: 'Hello', language: 'en', choices: [{ label: 'Help', action: { action: 'help' } }] },
      },
    ]);
  });

  test('an own message keeps its client id; whoever is not the bot is the visitor', () => {
    const { activities } = readBatch({
      activities: [
        {
          type: 'message',
          id: '2',
          from: { id: 'dl_1' },
          text: 'Hi',
          channelData: { clientActivityID: 'w1' },
        },
      ],
    });
    expect(activities).toMatchObject([
      { kind: 'own', id: '2', text: 'Hi', clientActivityId: 'w1', value: null },
    ]);
  });

  test('what is none of the protocol is left out and harms nothing', () => {
    const nonsense = [
      null,
      3,
      'x',
      [],
      {},
      { type: 'message' },
      { type: 'event', id: '1' },
      { type: 'typing', from: {} },
    ];
    expect(readBatch({ activities: nonsense })).toEqual({ activities: [], watermark: null });
    for (const value of [null, 'x', 3, [], { activities: 'x' }])
      expect(readBatch(value)).toEqual({ activities: [], watermark: null });
  });

  test('credentials need a conversation and a token', () => {
    expect(readCredentials({ conversationId: 'c' })).toBeNull();
    expect(readCredentials({ conversationId: 'c', token: 't', expires_in: 60 })).toEqual({
      conversationId: 'c',
      token: 't',
      expiresInSeconds: 60,
      resumeSecret: null,
      streamUrl: null,
    });
  });

  test('an error without a body has no code', () => {
    expect(readErrorCode(null)).toBe('');
    expect(readErrorCode({ error: { code: 'TokenExpired', message: '' } })).toBe('TokenExpired');
  });
});
