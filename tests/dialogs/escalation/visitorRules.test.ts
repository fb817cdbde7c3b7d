import { describe, expect, test } from '@jest/globals';
import { applyCommand, type Escalation, type EscalationStatus } from '../../../dialogs/index.ts';

const opened = new Date('2026-11-24T09:00:00Z');
const now = new Date('2026-11-24T10:00:00Z');

function escalation(status: EscalationStatus, more: Partial<Escalation> = {}): Escalation {
  return {
    id: 'e1',
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{"old":1}',
    question: 'May we join?',
    language: 'en',
    tried: { cause: 'noAnswer', reason: 'Old.', matches: [], rejected: ['a'], unknownWords: ['old'] },
    at: opened,
    reference: 'ICL-7F3K-9Q',
    status,
    version: 4,
    updatedAt: opened,
    details: [],
    email: null,
    claimedBy: status === 'claimed' || status === 'answered' ? 'Ana' : null,
    reply: status === 'answered' ? { text: 'Yes, you may.', by: 'Ana', at: opened } : null,
    ...more,
  };
}

describe('another wording', () => {
  const edit = {
    kind: 'editQuestion',
    text: ' May our town join? ',
    tried: { reason: 'New.', unknownWords: [] },
  } as const;
  test.each([
    ['open', 'open'],
    ['claimed', 'claimed'],
    ['answered', 'refused: answered'],
    ['closed', 'refused: closed'],
    ['withdrawn', 'refused: withdrawn'],
  ] as const)('of one that is %s: %s', (status, outcome) => {
    const result = applyCommand(escalation(status), edit, now);
    expect(result.ok ? result.escalation.status : `refused: ${result.refusal.code}`).toBe(outcome);
  });
  test('replaces the old one, and what the bot said of it', () => {
    expect(applyCommand(escalation('claimed'), edit, now)).toMatchObject({
      escalation: {
        question: 'May our town join?',
        claimedBy: 'Ana',
        version: 5,
        tried: { cause: 'noAnswer', reason: 'New.', rejected: ['a'], unknownWords: [] },
      },
      event: { kind: 'editQuestion', actor: { kind: 'visitor' }, text: 'May our town join?' },
    });
  });
  test.each([
    ['', 'empty'],
    ['x'.repeat(4001), 'tooLong'],
  ] as const)('that is no text is refused', (text, code) => {
    expect(applyCommand(escalation('open'), { ...edit, text }, now)).toMatchObject({ refusal: { code } });
  });
});
