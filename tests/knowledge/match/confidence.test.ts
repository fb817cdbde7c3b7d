// What the confidence makes of the evidence.
import { expect, test } from '@jest/globals';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { inScopeOf, rightEntryOf } from '../../../knowledge/match/confidence.ts';
import { createExplainedMatcher } from '../../../knowledge/match/createMatcher.ts';

const evidence = {
  phrased: 0.8,
  namesSubject: true,
  unknown: 0,
  kindLead: 0.5,
  odds: 0.3,
  alone: null,
  outOfScope: false,
};

test('What is phrased, leads and stands out is surer; unknown words and a group that is better make it less sure', () => {
  const sure = inScopeOf(evidence);
  expect(inScopeOf({ ...evidence, phrased: 0.4 })).toBeLessThan(sure);
  expect(inScopeOf({ ...evidence, unknown: 1 })).toBeLessThan(sure);
  expect(inScopeOf({ ...evidence, kindLead: -0.5, outOfScope: true })).toBeLessThan(0.5);
  expect(inScopeOf({ ...evidence, namesSubject: false })).toBeLessThan(0.6);
  expect(rightEntryOf({ ...evidence, odds: -0.3 })).toBeLessThan(rightEntryOf(evidence));
});

test('Where there are no groups, more phrasings make a lead less sure', () => {
  expect(inScopeOf({ ...evidence, alone: 10_000 })).toBeLessThan(inScopeOf({ ...evidence, alone: 100 }));
});

test('Knowledge without groups out of scope does not take everything for its own', async () => {
  const loaded = await loadKnowledge('knowledge');
  if (!loaded.ok) throw new Error('the knowledge has faults');
  const { ask } = createExplainedMatcher({ ...loaded.knowledge, outOfScope: [] });
  const sure = (question: string) => {
    const found = ask(question).evidence;
    return found ? inScopeOf(found) : 0;
  };
  const foreign = [
    'how do I bake bread',
    'what is the capital of Australia',
    'who won the football match yesterday',
    'my printer does not print',
    'when is the next train to Cologne',
    'tell me a joke about cats',
    'how many legs does a spider have',
    'what does a haircut cost',
  ];
  // As without what the groups know: a question that has our words in it may be taken for ours.
  expect(foreign.filter((question) => sure(question) >= 5 / 6).length).toBeLessThanOrEqual(2);
  expect(sure('What is ICLEI?')).toBeGreaterThan(5 / 6);
  expect(sure('Where is the office of ICLEI in Bonn?')).toBeGreaterThan(5 / 6);
});
