import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMatcher, decide, type Match, type Matcher, type MatchResult } from '../../knowledge/index.ts';
import { knowledgeOf } from '../bench/questionSet.ts';
import { shippedKnowledge } from './shipped.ts';

const [entry] = knowledgeOf([{ text: 'what is it', intent: 'one' }]).entries;

function resultOf(confidences: readonly number[], more: Partial<MatchResult> = {}): MatchResult {
  const matches = confidences.flatMap((confidence, i): Match[] =>
    entry
      ? [
          {
            entry: { ...entry, id: `e${i}` },
            confidence,
            phrasing: `p${i}`,
            language: 'en',
            matchedWords: [],
          },
        ]
      : [],
  );
  return {
    question: 'what is a gateway',
    language: 'en',
    languageConfidence: 1,
    matches,
    inScope: 0.98,
    margin: (confidences[0] ?? 0) - (confidences[1] ?? 0),
    outOfScope: null,
    coverage: 1,
    unknownWords: [],
    repairs: [],
    synonyms: [],
    ...more,
  };
}

describe('what the confidence leads to', () => {
  test('a certain match is answered, with figures for the reason', () => {
    const verdict = decide(resultOf([0.93, 0.05]));
    expect(verdict).toMatchObject({
      kind: 'answer',
      certain: true,
      others: [],
      reason: 'Answered: 0.93 for "p0", next 0.05; all words known.',
    });
  });

  test('a likely match is answered with a reservation, and with what else may be meant', () => {
    const verdict = decide(resultOf([0.7, 0.2, 0.06, 0.05, 0.01]));
    expect(verdict).toMatchObject({
      kind: 'answer',
      certain: false,
      reason: 'Answered with a reservation: 0.70 for "p0", next 0.20; all words known.',
    });
    expect(verdict.kind === 'answer' && verdict.others.map(({ entry }) => entry.id)).toEqual(['e1', 'e2']);
  });

  test('even odds among ours are enough for an answer with a reservation, less are not', () => {
    expect(decide(resultOf([0.5, 0.4])).kind).toBe('answer');
    expect(decide(resultOf([0.4, 0.4])).kind).toBe('didYouMean');
  });

  test('a match that is likely among ours is not answered when the question is hardly one of ours', () => {
    expect(decide(resultOf([0.65], { inScope: 0.7 })).kind).toBe('didYouMean');
    expect(decide(resultOf([0.35], { inScope: 0.4 })).kind).toBe('noAnswer');
  });

  test('a middling match is asked back, with at most three that are likely enough', () => {
    const verdict = decide(resultOf([0.4, 0.25, 0.2, 0.1]));
    expect(verdict.kind === 'didYouMean' && verdict.matches.map((match) => match.entry.id)).toEqual([
      'e0',
      'e1',
      'e2',
    ]);
    const alone = decide(resultOf([0.4, 0.01]));
    expect(alone.kind === 'didYouMean' && alone.matches.length).toBe(1);
  });

  test('an unlikely match is not offered; the refusal names what is not known', () => {
    const verdict = decide(
      resultOf([0.2], {
        inScope: 0.3,
        unknownWords: ['bitcoin'],
        repairs: [{ typed: 'gatway', used: 'gateway' }],
      }),
    );
    expect(verdict).toEqual({
      kind: 'noAnswer',
      outOfScope: null,
      unknownWords: ['bitcoin'],
      intelligible: true,
      reason: 'No answer: best was 0.20 for "p0"; "gatway" read as "gateway"; not known: "bitcoin".',
    });
  });
});

describe('whether there is something to go by', () => {
  let matcher: Matcher;
  beforeAll(async () => {
    matcher = createMatcher(await shippedKnowledge());
  });
  const intelligible = (question: string): boolean | null => {
    const verdict = decide(matcher.match(question));
    return verdict.kind === 'noAnswer' ? verdict.intelligible : null;
  };

  test.each(['', '😀😀😀', '???', 'the', 'and what is this', 'xkcdqwrt', '1 1 1', 'asdf ghjkl', 'qwrtz'])(
    '"%s" has hardly a word to go by',
    (question) => {
      expect(intelligible(question)).toBe(false);
    },
  );

  test.each(['how do I bake bread', 'price of bitcoin', 'wie wird das Wetter morgen', 'weather'])(
    '"%s" can be understood, only not answered',
    (question) => {
      expect(intelligible(question)).toBe(true);
    },
  );
});
