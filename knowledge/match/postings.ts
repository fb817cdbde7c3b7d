// Inverted index: for every feature the rows (phrasings) that have it, in flat arrays; every row is brought to length 1.
import type { Vector } from './features.ts';

export interface Postings {
  /** Rows of feature f are rows[start[f]] to rows[start[f + 1] - 1]; values stand beside them. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Builds the index by counting sort: two passes, no allocation per feature. */
export function createPostings(size: number, items: readonly Vector[]): Postings {
  const start = new Int32Array(size + 2);
  for (const { ids } of items) for (const id of ids) start[id + 2] = (start[id + 2] ?? 0) + 1;
  for (let id = 2; id < start.length; id++) start[id] = (start[id] ?? 0) + (start[id - 1] ?? 0);
  const total = start[size + 1] ?? 0;
  const rows = new Int32Array(total);
  const values = new Float32Array(total);
  items.forEach((item, row) => {
    for (let i = 0; i < item.ids.length; i++) {
      const id = item.ids[i] ?? 0;
      const at = start[id + 1] ?? 0;
      rows[at] = row;
      values[at] = (item.values[i] ?? 0) / (item.length || 1);
      start[id + 1] = at + 1;
    }
  });
  return { start: start.subarray(0, size + 1), rows, values };
}
