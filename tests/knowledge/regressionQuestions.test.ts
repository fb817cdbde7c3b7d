// The regression questions that are shipped. That each gets what it must is held by the knowledge check (check.test.ts).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { noAnswer, readQuestions } from '../../knowledge/check/regression.ts';
import { type KnowledgeBase, languages } from '../../knowledge/index.ts';
import { shippedKnowledge } from './shipped.ts';

const shipped = join(import.meta.dirname, '../../knowledge/questions');
const judging = join(import.meta.dirname, 'questions');

function questionsIn(folder: string, name: string) {
  const read = readQuestions([{ path: name, text: readFileSync(join(folder, name), 'utf8') }]);
  expect(read.faults).toEqual([]);
  return read.placed.flatMap(({ questions }) => questions);
}

let knowledge: KnowledgeBase;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

describe.each(languages)('Regression questions in %s', (language) => {
  const questions = questionsIn(shipped, `${language}.yaml`);

  it('are enough, all in that language', () => {
    expect(questions.length).toBeGreaterThanOrEqual(38);
    expect(questions.filter((question) => question.language !== language)).toEqual([]);
  });

  it('ask for nearly every topic, and for what no entry answers', () => {
    const wanted = questions.flatMap(({ want }) => want);
    const topics = new Set(wanted.map((id) => knowledge.byId.get(id)?.topic).filter(Boolean));
    expect(topics.size).toBeGreaterThanOrEqual(15);
    expect(wanted.filter((id) => id === noAnswer).length).toBeGreaterThanOrEqual(8);
  });

  it('are none of those that judge the bot: a curator may write phrasings on them', () => {
    const kept = readdirSync(judging).filter((name) => name !== 'development.yaml');
    const asked = new Set(kept.flatMap((name) => questionsIn(judging, name).map(({ ask }) => ask)));
    expect(asked.size).toBeGreaterThan(500);
    expect(questions.filter(({ ask }) => asked.has(ask))).toEqual([]);
  });
});
