// Finds the groups of synonyms (knowledge/glossary.yaml) whose names occur in a text, one word or several.
import type { Synonyms } from '../entry.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { type Token, tokenise } from '../text/tokens.ts';

export interface SynonymHit {
  readonly group: number;
  readonly term: string;
  /** First word and number of words of the name in the text. */
  readonly start: number;
  readonly length: number;
}

export interface SynonymFinder {
  find(tokens: readonly Folded[]): SynonymHit[];
  /** Replaces listed misspellings by the word that was meant. */
  correct(tokens: readonly Token[]): { tokens: Token[]; repairs: { typed: string; used: string }[] };
}

/** All that is compared of a word. */
interface Folded {
  readonly folded: string;
}

interface Name {
  readonly words: readonly string[];
  readonly group: number;
}

/** A name longer than this is a sentence, not a synonym. */
const longestName = 6;

export function createSynonymFinder(synonyms: readonly Synonyms[]): SynonymFinder {
  const names = new Map<string, Name[]>();
  const misspelt = new Map<string, { words: readonly string[]; meant: Token[] }[]>();
  const add = <Item extends { words: readonly string[] }>(map: Map<string, Item[]>, item: Item): void => {
    const first = item.words[0];
    if (first === undefined || item.words.length > longestName) return;
    const list = map.get(first) ?? [];
    list.push(item);
    // The longest name wins: "smart city agenda" before "smart city".
    list.sort((a, b) => b.words.length - a.words.length);
    map.set(first, list);
  };
  synonyms.forEach((entry, group) => {
    const meant = tokenise(cleanQuestion(entry.term));
    for (const name of [entry.term, ...entry.alsoTyped]) add(names, { words: foldedWords(name), group });
    for (const name of entry.misspellings) add(misspelt, { words: foldedWords(name), meant });
  });

  return {
    find(tokens) {
      const hits: SynonymHit[] = [];
      tokens.forEach((token, start) => {
        for (const name of names.get(token.folded) ?? []) {
          if (!startsWith(tokens, start, name.words)) continue;
          const term = synonyms[name.group]?.term ?? '';
          hits.push({ group: name.group, term, start, length: name.words.length });
        }
      });
      return hits;
    },
    correct(tokens) {
      const corrected: Token[] = [];
      const repairs: { typed: string; used: string }[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (!token) break;
        const hit = misspelt.get(token.folded)?.find((item) => startsWith(tokens, i, item.words));
        if (!hit) {
          corrected.push(token);
          continue;
        }
        const typed = tokens.slice(i, i + hit.words.length).map((word) => word.typed);
        repairs.push({ typed: typed.join(' '), used: hit.meant.map((word) => word.typed).join(' ') });
        corrected.push(...hit.meant);
        i += hit.words.length - 1;
      }
      return { tokens: corrected, repairs };
    },
  };
}

function foldedWords(name: string): string[] {
  return tokenise(cleanQuestion(name)).map((token) => token.folded);
}

function startsWith(tokens: readonly Folded[], start: number, words: readonly string[]): boolean {
  return words.every((word, i) => tokens[start + i]?.folded === word);
}
