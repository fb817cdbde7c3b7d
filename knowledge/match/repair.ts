// Spelling repair: the known word that somebody who typed an unknown one most likely meant.
// A deletion index (W. Garbe's SymSpell) finds all words one error away, shared letter triples the longer ones two errors
// away; fuse.js then ranks these few, and the edit distance has the last word.
import Fuse from 'fuse.js';
import { isCommonWord } from '../text/commonWords.ts';
import { editDistance } from '../text/editDistance.ts';
import { isStopWord, stopWords } from '../text/stopWords.ts';

/** Shorter words are one error away from too many others. */
const shortestRepair = 4;
/** From this length on two errors are forgiven. */
const twoErrorsFrom = 8;
/** Candidates that fuse.js ranks: bounds the time of a repair. */
const maxCandidates = 24;
/** Triples that more words share than this tell nothing. */
const commonTriple = 60;

export interface Repairer {
  /** The word that was meant, or null: known, too short, too far from all, or a common word that is right as it is. */
  repair(folded: string): string | null;
  /** Two known words written as one ("smartcity"), or null. */
  split(folded: string): readonly [string, string] | null;
}

/**
 * @param known folded words with how often they occur: of two candidates equally far away the more frequent one is meant
 */
export function createRepairer(known: ReadonlyMap<string, number>): Repairer {
  const targets = [...known.keys()].filter((word) => word.length >= 3 && !/\d/u.test(word));
  for (const set of Object.values(stopWords)) {
    for (const word of set) if (word.length >= 4 && !known.has(word)) targets.push(word);
  }
  const deletions = new Map<string, number[]>();
  const triples = new Map<string, number[]>();
  targets.forEach((word, at) => {
    for (const shorter of deletionsOf(word)) push(deletions, shorter, at);
    if (word.length >= twoErrorsFrom - 1) for (const triple of triplesOf(word)) push(triples, triple, at);
  });

  const near = (folded: string): string[] => {
    const found = new Set<number>();
    for (const shorter of deletionsOf(folded)) for (const at of deletions.get(shorter) ?? []) found.add(at);
    if (found.size === 0 && folded.length >= twoErrorsFrom) {
      const shared = new Map<number, number>();
      for (const triple of triplesOf(folded)) {
        const list = triples.get(triple) ?? [];
        if (list.length > commonTriple) continue;
        for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1);
      }
      const best = [...shared].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      for (const [at] of best.slice(0, maxCandidates)) found.add(at);
    }
    return [...found].slice(0, maxCandidates).flatMap((at) => targets[at] ?? []);
  };

  return {
    repair(folded) {
      if (folded.length < shortestRepair || /[^a-z]/u.test(folded)) return null;
      if (known.has(folded) || isStopWord(folded) || isCommonWord(folded)) return null;
      const limit = folded.length >= twoErrorsFrom ? 2 : 1;
      const candidates = near(folded)
        .map((word) => ({ word, distance: editDistance(folded, word, limit), count: known.get(word) ?? 1 }))
        .filter(({ distance }) => distance <= limit);
      if (candidates.length === 0) return null;
      const nearest = Math.min(...candidates.map(({ distance }) => distance));
      const pool = candidates.filter(({ distance }) => distance === nearest);
      if (pool.length === 1) return pool[0]?.word ?? null;
      const ranked = new Fuse(pool, {
        keys: ['word'],
        includeScore: true,
        threshold: 1,
        ignoreLocation: false,
      })
        .search(folded)
        .map(({ item, score }) => ({ ...item, score: (score ?? 1) - 0.02 * Math.log(item.count + 1) }))
        .sort((a, b) => a.score - b.score || b.count - a.count || (a.word < b.word ? -1 : 1));
      return ranked[0]?.word ?? pool[0]?.word ?? null;
    },
    split(folded) {
      if (folded.length < 6 || known.has(folded) || isCommonWord(folded)) return null;
      for (let cut = folded.length - 3; cut >= 3; cut--) {
        const head = folded.slice(0, cut);
        const tail = folded.slice(cut);
        const apart = known.has(head) && known.has(tail);
        if (apart && !(isStopWord(head) && isStopWord(tail))) return [head, tail];
      }
      return null;
    },
  };
}

function deletionsOf(word: string): Set<string> {
  const shorter = new Set([word]);
  for (let i = 0; i < word.length; i++) shorter.add(word.slice(0, i) + word.slice(i + 1));
  return shorter;
}

function triplesOf(word: string): Set<string> {
  const padded = ` ${word} `;
  const triples = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) triples.add(padded.slice(i, i + 3));
  return triples;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
