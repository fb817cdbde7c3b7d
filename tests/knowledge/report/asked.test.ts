// What comes of asking every phrasing: nobody is asked what it has learnt, and what is mixed up is found.
import { describe, expect, test } from '@jest/globals';
import { decide, type Entry, type KnowledgeBase, type Matcher } from '../../../knowledge/index.ts';
import { type AskedWording, askUnseen } from '../../../knowledge/report/askUnseen.ts';
import { overlapOf } from '../../../knowledge/report/overlap.ts';
import { weakestOf } from '../../../knowledge/report/weakest.ts';
import { files } from '../files.ts';
import { knowledgeOf } from './sample.ts';

const knowledge = knowledgeOf(files());

function wordingsOf({ entries }: KnowledgeBase): string[] {
  return entries.flatMap(({ texts }) => [texts.en.question, ...texts.en.phrasings]);
}

/** A matcher that believes in one entry, whatever it is asked; each question and what it had learnt are kept. */
function stubborn(believed: string, asked: { question: string; learnt: readonly string[] }[]) {
  return (learnt: KnowledgeBase): Matcher => ({
    match(question) {
      asked.push({ question, learnt: wordingsOf(learnt) });
      const entry = learnt.byId.get(believed);
      return {
        question,
        language: 'en',
        languageConfidence: 1,
        matches: entry ? [{ entry, confidence: 0.9, phrasing: '', language: 'en', matchedWords: [] }] : [],
        outOfScope: null,
        inScope: 0.9,
        margin: 0.9,
        coverage: 1,
        unknownWords: [],
        repairs: [],
        synonyms: [],
      };
    },
  });
}

describe('Every phrasing', () => {
  const questions: { question: string; learnt: readonly string[] }[] = [];
  const asked = askUnseen(knowledge, stubborn('fees', questions));

  test('is asked once, of a matcher that has not learnt it', () => {
    expect(questions.map(({ question }) => question).sort()).toEqual(wordingsOf(knowledge).sort());
    expect(questions.filter(({ question, learnt }) => learnt.includes(question))).toEqual([]);
    expect(questions.every(({ learnt }) => learnt.length === wordingsOf(knowledge).length - 2)).toBe(true);
  });

  test('is told with its own confidence, what came besides, and what a visitor would have got', () => {
    const own = asked.find(({ wording }) => wording === 'annual fee');
    expect(own).toMatchObject({ language: 'en', own: 0.9, rival: null, outcome: 'right' });
    const other = asked.find(({ wording }) => wording === 'join ICLEI');
    expect(other).toMatchObject({ own: 0, rival: { id: 'fees', confidence: 0.9 }, outcome: 'wrong' });
  });

  test('names the rival as it is, not as the matcher had it with phrasings held back', () => {
    for (const { rival } of asked) if (rival) expect(rival.entry).toBe(knowledge.byId.get('fees'));
  });

  test('that is the only one of its language is not asked: nothing would be left', () => {
    const alone = knowledgeOf(
      files({
        'entries/fees.yaml': `- id: fees
  topic: membership
  asOf: '2017'
  checkedOn: 2026-11-23
  reviewBy: 2027-11-23
  related: [joining]
  sources: [{ title: Fees, url: https://iclei.org/fees/, date: undated }]
  en: { question: What does it cost?, phrasings: [], answer: Ask. }
`,
      }),
    );
    const wordings = askUnseen(alone, stubborn('fees', [])).map(({ wording }) => wording);
    expect(wordings).not.toContain('What does it cost?');
    expect(wordings).toContain('join ICLEI');
  });
});

const [fees, joining] = knowledge.entries;

function asked(
  entry: Entry | undefined,
  own: number,
  other: Entry | undefined,
  confidence: number,
): AskedWording {
  if (!entry || !other) throw new Error('The sample has two entries.');
  const outcome = own >= 0.8 ? 'right' : confidence >= 0.8 ? 'wrong' : 'askedBack';
  const rival = { id: other.id, entry: other, confidence };
  return { entry, language: 'en', wording: `${entry.id} ${own}`, own, rival, outcome };
}

describe('Overlap', () => {
  const { pairs, more, lost, topics, cells } = overlapOf(
    [asked(joining, 0.9, fees, 0.1), asked(fees, 0.3, joining, 0.6), asked(joining, 0.5, fees, 0.4)],
    knowledge.entries,
  );

  test('counts a pair once, whichever of the two was asked', () => {
    expect(pairs).toHaveLength(1);
    expect(more).toBe(0);
    expect(pairs[0]).toMatchObject({ first: { id: 'fees' }, second: { id: 'joining' }, count: 3, lost: 1 });
    expect(pairs[0]?.mixUps).toBeCloseTo(1.1);
    expect(lost).toBe(1);
  });

  test('tells the closest calls first', () => {
    expect(pairs[0]?.closest.map(({ wording }) => wording)).toEqual([
      'fees 0.3',
      'joining 0.5',
      'joining 0.9',
    ]);
  });

  test('is told by topic, of a hundred phrasings', () => {
    expect(topics).toEqual(['membership']);
    expect(cells).toHaveLength(1);
    expect(cells[0]?.mixUps).toBeCloseTo(110 / 3);
  });
});

describe('The weakest phrasings', () => {
  const [english] = weakestOf([
    asked(joining, 0.9, fees, 0.1),
    asked(fees, 0.301, joining, 0.3),
    asked(joining, 0.302, fees, 0.5),
    asked(joining, 0.1, fees, 0.9),
  ]);

  test('come by the confidence of their own entry, then of the other one', () => {
    expect(english?.wordings.map(({ wording }) => wording)).toEqual([
      'joining 0.1',
      'joining 0.302',
      'fees 0.301',
    ]);
  });

  test('come with what all of the language would get', () => {
    expect(english).toMatchObject({
      language: 'en',
      asked: 4,
      outcomes: { right: 1, askedBack: 2, missed: 0, wrong: 1 },
    });
  });
});

test('What a visitor would get is what the service decides', () => {
  const [first] = askUnseen(knowledge, stubborn('joining', []));
  const result = stubborn('joining', [])(knowledge).match('anything');
  expect(decide(result).kind).toBe('answer');
  expect(first?.outcome).toBe(first?.entry.id === 'joining' ? 'right' : 'wrong');
});
