import { describe, expect, test } from '@jest/globals';
import {
  applyCommand,
  type EscalationEvent,
  newEscalation,
  replyBefore,
  takenBack,
} from '../../../dialogs/index.ts';

const at = new Date('2026-11-25T10:00:00Z');
const event = (kind: EscalationEvent['kind'], text: string | null = null): EscalationEvent => ({
  kind,
  at,
  actor: { kind: 'staff', name: 'Anna' },
  text,
});

describe('The reply that stands when the latest is taken back', () => {
  test('is the one before it, of those not taken back', () => {
    expect(replyBefore([event('reply', 'One.')])).toBeNull();
    expect(replyBefore([event('reply', 'One.'), event('reply', 'Two.')])?.text).toBe('One.');
    const history = [
      event('reply', 'One.'),
      event('reply', 'Two.'),
      event('undoReply'),
      event('reply', 'Three.'),
    ];
    expect(replyBefore(history)?.text).toBe('One.');
  });

  test('leaves its text for the form, until something else is done', () => {
    const history = [event('reply', 'One.'), event('undoReply')];
    expect(takenBack(history)).toBe('One.');
    expect(takenBack([...history, event('note', 'Hm.')])).toBeNull();
    expect(takenBack([event('reply', 'One.')])).toBeNull();
  });
});

describe('Taking a reply back', () => {
  const draft = {
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Who runs it?',
    language: 'en' as const,
    tried: { cause: 'noAnswer' as const, reason: '', matches: [], rejected: [], unknownWords: [] },
    at,
  };
  const open = newEscalation(draft, { id: 'e1', reference: 'ICL-7F3K-9Q' });
  const replied = applyCommand(open, { kind: 'reply', staff: 'Anna', text: 'We do.' }, at);
  if (!replied.ok) throw new Error('it could not be answered');
  const answered = replied.escalation;

  test('makes the question theirs again, and due as before', () => {
    expect(applyCommand(answered, { kind: 'undoReply', staff: 'Anna', before: null }, at)).toMatchObject({
      ok: true,
      escalation: { status: 'claimed', claimedBy: 'Anna', reply: null, dueAt: open.dueAt },
      event: { kind: 'undoReply' },
    });
  });

  test('leaves it answered where an earlier reply stands', () => {
    const before = { text: 'Soon.', by: 'Anna', at };
    expect(applyCommand(answered, { kind: 'undoReply', staff: 'Anna', before }, at)).toMatchObject({
      escalation: { status: 'answered', reply: before },
    });
  });

  test('is for who wrote it, and not for a talk', () => {
    const refused = { ok: false, refusal: { code: 'tooLate' } };
    const undo = { kind: 'undoReply', before: null } as const;
    expect(applyCommand(answered, { ...undo, staff: 'Ben' }, at)).toMatchObject(refused);
    expect(applyCommand(open, { ...undo, staff: 'Anna' }, at)).toMatchObject(refused);
    expect(applyCommand({ ...answered, staffOwns: true }, { ...undo, staff: 'Anna' }, at)).toMatchObject(
      refused,
    );
  });
});
