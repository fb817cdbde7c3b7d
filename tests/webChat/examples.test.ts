// Every example question of the home page leads somewhere: to an answer, or to a person where that is what it asks for.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { homeTexts } from '../../bot/webChat/homeTexts.ts';
import { readSmallTalk } from '../../dialogs/reading/smallTalk.ts';
import { createMatcher, decide, languages, type Matcher } from '../../knowledge/index.ts';
import { shippedKnowledge } from '../knowledge/shipped.ts';

let matcher: Matcher;
beforeAll(async () => {
  matcher = createMatcher(await shippedKnowledge());
}, 60_000);

describe.each(languages.map((language) => ({ language })))('in $language', ({ language }) => {
  const { examples } = homeTexts[language];
  const wantsPerson = (example: string) => readSmallTalk(example).intent === 'person';
  const questions = examples.filter((example) => !wantsPerson(example));

  test('one example asks for a person, and only the last', () => {
    expect(examples.map(wantsPerson)).toEqual(examples.map((_, index) => index === examples.length - 1));
  });

  test.each(questions.map((question) => [question]))('“%s” is answered', (question) => {
    expect(decide(matcher.match(question, { language }))).toMatchObject({ kind: 'answer' });
  });

  test('they are about different things', () => {
    const answered = questions.map((question) => matcher.match(question, { language }).matches[0]?.entry.id);
    expect(new Set(answered).size).toBe(questions.length);
  });
});
