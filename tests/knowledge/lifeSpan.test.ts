import { describe, expect, test } from '@jest/globals';
import type { Entry, KnowledgeBase } from '../../knowledge/index.ts';
import { knowledgeOn, sealKnowledge } from '../../knowledge/index.ts';
import type { Matcher } from '../../knowledge/matcher.ts';
import { createScriptedMatcher, smallKnowledge } from '../support/dialogs/knowledge.ts';

function withSpan(id: string, span: Pick<Entry, 'validFrom' | 'validTo'>): KnowledgeBase {
  const entries = smallKnowledge.entries.map((entry) => (entry.id === id ? { ...entry, ...span } : entry));
  return sealKnowledge({ ...smallKnowledge, entries });
}

const matcher: Matcher = createScriptedMatcher({
  smart: { matches: { 'smart-approach': 0.6, 'what-is-iclei': 0.3, 'iclei-offices': 0.1 } },
});
const idsOn = (base: KnowledgeBase, day: string) => [...knowledgeOn({ base, matcher }, day).base.byId.keys()];

describe('An entry is known', () => {
  const base = withSpan('smart-approach', { validFrom: '2026-03-01', validTo: '2026-03-31' });
  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
  ])('on %s: %s', (day, known) => {
    expect(idsOn(base, day).includes('smart-approach')).toBe(known);
    expect(knowledgeOn({ base, matcher }, day).base.entries).toHaveLength(known ? 6 : 5);
  });

  test('from its first day on without a last one, and until its last day without a first', () => {
    expect(idsOn(withSpan('smart-approach', { validFrom: '2026-03-01' }), '2999-01-01')).toContain(
      'smart-approach',
    );
    expect(idsOn(withSpan('smart-approach', { validTo: '2026-03-01' }), '1999-01-01')).toContain(
      'smart-approach',
    );
  });
});

test('An entry outside its life span is no match, and the others keep their confidence', () => {
  const base = withSpan('smart-approach', { validTo: '2026-03-31' });
  const result = knowledgeOn({ base, matcher }, '2026-04-01').matcher.match('smart');
  expect(result.matches.map(({ entry, confidence }) => [entry.id, confidence])).toEqual([
    ['what-is-iclei', 0.3],
    ['iclei-offices', 0.1],
  ]);
  expect(result.margin).toBeCloseTo(0.2);
});

test('Knowledge without an ended entry is used as it is', () => {
  const known = knowledgeOn({ base: smallKnowledge, matcher }, '2026-04-01');
  expect(known.base).toBe(smallKnowledge);
  expect(known.matcher).toBe(matcher);
});
