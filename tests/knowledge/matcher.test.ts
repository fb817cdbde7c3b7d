import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMatcher, decide, type KnowledgeBase, languages, type Matcher } from '../../knowledge/index.ts';
import { shippedKnowledge } from './shipped.ts';

let knowledge: KnowledgeBase;
let matcher: Matcher;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  matcher = createMatcher(knowledge);
});

test('every phrasing finds its own entry first', () => {
  const lost = knowledge.entries.flatMap((entry) =>
    languages.flatMap((language) => {
      const text = entry.texts[language];
      if (!text) return [];
      return [text.question, ...text.phrasings].flatMap((phrasing) => {
        const found = matcher.match(phrasing, { language }).matches[0]?.entry.id;
        return found === entry.id ? [] : [`${entry.id} (${language}) "${phrasing}" finds ${found}`];
      });
    }),
  );
  expect(lost).toEqual([]);
});

test('the same question gets the same matches from a matcher built again', () => {
  const again = createMatcher(knowledge);
  for (const question of ['who runs iclei', 'soluton gatway', 'was kostet das']) {
    expect(again.match(question)).toEqual(matcher.match(question));
  }
});

describe('any text is taken', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' '.repeat(4_000)],
    ['a digit again and again', '1 '.repeat(2_000)],
    ['emoji', '😀'.repeat(2_000)],
    ['a lone surrogate', '\ud83d what is \udc00 iclei'],
    ['a letter that grows 18-fold', '\ufdfa'.repeat(4_000)],
    ['letters under a heap of marks', `Z${'\u0335\u0321\u0489'.repeat(1_300)}`],
    ['one long word', 'a'.repeat(4_000)],
    ['many unknown words', 'kwyjibon '.repeat(440)],
    ['many misspelt words', 'sustainabiltiy memberhsip '.repeat(160)],
    ['control and bidi characters', '\u202ewhat\u0000 is\u200b iclei'],
    ['Chinese', '什么是国际地方政府环境行动理事会'.repeat(100)],
  ])('%s (how long it takes: tests/bench/hostile.ts)', (_, text) => {
    const result = matcher.match(text);
    expect([...result.question].length).toBeLessThanOrEqual(256);
    expect(decide(result).reason).not.toBe('');
  });

  test('names of object members are words like others', () => {
    expect(() => matcher.match('constructor __proto__ toString hasOwnProperty')).not.toThrow();
  });
});

describe('confidence', () => {
  test('lies between 0 and 1, the best first, together at most 1 for any two', () => {
    for (const question of ['iclei', 'smart city', 'solutions gateway', 'explain the Solutions Gateway']) {
      const confidences = matcher.match(question).matches.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      expect((confidences[0] ?? 0) + (confidences[1] ?? 0)).toBeLessThanOrEqual(1.000001);
    }
  });

  test('falls when a word comes in that no entry knows', () => {
    const plain = matcher.match('ICLEI').matches[0]?.confidence ?? 0;
    const result = matcher.match('ICLEI and zeppelins');
    expect(result.matches[0]?.confidence ?? 0).toBeLessThan(plain / 2);
    expect(result.unknownWords).toEqual(['zeppelins']);
    expect(result.coverage).toBeLessThan(0.5);
  });
});

describe('spelling', () => {
  test.each([
    ['waht is icley', 'what-is-iclei'],
    ['soluton gatway', 'solutions-gateway'],
    ['membrship fee', 'iclei-membership-cost'],
    ['smartcity', 'smart-city-definition'],
    ['smart-cities', 'smart-city-definition'],
    ['que es iclei', 'what-is-iclei'],
    ['WHAT IS ICLEI', 'what-is-iclei'],
    ['ｗｈａｔ ｉｓ ｉｃｌｅｉ', 'what-is-iclei'],
    ['what’s iclei', 'what-is-iclei'],
  ])('"%s" finds %s', (question, id) => {
    expect(matcher.match(question).matches[0]?.entry.id).toBe(id);
  });

  test('an everyday word is not taken for a misspelt one', () => {
    expect(matcher.match('how do I bake bread').repairs).toEqual([]);
  });
});

describe('a follow-up', () => {
  test.each([
    ['and who runs it?', 'solutions-gateway', 'solutions-gateway-who-runs'],
    ['und wer betreibt das?', 'solutions-gateway', 'solutions-gateway-who-runs'],
    ['where is it', 'what-is-iclei', 'iclei-location'],
  ])('"%s" after %s means %s', (question, context, id) => {
    expect(matcher.match(question, { context }).matches[0]?.entry.id).toBe(id);
  });

  test('a full question about something else is not bent to the last answer', () => {
    for (const question of ['who won the world cup', "what's the weather like there", 'how do I bake it']) {
      expect(decide(matcher.match(question, { context: 'solutions-gateway' })).kind).toBe('noAnswer');
    }
  });

  test('an entry that does not exist is no context', () => {
    expect(matcher.match('who runs it', { context: 'gone' })).toEqual(matcher.match('who runs it'));
  });
});

test('a bare name keeps the language of the conversation', () => {
  for (const language of languages) {
    expect(matcher.match('Solutions Gateway', { language }).language).toBe(language);
  }
});
