// What an organisation's own desk says about a question that was handed over to it, and what comes of it.
import { describe, expect, test } from '@jest/globals';
import { applyCommand, type Escalation, type EscalationStatus, isOutdated } from '../../../dialogs/index.ts';
import { plainDesk } from '../../support/dialogs/plainDesk.ts';

const at = new Date('2026-11-24T09:00:00Z');
const now = new Date('2026-11-24T10:00:00Z');
const escalation = (status: EscalationStatus, claimedBy: string | null): Escalation => ({
  ...plainDesk,
  id: 'e1',
  turnId: 't1',
  conversation: { channel: 'msteams', id: 'c1' },
  visitorId: 'v1',
  conversationReference: '{}',
  question: 'May we join?',
  language: 'en',
  tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
  at,
  reference: 'ICL-7F3K-9Q',
  status,
  version: 4,
  updatedAt: at,
  details: [],
  email: null,
  claimedBy,
  reply: status === 'answered' ? { text: 'Yes.', by: 'Ana', at } : null,
});

type State = 'handoffAccepted' | 'handoffFailed' | 'handoffCompleted';
const after = (kind: State, status: EscalationStatus, claimedBy: string | null) => {
  const result = applyCommand(escalation(status, claimedBy), { kind, staff: 'Desk', text: 'Hm.' }, now);
  return result.ok
    ? [result.escalation.status, result.escalation.claimedBy]
    : ['refused', result.refusal.code];
};

describe('A desk', () => {
  test.each([
    ['handoffAccepted', 'open', null, ['claimed', 'Desk']],
    ['handoffAccepted', 'claimed', 'Desk', ['claimed', 'Desk']],
    ['handoffAccepted', 'claimed', 'Ana', ['refused', 'claimedByOther']],
    ['handoffAccepted', 'answered', 'Ana', ['refused', 'answered']],
    ['handoffFailed', 'open', null, ['open', null]],
    ['handoffFailed', 'claimed', 'Desk', ['open', null]],
    ['handoffFailed', 'claimed', 'Ana', ['claimed', 'Ana']],
    ['handoffFailed', 'answered', 'Ana', ['refused', 'answered']],
    ['handoffCompleted', 'open', null, ['closed', null]],
    ['handoffCompleted', 'claimed', 'Desk', ['closed', 'Desk']],
    ['handoffCompleted', 'answered', 'Ana', ['closed', 'Ana']],
    ['handoffAccepted', 'withdrawn', null, ['refused', 'withdrawn']],
    ['handoffCompleted', 'closed', null, ['refused', 'closed']],
  ] as const)('that says %s of one that is %s by %s leaves it so: %j', (kind, status, by, left) => {
    expect(after(kind, status, by)).toEqual(left);
  });

  test('is named in the history, with what it said', () => {
    const command = { kind: 'handoffFailed', staff: 'Desk', text: 'Nobody is in.' } as const;
    expect(applyCommand(escalation('open', null), command, now)).toMatchObject({
      event: { kind: 'handoffFailed', actor: { kind: 'staff', name: 'Desk' }, text: 'Nobody is in.' },
    });
  });

  test('is not asked any more once somebody took the question, or an hour later', () => {
    const asked = { by: '', at };
    const minute = new Date(at.getTime() + 60_000);
    expect(isOutdated('handoff', escalation('open', null), asked, minute)).toBe(false);
    expect(isOutdated('handoff', escalation('claimed', 'Ana'), asked, minute)).toBe(true);
    expect(isOutdated('handoff', escalation('open', null), asked, new Date(now.getTime() + 1))).toBe(true);
  });
});
