// Questions that are not among the phrasings: how often the right answer comes, and that a wrong one hardly ever does.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  askQuestion,
  noAnswer,
  type RegressionQuestion,
  readQuestions,
} from '../../knowledge/check/regression.ts';
import { createMatcher, type KnowledgeBase, languages, type Matcher } from '../../knowledge/index.ts';
import { fold } from '../../knowledge/text/normalise.ts';
import { shippedKnowledge } from './shipped.ts';

const names = [
  'development',
  'fresh',
  'outOfScope',
  'staff',
  'seed.en',
  'seed.es',
  'seed.pt',
  'seed.fr',
  'seed.de',
] as const;
type Name = (typeof names)[number];

function questionsOf(name: Name): readonly RegressionQuestion[] {
  const path = `questions/${name}.yaml`;
  const { placed, faults } = readQuestions([
    { path, text: readFileSync(new URL(path, import.meta.url), 'utf8') },
  ]);
  expect(faults).toEqual([]);
  return placed.flatMap(({ questions }) => questions);
}

let matcher: Matcher;
let ids: ReadonlySet<string>;
let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  matcher = createMatcher(knowledge);
  ids = new Set(knowledge.entries.map(({ id }) => id));
});

/** Of a hundred questions: answered right, right or offered as the first or among three, answered wrong, and without a reservation. */
function figures(questions: readonly RegressionQuestion[]) {
  const asked = questions.map((question) => askQuestion(question, matcher));
  const share = (count: number) => Math.round((100 * count) / asked.length);
  const outcomes = (...which: readonly string[]) => asked.filter(({ outcome }) => which.includes(outcome));
  const misled = outcomes('wrong').filter(({ verdict }) => verdict.kind === 'answer' && verdict.certain);
  return {
    right: share(outcomes('right').length),
    helped: share(outcomes('right', 'askedBack').length),
    wrong: share(outcomes('wrong').length),
    misled: share(misled.length),
  };
}

const isOutOfScope = ({ want }: RegressionQuestion) => [want].flat().includes(noAnswer);

describe.each(names)('%s', (name) => {
  test('names entries that exist', () => {
    const named = questionsOf(name).flatMap(({ want, after }) => [want, after ?? []].flat());
    expect(named.filter((id) => id !== noAnswer && !ids.has(id))).toEqual([]);
  });

  test('is read in its language', () => {
    const strange = questionsOf(name).filter(
      ({ ask, language }) =>
        language !== matcher.match(ask, language === undefined ? {} : { language }).language,
    );
    // A word or two of another language, or a name, can't tell: "Kiezblocks Berlin".
    expect(strange.length / questionsOf(name).length).toBeLessThan(0.03);
  });
});

// Where a curator needs one of them as a phrasing, take the question out of its file here: the phrasing is worth more.
test('Nothing that is measured with stands among the phrasings, but where people happened to ask the same afterwards', () => {
  const phrasings = new Set(
    [...knowledge.entries, ...knowledge.outOfScope]
      .flatMap(({ texts }) => languages.flatMap((language) => texts[language]?.phrasings ?? []))
      .map(bare),
  );
  const measures = names.filter((name) => name !== 'fresh').flatMap(questionsOf);
  expect(measures.map(({ ask }) => ask).filter((ask) => phrasings.has(bare(ask)))).toEqual([]);
});

/** Letters and digits only: what is left of case, accents and punctuation makes no other question. */
function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// The figures that were measured when the knowledge was last changed. Every phrasing changes a little of what is learnt, so a
// few questions at the edge come and go: `give` of a hundred. Choices were made with the seed sets in sight (see the head of each
// file), lately also with the fresh ones.
const give = 2;
const mostWrong = 3;
describe('who has read the profile and asks about it', () => {
  test.each([
    ['seed.en', { right: 99, helped: 99 }],
    ['seed.es', { right: 99, helped: 99 }],
    ['seed.pt', { right: 98, helped: 98 }],
    ['seed.fr', { right: 100, helped: 100 }],
    ['seed.de', { right: 99, helped: 99 }],
    ['fresh', { right: 96, helped: 97 }],
  ] as const)('%s', (name, measured) => {
    const now = figures(questionsOf(name));
    expect(now.right).toBeGreaterThanOrEqual(measured.right - give);
    expect(now.helped).toBeGreaterThanOrEqual(measured.helped - give);
    expect(now.wrong).toBeLessThanOrEqual(mostWrong);
  });
});

describe('who asks something that no entry answers', () => {
  test('is answered wrong in 2 of 100 cases, and refused in 9 of 10', () => {
    const now = figures(questionsOf('outOfScope'));
    expect(now.right).toBeGreaterThanOrEqual(92);
    expect(now.wrong).toBeLessThanOrEqual(2);
    expect(now.misled).toBeLessThanOrEqual(2);
  });

  test('reaches staff with what is theirs', () => {
    const verdicts = questionsOf('staff').map((question) => askQuestion(question, matcher).verdict);
    const reached = verdicts.filter(
      (verdict) => verdict.kind === 'noAnswer' && verdict.outOfScope?.next !== 'decline',
    );
    expect(reached.length / verdicts.length).toBeGreaterThan(0.97);
    expect(verdicts.filter(({ kind }) => kind === 'answer')).toEqual([]);
  });
});

describe('the questions the confidence was fitted on', () => {
  test('get the right answer in 9 of 10 cases, and a wrong one in 2 of 100', () => {
    const now = figures(questionsOf('development').filter((question) => !isOutOfScope(question)));
    expect(now.right).toBeGreaterThanOrEqual(90);
    expect(now.helped).toBeGreaterThanOrEqual(94);
    expect(now.wrong).toBeLessThanOrEqual(2);
  });
});
