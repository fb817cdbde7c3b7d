// Three ways to find the word that a misspelt one means, on the words of the shipped knowledge: npm run --silent bench:repair
// Ours (letters, edit distance, fuse.js between what is equally near), fuse.js over all words, and a deletion index: every word under all
// that is left of it without one letter or two (Garbe's SymSpell, 2012, https://github.com/wolfgarbe/SymSpell).
import Fuse from 'fuse.js';
import { editDistance, loadKnowledge } from '../../knowledge/index.ts';
import { createRepairer } from '../../knowledge/match/repair.ts';
import { isCommonWord } from '../../knowledge/text/commonWords.ts';
import { cleanQuestion } from '../../knowledge/text/normalise.ts';
import { tokenise } from '../../knowledge/text/tokens.ts';
import { percent, quantile } from './figures.ts';
import { randomFrom, withTypos } from './questionSet.ts';

/** Shorter words are not repaired by anybody here: one error makes another word of them. */
const shortest = 5;
const asked = 1_000;

type Find = (typed: string) => string | null;

const loaded = await loadKnowledge('knowledge');
if (!loaded.ok) throw new Error(`${loaded.faults.length} faults in knowledge/: run npm run knowledge:check`);
const counts = new Map<string, number>();
for (const { texts } of loaded.knowledge.entries) {
  for (const { phrasings } of Object.values(texts)) {
    for (const { folded } of phrasings.flatMap((text) => tokenise(cleanQuestion(text)))) {
      if (/^[a-z]+$/u.test(folded)) counts.set(folded, (counts.get(folded) ?? 0) + 1);
    }
  }
}
const words = [...counts.keys()];
const pairs = words
  .filter((word) => word.length >= shortest)
  .map((word) => ({ word, typed: withTypos(word, 1), at: randomFrom(word)() }))
  .filter(({ word, typed }) => typed !== word && !counts.has(typed) && !isCommonWord(typed))
  .sort((a, b) => a.at - b.at)
  .slice(0, asked);
console.log(`${words.length} words, ${pairs.length} of them misspelt`);
const ways: Readonly<Record<string, () => Find>> = { ours, 'fuse.js': ranked, 'deletion index': deleted };
for (const [name, make] of Object.entries(ways)) {
  const started = performance.now();
  const find = make();
  const madeIn = performance.now() - started;
  for (const { typed } of pairs.slice(0, 100)) find(typed);
  const times: number[] = [];
  let right = 0;
  for (const { word, typed } of pairs) {
    const before = performance.now();
    const found = find(typed);
    times.push(performance.now() - before);
    if (found === word) right++;
  }
  console.log(
    `${name.padEnd(15)} right ${percent(right, pairs.length)} %  p50 ${quantile(times, 0.5).toFixed(3)} ms  ` +
      `p99 ${quantile(times, 0.99).toFixed(3)} ms  made in ${madeIn.toFixed(0)} ms`,
  );
}

function ours(): Find {
  const repairer = createRepairer(counts);
  return (typed) => repairer.repair(typed, { spoken: () => true });
}

function ranked(): Find {
  const fuse = new Fuse(words, { includeScore: true, threshold: 0.4, ignoreLocation: true });
  return (typed) => fuse.search(typed, { limit: 1 })[0]?.item ?? null;
}

function deleted(): Find {
  const most = 2;
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const rest of without(word, most)) {
      const list = index.get(rest);
      if (list) list.push(word);
      else index.set(rest, [word]);
    }
  }
  return (typed) => {
    const found = new Set([...without(typed, most)].flatMap((rest) => index.get(rest) ?? []));
    let best: { word: string; errors: number; count: number } | null = null;
    for (const word of found) {
      const errors = editDistance(typed, word, most);
      const count = counts.get(word) ?? 0;
      if (errors > most) continue;
      if (!best || errors < best.errors || (errors === best.errors && count > best.count))
        best = { word, errors, count };
    }
    return best?.word ?? null;
  };
}

/** A word, and all that is left of it without up to so many letters. */
function without(word: string, most: number): ReadonlySet<string> {
  const all = new Set([word]);
  let last = [word];
  for (let i = 0; i < most; i++) {
    last = last.flatMap((one) => Array.from(one, (_, at) => one.slice(0, at) + one.slice(at + 1)));
    for (const rest of last) all.add(rest);
  }
  return all;
}
