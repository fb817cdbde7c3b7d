// Nearest neighbours: for every class the phrasing that is closest to a question. Where the question's language is certain, among the
// phrasings in that language only: they are a fifth of all, and the others are hardly ever closer.
import { type Language, languages } from '../language.ts';
import type { Vector } from './features.ts';
import type { Postings } from './postings.ts';

export interface Closest {
  /** For every class the cosine to its closest phrasing: 0 to 1. */
  readonly similarity: Float64Array;
  /** That phrasing's row; -1 when none has a feature of the question. */
  readonly closest: Int32Array;
}

export interface Neighbours {
  /** @param language of the phrasings that are compared; null for all */
  closestTo(vector: Vector, language: Language | null): Closest;
}

/** What is needed of a phrasing. */
interface Labelled {
  readonly label: number;
  readonly language: Language;
}

/** The rows as the postings have them: language by language, class by class. */
export function neighbourOrder(rows: readonly Labelled[]): Int32Array {
  const rank = (row: number): number => languages.indexOf(rows[row]?.language ?? 'en');
  return Int32Array.from(rows.keys()).sort(
    (a, b) => rank(a) - rank(b) || (rows[a]?.label ?? 0) - (rows[b]?.label ?? 0) || a - b,
  );
}

/** @param order the rows in the order of the postings: see neighbourOrder */
export function createNeighbours(
  { start, rows: postedRows, values }: Postings,
  order: Int32Array,
  rows: readonly Labelled[],
  labelCount: number,
): Neighbours {
  // One for all questions, since it is as long as there are phrasings.
  const products = new Float64Array(order.length);
  const blocks = blocksOf(order, rows);
  const firstBlockOf = (language: Language): number => {
    const at = blocks.findIndex((block) => languages.indexOf(block.language) >= languages.indexOf(language));
    return at < 0 ? blocks.length : at;
  };
  const firstBlocks = [...languages.map(firstBlockOf), blocks.length];

  return {
    closestTo({ ids, values: weights, length }, language) {
      const which = language === null ? -1 : languages.indexOf(language);
      const firstBlock = which < 0 ? 0 : (firstBlocks[which] ?? 0);
      const lastBlock = which < 0 ? blocks.length : (firstBlocks[which + 1] ?? 0);
      const firstRow = blocks[firstBlock]?.from ?? 0;
      const endRow = blocks[lastBlock - 1]?.end ?? 0;
      products.fill(0, firstRow, endRow);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const weight = weights[i] ?? 0;
        const end = start[id + 1] ?? 0;
        for (let at = firstAtOrAfter(postedRows, firstRow, start[id] ?? 0, end); at < end; at++) {
          const row = postedRows[at] ?? 0;
          if (row >= endRow) break;
          products[row] = (products[row] ?? 0) + weight * (values[at] ?? 0);
        }
      }
      const similarity = new Float64Array(labelCount);
      const closest = new Int32Array(labelCount).fill(-1);
      for (let at = firstBlock; at < lastBlock; at++) {
        const { label = 0, from = 0, end = 0 } = blocks[at] ?? {};
        let highest = (similarity[label] ?? 0) * length;
        let best = -1;
        for (let row = from; row < end; row++) {
          const product = products[row] ?? 0;
          if (product > highest) {
            highest = product;
            best = row;
          }
        }
        if (best < 0) continue;
        similarity[label] = highest / length;
        closest[label] = order[best] ?? -1;
      }
      return { similarity, closest };
    },
  };
}

/** Neighbouring rows of the order that have the same language and class. */
interface Block extends Labelled {
  readonly from: number;
  end: number;
}

function blocksOf(order: Int32Array, rows: readonly Labelled[]): readonly Block[] {
  const blocks: Block[] = [];
  order.forEach((row, at) => {
    const { label = 0, language = 'en' } = rows[row] ?? {};
    const last = blocks.at(-1);
    if (last?.label === label && last.language === language) last.end = at + 1;
    else blocks.push({ label, language, from: at, end: at + 1 });
  });
  return blocks;
}

/** The first place from `from` to `end` of a rising list whose value is at least `least`; `end` if there is none. */
function firstAtOrAfter(list: Int32Array, least: number, from: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
