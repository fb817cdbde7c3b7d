// How likely the best entry is right: a logistic function of the evidence, with constants fitted offline.

/** What speaks for and against the best entry. All between 0 and 1 but `margin`. */
export interface Evidence {
  /** Cosine of the question and the closest phrasing of the best entry. */
  readonly similarity: number;
  /** That similarity minus the one of the closest phrasing of any other entry. */
  readonly lead: number;
  /** Linear score of the best entry minus the next one's. */
  readonly margin: number;
  /** Probability of the best entry if it were certain that one of the entries is meant. */
  readonly share: number;
  /** Share of the question's weight that the knowledge knows, as typed. */
  readonly coverage: number;
  /** Share of the question's weight that the best entry's own phrasings have. */
  readonly entryCoverage: number;
  /** How much known subject there is to go by: 1 from one and a half rare words on. */
  readonly substance: number;
}

/** Fitted by tests/bench/calibrate.ts on held-out phrasings and whole held-out entries. */
export const weights = {
  constant: -9,
  similarity: 5,
  lead: 2,
  margin: 0.3,
  share: 3,
  coverage: 2,
  entryCoverage: 4,
  substance: 0,
} as const;

/** The evidence as the logistic function's inputs, in the order of `weights` after the constant. */
export function inputs(evidence: Evidence): readonly number[] {
  return [
    evidence.similarity,
    evidence.lead,
    Math.min(evidence.margin, 6),
    evidence.share,
    evidence.coverage,
    evidence.entryCoverage,
    evidence.substance,
  ];
}

/** 0 to 1: how likely the best entry is what the visitor asks for. */
export function confidenceOf(evidence: Evidence): number {
  const [constant, ...factors] = Object.values(weights);
  const sum = inputs(evidence).reduce((total, value, i) => total + value * (factors[i] ?? 0), constant ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
