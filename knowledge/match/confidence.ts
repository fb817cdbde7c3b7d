// How likely the best class is right, in two steps: how likely some entry answers the question at all, and if so, how likely the best
// one is the right one. Both are logistic functions of the evidence, with constants fitted offline.

/** What speaks for and against the best class (an entry, or a group out of scope). Between 0 and 1; leads may be negative. */
export interface Evidence {
  /** Share of the question's weight that the class's phrasings have. */
  readonly phrased: number;
  /** Whether the question has more than stop words, or is (nearly) a phrasing, such as "who are you". */
  readonly namesSubject: boolean;
  /** Words that neither phrasings nor answers have, at most 3, divided by 3. */
  readonly unknown: number;
  /** Score of the best entry, all judges together, minus that of the best group: below 0 when a group is best. */
  readonly kindLead: number;
  /** Logarithm of the odds of the class against all others, by the shares of their scores, divided by 8; between -1 and 1. */
  readonly odds: number;
  /** Where there are no groups out of scope: the number of phrasings. The best entry then leads nothing, and its lead is its whole score. */
  readonly alone: number | null;
  /** Whether the class is a group out of scope. */
  readonly outOfScope: boolean;
}

/**
 * Fitted as tests/bench/calibrate.ts does it, on 4,780 development questions (tests/knowledge/questions/development.yaml) that entries
 * answer and 125 that none does, put to the knowledge of before they were known; and, each at a fifth of their weight, on two public
 * question sets (CLINC150 with 10 phrasings an intent, HINT3 SOFMattress), in five folds of their train parts with a fifth of the intents
 * left out, which gives questions that no entry answers. What a share of such questions is to be expected is told by the former alone:
 * each set has a constant of its own. Without the public sets the phrased share counts twice as much, and tells less elsewhere.
 */
export const inScopeWeights = {
  constant: -3.11,
  phrased: 3.39,
  kindLead: 7.66,
  unknown: -1.03,
} as const;

/**
 * The constant where there are no groups, for each tenfold of phrasings: the more there are, the higher the best of them scores by chance. What
 * five-fold cross-validation on the train parts of three public sets (a fifth of the intents left out) and our own knowledge without its groups
 * ask for: -2.1 for 40 phrasings, -4.0 for 260, -3.5 for 1,000, -6.2 for 31,000.
 */
export const constantAlone = -1.4;

/** The same, on those of them whose best class is an entry and that an entry answers. */
export const rightEntryWeights = {
  constant: 0.43,
  phrased: 1.43,
  odds: 6.52,
} as const;

/** The evidence as the inputs of the two functions, in the order of their weights after the constant. */
export function inScopeInputs(evidence: Evidence): readonly number[] {
  const { phrased, kindLead, unknown } = evidence;
  return [phrased, kindLead, unknown];
}
export function rightEntryInputs({ phrased, odds }: Evidence): readonly number[] {
  return [phrased, odds];
}

/** Stop words alone name no subject: entries are ranked by them, but none is likely enough to be offered, or to say what it is about. */
const subjectless = 0.2;

/** 0 to 1: how likely some entry answers the question. */
export function inScopeOf(evidence: Evidence): number {
  const { constant, ...weights } = inScopeWeights;
  const likely = logistic(inScopeInputs(evidence), [
    evidence.alone === null ? constant : constantAlone * Math.log10(evidence.alone),
    ...Object.values(weights),
  ]);
  return evidence.namesSubject ? likely : subjectless * likely;
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
