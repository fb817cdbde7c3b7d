// What a benchmark run comes to: accuracy, and how well confidence tells in scope from out of scope.

export interface Answered {
  /** null: no entry fits, the matcher must abstain. */
  readonly wanted: string | null;
  readonly got: string | null;
  readonly confidence: number;
}

/** Share of the in-scope questions whose first match is right, in percent. */
export function top1(answers: readonly Answered[]): number {
  const inScope = answers.filter(({ wanted }) => wanted !== null);
  return percent(inScope.filter(({ wanted, got }) => wanted === got).length, inScope.length);
}

/** Probability that an in-scope question has more confidence than an out-of-scope one, in percent. */
export function auroc(answers: readonly Answered[]): number | null {
  const inside = answers.filter(({ wanted }) => wanted !== null).map(({ confidence }) => confidence);
  const outside = answers.filter(({ wanted }) => wanted === null).map(({ confidence }) => confidence);
  if (inside.length === 0 || outside.length === 0) return null;
  let wins = 0;
  for (const a of inside) for (const b of outside) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return percent(wins, inside.length * outside.length);
}

/** Share of in-scope questions answered right, at the threshold that lets 70 % of the others go, in percent. */
export function accuracyAtRecall(answers: readonly Answered[], recall: number): number | null {
  const outside = answers
    .filter(({ wanted }) => wanted === null)
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  if (outside.length === 0) return null;
  const threshold = outside[Math.ceil(outside.length * recall) - 1] ?? 0;
  return top1(answers.map((answer) => (answer.confidence > threshold ? answer : { ...answer, got: null })));
}

/**
 * Matthews correlation over all intents and "none of them", at the best threshold for the confidence, times 100
 * (Gorodkin 2004, doi:10.1016/j.compbiolchem.2004.09.006; the measure of the HINT3 paper).
 */
export function bestMcc(answers: readonly Answered[]): number | null {
  if (answers.every(({ wanted }) => wanted !== null)) return null;
  const confidences = answers.map(({ confidence }) => confidence);
  const thresholds = Array.from({ length: 101 }, (_, i) => quantile(confidences, i / 100));
  return Math.max(...[-Infinity, ...thresholds].map((threshold) => mccAt(answers, threshold)));
}

function mccAt(answers: readonly Answered[], threshold: number): number {
  const wanted = new Map<string | null, number>();
  const guessed = new Map<string | null, number>();
  let right = 0;
  for (const answer of answers) {
    const got = answer.confidence > threshold ? answer.got : null;
    wanted.set(answer.wanted, (wanted.get(answer.wanted) ?? 0) + 1);
    guessed.set(got, (guessed.get(got) ?? 0) + 1);
    if (got === answer.wanted) right++;
  }
  const count = answers.length;
  const sum = (
    counts: ReadonlyMap<string | null, number>,
    value: (n: number, key: string | null) => number,
  ) => [...counts].reduce((total, [key, n]) => total + value(n, key), 0);
  const both = sum(wanted, (n, key) => n * (guessed.get(key) ?? 0));
  const spread = (counts: ReadonlyMap<string | null, number>) => count ** 2 - sum(counts, (n) => n ** 2);
  const whole = Math.sqrt(spread(wanted) * spread(guessed));
  return whole === 0 ? 0 : percent(right * count - both, whole);
}

/** The value below which that share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}
