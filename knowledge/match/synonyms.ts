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

/** All that is compared of a word. */
interface Folded {
  readonly folded: string;
}

interface Name {
  readonly words: readonly string[];
  readonly group: number;
  readonly term: string;
}

interface Misspelling {
  readonly words: readonly string[];
  readonly meant: readonly Token[];
}

/** Names and misspellings by their first word: plain data. */
export interface SynonymIndex {
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly misspelt: ReadonlyMap<string, readonly Misspelling[]>;
}

/** A name longer than this is a sentence, not a synonym. */
const longestName = 6;

export function indexSynonyms(synonyms: readonly Synonyms[]): SynonymIndex {
  const names = new Map<string, Name[]>();
  const misspelt = new Map<string, Misspelling[]>();
  const add = <Item extends { readonly words: readonly string[] }>(
    map: Map<string, Item[]>,
    item: Item,
  ): void => {
    const first = item.words[0];
    if (first === undefined || item.words.length > longestName) return;
    const list = map.get(first) ?? [];
    list.push(item);
    // The longest name wins: "smart city agenda" before "smart city".
    list.sort((a, b) => b.words.length - a.words.length);
    map.set(first, list);
  };
  synonyms.forEach(({ term, alsoTyped, misspellings }, group) => {
    const meant = tokenise(cleanQuestion(term));
    for (const name of [term, ...alsoTyped]) add(names, { words: foldedWords(name), group, term });
    for (const name of misspellings) add(misspelt, { words: foldedWords(name), meant });
  });
  return { names, misspelt };
}

/** The names that occur in a text. */
export function findSynonyms({ names }: SynonymIndex, tokens: readonly Folded[]): SynonymHit[] {
  const hits: SynonymHit[] = [];
  tokens.forEach((token, start) => {
    for (const { words, group, term } of names.get(token.folded) ?? []) {
      if (startsWith(tokens, start, words)) hits.push({ group, term, start, length: words.length });
    }
  });
  return hits;
}

/** Replaces listed misspellings by the word that was meant. */
export function correctMisspellings(
  { misspelt }: SynonymIndex,
  tokens: readonly Token[],
): { tokens: Token[]; repairs: { typed: string; used: string }[] } {
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
}

function foldedWords(name: string): string[] {
  return tokenise(cleanQuestion(name)).map((token) => token.folded);
}

function startsWith(tokens: readonly Folded[], start: number, words: readonly string[]): boolean {
  return words.every((word, i) => tokens[start + i]?.folded === word);
}
