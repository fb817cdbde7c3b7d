// "Did you mean …?" for names in the curators' files. (Visitors' words are repaired elsewhere, with more care.)

/** @returns the name nearest to what was typed, or null when none is near */
export function closest(typed: string, names: Iterable<string>): string | null {
  // A third of the letters may differ: "anwser" is near "answer", "title" is not near "date".
  let least = Math.floor(typed.length / 3) + 1;
  let nearest: string | null = null;
  for (const name of names) {
    const distance = editDistance(typed.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
