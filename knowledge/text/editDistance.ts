// How many typing errors lie between two words: letters left out, added, changed, or swapped with their neighbour.

/** Longer words are compared by their first letters. */
const longest = 64;
/** Three rows of the table, used again for every pair: this runs thousands of times for a misspelt question. */
let before = new Uint8Array(longest + 2);
let previous = new Uint8Array(longest + 2);
let current = new Uint8Array(longest + 2);

/**
 * Damerau-Levenshtein distance (optimal string alignment).
 * @returns the distance, or limit + 1 as soon as it is certain to be more than the limit
 */
export function editDistance(first: string, second: string, limit: number): number {
  const a = first.slice(0, longest);
  const b = second.slice(0, longest);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than the limit there are more errors than that.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    let least = from === 1 ? i : limit + 1;
    current[from - 1] = least;
    current[to + 1] = limit + 1;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? limit + 1;
}
