// The matcher as visitors have it on a day: entries outside their life span are not found.
import type { KnowledgeBase } from '../entry.ts';
import { knowledgeOn } from '../lifeSpan.ts';
import { createMatcher } from '../match/createMatcher.ts';
import type { Matcher } from '../matcher.ts';

export function servedMatcher(base: KnowledgeBase, now: Date, matcher = createMatcher(base)): Matcher {
  return knowledgeOn({ base, matcher }, now.toISOString().slice(0, 'YYYY-MM-DD'.length)).matcher;
}
