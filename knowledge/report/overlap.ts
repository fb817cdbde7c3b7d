// Which entries the matcher finds hardest to tell apart, and which topics run into each other.
import { type Entry, type Topic, topics } from '../entry.ts';
import type { AskedWording } from './askUnseen.ts';

/** Pairs shown, and phrasings shown of each. */
const worstPairs = 30;
const closestShown = 3;

/** Two entries, in the order of the knowledge. */
export interface Pair {
  readonly first: Entry;
  readonly second: Entry;
  /** Phrasings of one for which the other came nearest. */
  readonly count: number;
  /** Of them, those that found the other one first. */
  readonly lost: number;
  /** How many of these phrasings would be taken for the other entry: the sum of its confidences. */
  readonly mixUps: number;
  /** The closest calls, the worst first. */
  readonly closest: readonly AskedWording[];
}

export interface TopicOverlap {
  readonly asked: Topic;
  readonly taken: Topic;
  /** Of 100 phrasings of `asked`, how many would be taken for another entry, of the topic `taken`. */
  readonly mixUps: number;
}

export interface Overlap {
  /** The worst first. */
  readonly pairs: readonly Pair[];
  /** Pairs there are besides. */
  readonly more: number;
  /** Phrasings, of all pairs, that found the other entry first. */
  readonly lost: number;
  /** Topics that have entries, in their order. */
  readonly topics: readonly Topic[];
  /** One for each two of them, row by row. */
  readonly cells: readonly TopicOverlap[];
}

export function overlapOf(asked: readonly AskedWording[], entries: readonly Entry[]): Overlap {
  const pairs = pairsOf(asked, entries);
  const present = topics.filter((topic) => entries.some((entry) => entry.topic === topic));
  return {
    pairs: pairs.slice(0, worstPairs),
    more: Math.max(0, pairs.length - worstPairs),
    lost: pairs.reduce((sum, { lost }) => sum + lost, 0),
    topics: present,
    cells: cellsOf(asked, present),
  };
}

function pairsOf(asked: readonly AskedWording[], entries: readonly Entry[]): Pair[] {
  const order = new Map(entries.map(({ id }, index) => [id, index]));
  const place = (entry: Entry) => order.get(entry.id) ?? 0;
  const calls = Map.groupBy(
    asked.filter(({ rival }) => rival?.entry),
    ({ entry, rival }) => [entry.id, rival?.id].sort().join(' '),
  );
  return [...calls.values()]
    .flatMap((wordings): Pair[] => {
      const [one, other] = [wordings[0]?.entry, wordings[0]?.rival?.entry];
      if (!one || !other) return [];
      const [first, second] = place(one) < place(other) ? [one, other] : [other, one];
      return [
        {
          first,
          second,
          count: wordings.length,
          lost: wordings.filter((wording) => lead(wording) < 0).length,
          mixUps: wordings.reduce((sum, { rival }) => sum + (rival?.confidence ?? 0), 0),
          closest: wordings.toSorted((a, b) => lead(a) - lead(b)).slice(0, closestShown),
        },
      ];
    })
    .sort((a, b) => b.mixUps - a.mixUps || (a.first.id < b.first.id ? -1 : 1));
}

/** By how much a phrasing's own entry is ahead; negative when the other one is. */
export function lead({ own, rival }: AskedWording): number {
  return own - (rival?.confidence ?? 0);
}

function cellsOf(asked: readonly AskedWording[], present: readonly Topic[]): TopicOverlap[] {
  const counts = new Map<Topic, number>();
  const sums = new Map<string, number>();
  for (const { entry, rival } of asked) {
    counts.set(entry.topic, (counts.get(entry.topic) ?? 0) + 1);
    if (!rival?.entry) continue;
    const key = `${entry.topic} ${rival.entry.topic}`;
    sums.set(key, (sums.get(key) ?? 0) + rival.confidence);
  }
  return present.flatMap((row) =>
    present.map((column) => ({
      asked: row,
      taken: column,
      mixUps: (100 * (sums.get(`${row} ${column}`) ?? 0)) / (counts.get(row) || 1),
    })),
  );
}
