import { describe, expect, test } from '@jest/globals';
import type { Delivery, Sent } from '../../bot/outbox.ts';
import { outcomeOf } from '../../bot/outboxOutcome.ts';

const at = new Date('2026-11-23T10:00:00Z');
const delivery: Delivery = {
  id: 'd1',
  escalationId: 'e1',
  kind: 'reply',
  route: 'chat',
  reply: { text: 'No.', by: 'Anna', at },
  attempts: 0,
  unsure: 0,
  since: at,
  fence: 0,
};
const rules = { ambiguous: 'hold', random: () => 0.5 } as const;
const failed = (why: 'tryLater' | 'refused' | 'uncertain', waitMs?: number): Sent => ({
  ok: false,
  why,
  note: 'why',
  ...(waitMs === undefined ? {} : { waitMs }),
});
const waits = (attempts: number, waitMs?: number, random = 0.5) => {
  const outcome = outcomeOf(failed('tryLater', waitMs), { ...delivery, attempts }, at, {
    ...rules,
    random: () => random,
  });
  return outcome.kind === 'later' ? (outcome.dueAt.getTime() - at.getTime()) / 1000 : null;
};

describe('A reply that was not taken', () => {
  test('is tried again after 2 s, twice as long each time, at most five minutes, a little apart from others', () => {
    expect([0, 1, 2, 7, 8, 40].map((attempts) => waits(attempts))).toEqual([2, 4, 8, 256, 300, 300]);
    expect([0, 0.999].map((random) => Math.round((waits(0, undefined, random) ?? 0) * 10))).toEqual([15, 25]);
  });

  test('is not tried before the channel wants it', () => {
    expect(waits(0, 30_000)).toBe(30);
    expect(waits(5, 30_000)).toBe(64);
  });

  test('is given up a day after it was first tried, or staff had it sent again', () => {
    const tomorrow = new Date(at.getTime() + 86_400_001);
    expect(outcomeOf(failed('tryLater'), delivery, tomorrow, rules)).toEqual({ kind: 'failed', note: 'why' });
    const resent = { ...delivery, since: tomorrow };
    expect(outcomeOf(failed('tryLater'), resent, tomorrow, rules).kind).toBe('later');
  });

  test('for good is for staff at once', () => {
    expect(outcomeOf(failed('refused'), delivery, at, rules)).toEqual({ kind: 'failed', note: 'why' });
  });
});

describe('A reply that may have been taken', () => {
  test('is held for staff', () => {
    expect(outcomeOf(failed('uncertain'), delivery, at, rules)).toEqual({ kind: 'uncertain', note: 'why' });
  });

  test('is sent once more where that was asked for, and no more than once', () => {
    const resend = { ...rules, ambiguous: 'resend' } as const;
    expect(outcomeOf(failed('uncertain'), delivery, at, resend)).toMatchObject({
      kind: 'later',
      unsure: true,
    });
    const again = { ...delivery, unsure: 1 };
    expect(outcomeOf(failed('uncertain'), again, at, resend).kind).toBe('uncertain');
  });
});

test('A notice waits for a channel that is busy, and asks for nobody’s attention', () => {
  const notice: Delivery = { ...delivery, kind: 'claimed' };
  expect(outcomeOf({ ok: true }, notice, at, rules).kind).toBe('delivered');
  expect(outcomeOf(failed('tryLater'), notice, at, rules).kind).toBe('later');
  for (const why of ['refused', 'uncertain'] as const)
    expect(outcomeOf(failed(why), notice, at, { ...rules, ambiguous: 'resend' }).kind).toBe('dropped');
});

test('What is not needed any more is dropped', () => {
  const sent: Sent = { ok: false, why: 'notNeeded', note: 'The visitor was there.' };
  expect(outcomeOf(sent, delivery, at, rules)).toEqual({ kind: 'dropped', note: 'The visitor was there.' });
});
