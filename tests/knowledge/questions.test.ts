// Questions that are not among the phrasings: how often the right answer comes, and that a wrong one does not.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMatcher, decide, type Matcher } from '../../knowledge/index.ts';
import { shippedKnowledge } from './shipped.ts';

const questions = z
  .array(
    z.strictObject({
      language: z.enum(['en', 'es', 'pt', 'fr', 'de']),
      ask: z.string(),
      want: z.union([z.string(), z.array(z.string())]).transform((want) => [want].flat()),
      after: z.string().optional(),
      typos: z.boolean().optional(),
    }),
  )
  .parse(parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8')));

let matcher: Matcher;
let ids: ReadonlySet<string>;
beforeAll(async () => {
  const knowledge = await shippedKnowledge();
  matcher = createMatcher(knowledge);
  ids = new Set(knowledge.entries.map(({ id }) => id));
});

type Outcome = 'right' | 'asked back' | 'missed' | 'wrong';

function outcome({ ask, want, after }: (typeof questions)[number]): { outcome: Outcome; got: string } {
  const verdict = decide(matcher.match(ask, after === undefined ? {} : { context: after }));
  if (verdict.kind === 'answer') {
    const { id } = verdict.match.entry;
    return { outcome: want.includes(id) ? 'right' : 'wrong', got: id };
  }
  if (verdict.kind === 'noAnswer')
    return { outcome: want.includes('none') ? 'right' : 'missed', got: 'none' };
  const offered = verdict.matches.map(({ entry }) => entry.id);
  const isOffered = offered.some((id) => want.includes(id));
  return { outcome: isOffered ? 'asked back' : 'missed', got: offered.join(' | ') };
}

describe('questions that are not among the phrasings', () => {
  test('name entries that exist', () => {
    const named = questions.flatMap(({ want, after }) => [...want, ...(after ? [after] : [])]);
    expect(named.filter((id) => id !== 'none' && !ids.has(id))).toEqual([]);
  });

  test('get no wrong answer', () => {
    const wrong = questions
      .map((question) => ({ ...question, ...outcome(question) }))
      .filter(({ outcome }) => outcome === 'wrong')
      .map(({ ask, got }) => `${ask} -> ${got}`);
    expect(wrong).toEqual([]);
  });

  test('that an entry covers are answered in 3 of 5 cases, and answered or asked back in 3 of 4', () => {
    const covered = questions.filter(({ want }) => !want.includes('none'));
    const outcomes = covered.map((question) => outcome(question).outcome);
    const right = outcomes.filter((each) => each === 'right').length;
    const helped = outcomes.filter((each) => each === 'right' || each === 'asked back').length;
    expect(right / covered.length).toBeGreaterThan(3 / 5);
    expect(helped / covered.length).toBeGreaterThan(3 / 4);
  });

  test('that no entry covers are refused in 9 of 10 cases', () => {
    const foreign = questions.filter(({ want }) => want.includes('none'));
    const refused = foreign.filter((question) => outcome(question).outcome === 'right').length;
    expect(refused / foreign.length).toBeGreaterThan(0.9);
  });

  test('are read in their language', () => {
    const strange = questions
      .filter(({ want }) => !want.includes('none'))
      .filter(({ ask, language }) => matcher.match(ask, { language }).language !== language)
      .map(({ ask }) => ask);
    expect(strange).toEqual([]);
  });
});
