// What is known on a given day: an entry outside its life span is not served, nor led to from anywhere.
import type { Entry, KnowledgeBase } from './entry.ts';
import type { Matcher, MatchResult } from './matcher.ts';

export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly matcher: Matcher;
}

/** Whether an entry has a first or a last day at all. */
export function hasLifeSpan({ validFrom, validTo }: Entry): boolean {
  return validFrom !== undefined || validTo !== undefined;
}

/**
 * The knowledge as it is on a day: whatever is looked up in it, by id, as a related entry or by a question, is served
 * on that day. The matcher itself knows no time; its confidences stay as they are.
 * @param day ISO, YYYY-MM-DD
 */
export function knowledgeOn({ base, matcher }: Knowledge, day: string): Knowledge {
  const outside = base.entries.filter((entry) => !isServedOn(entry, day));
  if (outside.length === 0) return { base, matcher };
  const hidden = new Set(outside.map(({ id }) => id));
  const entries = base.entries.filter(({ id }) => !hidden.has(id));
  return {
    base: { ...base, entries, byId: new Map(entries.map((entry) => [entry.id, entry])) },
    matcher: {
      ...matcher,
      match: (question, options) => without(hidden, matcher.match(question, options)),
    },
  };
}

function isServedOn({ validFrom, validTo }: Entry, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}

function without(hidden: ReadonlySet<string>, result: MatchResult): MatchResult {
  const matches = result.matches.filter(({ entry }) => !hidden.has(entry.id));
  const [best, next] = matches;
  return { ...result, matches, margin: (best?.confidence ?? 0) - (next?.confidence ?? 0) };
}
