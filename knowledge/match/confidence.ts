// How likely the best entry is right: a logistic function of the evidence, with constants fitted offline.

/** What speaks for and against the best entry. All between 0 and 1 but `margin`. */
export interface Evidence {
  /** Cosine of the question and the closest phrasing of the best entry. */
  readonly similarity: number;
  /** Linear score of the best entry minus the next one's. */
  readonly margin: number;
  /** Probability of the best entry if it were certain that one of the entries is meant. */
  readonly share: number;
  /** Share of the question's weight that the best entry's own phrasings have. */
  readonly entryCoverage: number;
  /** How much known subject there is to go by: 1 from one and a half rare words on. */
  readonly substance: number;
  /** Share of the question that the best entry's answer speaks of. */
  readonly spoken: number;
}

/**
 * Fitted by tests/bench/calibrate.ts on phrasings as written and held out, with and without typing errors, whole held-out
 * entries, replaced subjects, and 1,500 questions about something else: calibration error 0.01 in five folds.
 */
export const weights = {
  constant: -4.08,
  margin: 0.18,
  share: 0.86,
  entryCoverage: 0.74,
  substance: 1.38,
  spoken: 2.79,
  /** Added from a similarity of 0.85 on: nearly the words of a phrasing. */
  same: 0.93,
  /** Added from an entry coverage of 0.8 on (no word left over), times the similarity. */
  coveredAlike: 4.57,
  /** The same without the similarity. */
  covered: -0.42,
} as const;

/** The evidence as the logistic function's inputs, in the order of `weights` after the constant. */
export function inputs(evidence: Evidence): readonly number[] {
  return [
    Math.min(evidence.margin, 6) / 6,
    Math.max(0, Math.min(4, Math.log(evidence.share / Math.max(1e-9, 1 - evidence.share)))) / 4,
    evidence.entryCoverage,
    evidence.substance,
    evidence.spoken,
    Math.max(0, evidence.similarity - 0.85) / 0.15,
    (evidence.similarity * Math.max(0, evidence.entryCoverage - 0.8)) / 0.2,
    Math.max(0, evidence.entryCoverage - 0.8) / 0.2,
  ];
}

/** 0 to 1: how likely the best entry is what the visitor asks for. */
export function confidenceOf(evidence: Evidence): number {
  const [constant, ...factors] = Object.values(weights);
  const sum = inputs(evidence).reduce((total, value, i) => total + value * (factors[i] ?? 0), constant ?? 0);
  // However well it fits, the best of two that fit alike is not certain.
  return Math.min(1 / (1 + Math.exp(-sum)), evidence.share);
}
