import { describe, expect, test } from '@jest/globals';
import {
  applyCommand,
  dueAt,
  type Escalation,
  type EscalationStatus,
  plainPlan,
} from '../../../dialogs/index.ts';
import { plainDesk } from '../../support/dialogs/plainDesk.ts';

const opened = new Date('2026-11-24T09:00:00Z');
const now = new Date('2026-11-24T10:00:00Z');

function escalation(status: EscalationStatus, more: Partial<Escalation> = {}): Escalation {
  return {
    ...plainDesk,
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
  test('is looked at before the time for which the question was put off', () => {
    const given = escalation('claimed', {
      snoozedUntil: new Date('2026-12-01T08:00:00Z'),
      claimedAt: opened,
    });
    expect(applyCommand(given, edit, now)).toMatchObject({
      escalation: { snoozedUntil: null, claimedBy: 'Ana', claimedAt: now },
    });
  });
  test.each([
    ['', 'empty'],
    ['x'.repeat(4001), 'tooLong'],
  ] as const)('that is no text is refused', (text, code) => {
    expect(applyCommand(escalation('open'), { ...edit, text }, now)).toMatchObject({ refusal: { code } });
  });
});

describe('what a visitor thinks of a reply', () => {
  test.each([
    ['replyHelped', 'answered', 'answered'],
    ['replyDidNotHelp', 'answered', 'open'],
    ['replyHelped', 'closed', 'refused: closed'],
    ['replyDidNotHelp', 'closed', 'open'],
    ['replyDidNotHelp', 'withdrawn', 'refused: withdrawn'],
  ] as const)('%s of one that is %s: %s', (kind, status, outcome) => {
    const reply = { text: 'Yes, you may.', by: 'Ana', at: opened };
    const result = applyCommand(escalation(status, { reply }), { kind }, now);
    expect(result.ok ? result.escalation.status : `refused: ${result.refusal.code}`).toBe(outcome);
  });

  test('that it did not help puts the question back into the queue, for anybody, with the reply it had', () => {
    const given = escalation('answered', { claimedAt: opened, remindedAt: opened });
    expect(applyCommand(given, { kind: 'replyDidNotHelp' }, now)).toMatchObject({
      escalation: {
        ...{ status: 'open', claimedBy: null, claimedAt: null, remindedAt: null },
        ...{ reply: { by: 'Ana' }, version: 5, waitingSince: now, dueAt: dueAt(plainPlan, 'normal', now) },
      },
      event: { kind: 'replyDidNotHelp', actor: { kind: 'visitor' }, text: null },
    });
  });

  test('that it did not help leaves the question with whoever talks with the visitor', () => {
    const given = escalation('answered', { staffOwns: true, claimedAt: opened });
    expect(applyCommand(given, { kind: 'replyDidNotHelp' }, now)).toMatchObject({
      escalation: { status: 'claimed', claimedBy: 'Ana', claimedAt: now, staffOwns: true, waitingSince: now },
    });
  });

  test('that it helped does not get in the way of whoever is writing a correction', () => {
    expect(applyCommand(escalation('answered'), { kind: 'replyHelped' }, now)).toMatchObject({
      escalation: { status: 'answered', version: 4 },
      event: { kind: 'replyHelped', text: null },
    });
  });

  test.each([
    ['replyDidNotHelp', 'open'],
    ['replyDidNotHelp', 'claimed'],
    ['replyDidNotHelp', 'closed'],
    ['replyHelped', 'open'],
  ] as const)('%s changes nothing on one that is %s and has no reply', (kind, status) => {
    const given = escalation(status);
    const result = applyCommand(given, { kind }, now);
    expect(result.ok && result.escalation).toBe(given);
  });
});

describe('the reply in another conversation', () => {
  const move = { kind: 'moveHere', conversationReference: '{"new":1}' } as const;
  test.each(['open', 'claimed', 'answered'] as const)('is possible while one is %s', (status) => {
    expect(applyCommand(escalation(status), move, now)).toMatchObject({
      escalation: { status, conversationReference: '{"new":1}', conversation: { id: 'c1' }, version: 4 },
      event: { kind: 'moveHere', actor: { kind: 'visitor' } },
    });
  });
  test.each(['closed', 'withdrawn'] as const)('is not when it is %s', (status) => {
    expect(applyCommand(escalation(status), move, now)).toMatchObject({ refusal: { code: status } });
  });
  test('is nothing new where it goes there anyway', () => {
    const given = escalation('open', { conversationReference: '{"new":1}' });
    const result = applyCommand(given, move, now);
    expect(result.ok && result.escalation).toBe(given);
  });
});
