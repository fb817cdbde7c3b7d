// How likely the best class is right, in two steps: how likely some entry answers the question at all, and if so, how likely the best
// one is the right one. Both are logistic functions of the evidence, with constants fitted offline.

/** What speaks for and against the best class (an entry, or a group out of scope). Between 0 and 1; leads may be negative. */
export interface Evidence {
  /** Share of the question's weight that the class's phrasings have. */
  readonly phrased: number;
  /** Words that neither phrasings nor answers have, at most 3, divided by 3. */
  readonly unknown: number;
  /** How much longer than a word or two it is: subject words, at most 6, divided by 6. */
  readonly subjects: number;
  /**
   * Score of the class, all judges together, minus that of the best group, for an entry; minus that of the best entry, for a group;
   * divided by 40, at most 1.
   */
  readonly kindLead: number;
  /** Linear score of the class minus the runner-up's, divided by 20, at most 1. */
  readonly lead: number;
  /** Similarity of the class minus the runner-up's. */
  readonly similarityLead: number;
  /** Whether the class is a group out of scope. */
  readonly outOfScope: boolean;
}

/**
 * Fitted by tests/bench/calibrate.ts on the development questions (tests/knowledge/questions/development.yaml): 4,750 that entries
 * answer and 500 that none does, the latter weighed as if every fifth question were one of them. At that time the entries did not have the
 * phrasings yet that these questions brought.
 */
export const inScopeWeights = {
  constant: -4.86,
  phrased: 3.68,
  subjects: 1.48,
  kindLead: 6.32,
  unknown: -2.09,
  outOfScope: -6.78,
} as const;

/** The same, on those of them whose best class is an entry and that an entry answers. */
export const rightEntryWeights = {
  constant: -1.28,
  phrased: 2.42,
  lead: 5.22,
  similarityLead: 1.69,
} as const;

/** The evidence as the inputs of the two functions, in the order of their weights after the constant. */
export function inScopeInputs(evidence: Evidence): readonly number[] {
  const { phrased, subjects, kindLead, unknown, outOfScope } = evidence;
  return [phrased, subjects, kindLead, unknown, outOfScope ? 1 : 0];
}
export function rightEntryInputs({ phrased, lead, similarityLead }: Evidence): readonly number[] {
  return [phrased, lead, similarityLead];
}

/** 0 to 1: how likely some entry answers the question. */
export function inScopeOf(evidence: Evidence): number {
  return logistic(inScopeInputs(evidence), Object.values(inScopeWeights));
}

/** 0 to 1: how likely the best entry is the one, if any is. */
export function rightEntryOf(evidence: Evidence): number {
  return logistic(rightEntryInputs(evidence), Object.values(rightEntryWeights));
}

/** @param weights the constant first */
export function logistic(inputs: readonly number[], weights: readonly number[]): number {
  const sum = [1, ...inputs].reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
