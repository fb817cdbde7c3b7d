// How many answers rest on a fact, and how old it is.
import type { Curated } from '../curate.ts';
import { factsIn, formatFact } from '../facts.ts';
import { languages } from '../language.ts';
import type { Fact } from '../schema.ts';

export interface FactUse {
  readonly id: string;
  /** As an English answer writes it. */
  readonly value: string;
  readonly kind: Fact['kind'];
  readonly asOf: string;
  /** The last year that asOf names, or null. */
  readonly year: number | null;
  readonly source: Fact['source'];
  /** Ids of the entries that state it, in any language, or whose events are held on its days. */
  readonly usedBy: readonly string[];
}

/** The oldest first; those that name no year before all. */
export function factUseOf({ entries, facts }: Curated): FactUse[] {
  const users = new Map<string, Set<string>>();
  for (const { entry } of entries) {
    const stated = languages
      .flatMap((language) => factsIn(entry[language]?.answer ?? ''))
      .map(({ id }) => id);
    const held = (entry.events ?? []).map(({ days }) => days);
    for (const id of [...stated, ...held]) users.set(id, (users.get(id) ?? new Set()).add(entry.id));
  }
  return Object.entries(facts?.value.facts ?? {})
    .map(([id, fact]) => ({
      id,
      value: formatFact(fact, 'en'),
      kind: fact.kind,
      asOf: fact.asOf,
      year: yearOf(fact.asOf),
      source: fact.source,
      usedBy: [...(users.get(id) ?? [])],
    }))
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

/** "c. 2015-2017" is true until 2017. */
function yearOf(asOf: string): number | null {
  const years = [...asOf.matchAll(/(?<!\d)(?:1\d|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year));
  return years.length > 0 ? Math.max(...years) : null;
}
