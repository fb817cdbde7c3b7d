// How likely the best class (an entry, or a group out of scope) is right: a logistic function of the evidence, with constants
// fitted offline.

/** What speaks for and against the best class. All between 0 and 1 but the leads, which may be negative. */
export interface Evidence {
  /** Share of the question's weight that the class's phrasings have. */
  readonly phrased: number;
  /** The same, the words of the entry's answer included. */
  readonly covered: number;
  /** Cosine of the question and the closest phrasing of the class. */
  readonly similarity: number;
  /** How much longer than a word or two it is: subject words, at most 6, divided by 6. */
  readonly subjects: number;
  /** Linear score of the class minus the runner-up's, divided by 6, at most 1. */
  readonly lead: number;
  /** Similarity of the class minus the runner-up's. */
  readonly similarityLead: number;
  /** Whether the class is a group out of scope. */
  readonly outOfScope: boolean;
}

/**
 * Fitted by tests/bench/calibrate.ts on the development questions (tests/knowledge/questions/development.yaml): 450 that entries
 * answer and 370 that none does, the latter weighed as if every fifth question were one of them.
 */
export const weights = {
  constant: -3.61,
  phrased: 1.75,
  covered: 2.15,
  phrasedAlike: 2.03,
  subjects: 0.92,
  lead: 2.16,
  similarityLead: 1.49,
  outOfScope: 2.57,
} as const;

/** The evidence as the logistic function's inputs, in the order of `weights` after the constant. */
export function inputs(evidence: Evidence): readonly number[] {
  return [
    evidence.phrased,
    evidence.covered,
    evidence.phrased * evidence.similarity,
    evidence.subjects,
    evidence.lead,
    evidence.similarityLead,
    evidence.outOfScope ? 1 : 0,
  ];
}

/** 0 to 1: how likely the best class is what the visitor asks for. */
export function confidenceOf(evidence: Evidence): number {
  const [constant, ...factors] = Object.values(weights);
  const sum = inputs(evidence).reduce((total, value, i) => total + value * (factors[i] ?? 0), constant ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
