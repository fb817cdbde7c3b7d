import { describe, expect, test } from '@jest/globals';
import { usualWait } from '../../../dialogs/escalation/waitingTime.ts';
import { texts } from '../../../dialogs/texts/index.ts';
import type { Language } from '../../../knowledge/index.ts';
import { only, startConversation } from '../../support/dialogs/conversation.ts';
import { createMemoryEscalationStore } from '../../support/dialogs/memoryEscalationStore.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('how long it usually takes', () => {
  test('is the middle of the waiting times, whatever the extremes are', () => {
    const times = [1, 1, 1, 1, 1, 2, 100, 100, 100, 100, 100].map((hours) => hours * hour);
    expect(usualWait(times)).toEqual({ count: 2, unit: 'hour' });
    expect(usualWait([...times, 100 * hour])).toEqual({ count: 5, unit: 'day' });
  });

  test.each([
    [0, 5, 'minute'],
    [4 * minute, 5, 'minute'],
    [5 * minute + 1, 10, 'minute'],
    [55 * minute, 55, 'minute'],
    [55 * minute + 1, 1, 'hour'],
    [hour, 1, 'hour'],
    [hour + 1, 2, 'hour'],
    [23 * hour, 23, 'hour'],
    [23 * hour + 1, 1, 'day'],
    [24 * hour + 1, 2, 'day'],
    [72 * hour, 3, 'day'],
  ] as const)('%d ms are at most %d of the unit %s', (time, count, unit) => {
    expect(usualWait(Array.from({ length: 10 }, () => time))).toEqual({ count, unit });
  });

  test('is not known from nine', () => {
    expect(usualWait(Array.from({ length: 9 }, () => hour))).toBeNull();
  });

  test.each([
    ['en', 1, 'hour', 'Staff usually reply within 1 hour.'],
    ['en', 20, 'minute', 'Staff usually reply within 20 minutes.'],
    ['es', 2, 'hour', 'La respuesta suele llegar en 2 horas como máximo.'],
    ['pt', 1, 'day', 'A resposta costuma chegar em até 1 dia.'],
    ['fr', 3, 'day', 'La réponse arrive en général en moins de 3 jours.'],
    ['de', 1, 'day', 'Die Antwort kommt meist innerhalb eines Tages.'],
    ['de', 3, 'day', 'Die Antwort kommt meist innerhalb von 3 Tagen.'],
  ] as const)('is said in %s: %d %s', (language: Language, count, unit, sentence) => {
    expect(texts[language].usualWait({ count, unit })).toBe(sentence);
  });
});

describe('whoever hands over a question', () => {
  const scripts = { 'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' } } as const;
  const at = new Date('2026-11-20T10:00:00Z');
  async function storeWith(replied: number) {
    const escalations = createMemoryEscalationStore();
    for (let index = 0; index < replied; index++) {
      const { id } = await escalations.open({
        turnId: `t${index}`,
        conversation: { channel: 'directline', id: `other${index}` },
        visitorId: `v${index}`,
        conversationReference: '{}',
        question: 'Which llamas?',
        language: 'en',
        tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
        at,
      });
      const later = new Date(at.getTime() + 90 * minute);
      await escalations.change(id, { kind: 'reply', staff: 'Ana', text: 'All.' }, later, null);
    }
    return escalations;
  }

  test('is told so once ten were answered', async () => {
    const talk = startConversation({ scripts, escalations: await storeWith(10) });
    expect(only(await talk.says('How much is bitcoin?')).text).toContain(
      'Staff usually reply within 2 hours.',
    );
  });

  test('is promised nothing before that', async () => {
    const talk = startConversation({ scripts, escalations: await storeWith(9) });
    expect(only(await talk.says('How much is bitcoin?')).text).not.toMatch(/usually|right now/u);
  });

  test('outside business hours is told when staff are back', async () => {
    const opens = new Date('2026-11-30T08:00:00Z');
    const closed = { isOpen: () => false, opensAt: () => opens, timeZone: 'Europe/Berlin' };
    const talk = startConversation({ scripts, hours: closed });
    expect(only(await talk.says('How much is bitcoin?')).text).toContain(
      'Nobody is there right now; our staff are back on Monday 30 November at 09:00 CET.',
    );
    const open = startConversation({ scripts, hours: { ...closed, isOpen: () => true } });
    expect(only(await open.says('How much is bitcoin?')).text).not.toContain('Nobody is there');
  });

  test('gets no reference that is not stored when the waiting times can’t be read', async () => {
    const escalations = await storeWith(0);
    const broken = { ...escalations, waitingTimes: () => Promise.reject(new Error('disk')) };
    const talk = startConversation({ scripts, escalations: broken });
    expect(only(await talk.says('How much is bitcoin?')).text).toContain('could not be saved');
    expect(escalations.all).toEqual([]);
  });
});
