// 200 conversations of random turns (fixed seeds): whatever a visitor does, there is a way forward.
import { expect, test } from '@jest/globals';
import { type Action, actionSchema, type Reply } from '../../dialogs/index.ts';
import { startConversation } from '../support/dialogs/conversation.ts';
import type { Script } from '../support/dialogs/knowledge.ts';
import { createMemoryCollectionCodes } from '../support/dialogs/memoryCollectionCodes.ts';

const scripts: Readonly<Record<string, Script>> = {
  'what is iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'en' },
  'was ist iclei': { matches: { 'what-is-iclei': 0.97 }, language: 'de' },
  'and who runs it': { matches: { 'gateway-operator': 0.9 }, after: 'solutions-gateway' },
  smart: { matches: { 'smart-approach': 0.5, 'what-is-iclei': 0.2 } },
  gateway: { matches: { 'solutions-gateway': 0.5, 'gateway-operator': 0.4 } },
  'how much is bitcoin': { unknown: ['bitcoin'], language: 'en' },
};
const lines = [
  ...Object.keys(scripts),
  'hi',
  'danke',
  'merci!!',
  'no',
  'sí',
  'yes',
  'none of these',
  '1',
  'die zweite',
  '9',
  'talk to a person',
  'hablar con alguien',
  'that didn’t help',
  'xkcdq',
  '🤷',
  '',
  '???',
  'me@example.org',
  'ICL-2222-22',
  'ICL-9999-99',
  'cancel',
  'start over',
  'in English please',
  'auf Deutsch',
  'withdraw my question',
  'I want to add something',
  'x'.repeat(4001),
  '<script>alert(1)</script>',
  'are you a bot?',
  'you are stupid',
  'what is the status of my question',
  'icl-222',
  'ICL-2222-22-H4TM2',
  'ICL-9999-99-H4TM2',
  'change the text',
  'That did not answer it',
  'Thank you, that helped',
  'call me at 0228 97629928 about llamas',
];
const forged: readonly Action[] = [
  { action: 'noneOfThese' },
  { action: 'ask', entry: 'gone' },
  { action: 'withdraw', escalation: 'ICL-9999-99' },
  { action: 'feedback', entry: 'what-is-iclei', answer: 'nobody', helpful: false },
  { action: 'help' },
  { action: 'rateReply', escalation: 'ICL-2222-22', helped: false },
  { action: 'editQuestion', escalation: 'ICL-2222-22' },
  { action: 'answerHere', escalation: 'ICL-9999-99' },
];

/** mulberry32: the same numbers for the same seed, on every machine. */
function randomFrom(seed: number): (max: number) => number {
  let a = seed;
  return (max) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * max);
  };
}

test('200 random conversations never end in a dead end, a loop or a crash', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed);
    const talk = startConversation({ scripts, id: `c${seed}`, codes: createMemoryCollectionCodes() });
    let askedBack = false;
    let shown: readonly Reply[] = [];
    const said: string[] = [];
    for (let step = 0; step < 15; step++) {
      const buttons = shown.flatMap(({ choices }) => choices.map(({ action }) => action));
      const pressed = [...buttons, ...forged][random(3 * (buttons.length + forged.length))];
      const line = lines[random(lines.length)] ?? '';
      said.push(pressed ? JSON.stringify(pressed) : line.slice(0, 40));
      shown = pressed ? await talk.presses(pressed) : await talk.says(line, { after: random(60) });
      const where = `seed ${seed}: ${said.join(' → ')}`;
      const asksBack = shown[0]?.kind === 'didYouMean';
      if (asksBack && askedBack) throw new Error(`Asked "did you mean" twice in a row, ${where}`);
      askedBack = asksBack;
      if (shown.length === 0) throw new Error(`No reply, ${where}`);
      for (const reply of shown) {
        const buttonsInAll = reply.choices.length + (reply.feedback ? 2 : 0);
        const goesOn = reply.choices.length > 0 || reply.feedback !== null || /[?.!]$/u.test(reply.text);
        if (buttonsInAll > 6 || !goesOn)
          throw new Error(`${buttonsInAll} buttons under "${reply.text}", ${where}`);
        for (const { action } of reply.choices) expect(actionSchema.safeParse(action).success).toBe(true);
      }
    }
    const perHour = talk.escalations.all.length;
    expect(perHour).toBeLessThanOrEqual(3);
  }
}, 60_000);
