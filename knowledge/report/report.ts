// The curator's report: what the knowledge has, where it is thin, mixed up, old or hard to read. Pure: data in, data out.
import type { CheckReport } from '../check/check.ts';
import type { Curated } from '../curate.ts';
import type { KnowledgeBase } from '../entry.ts';
import { type AnswersOfLanguage, answersOf } from './answers.ts';
import type { AskedWording } from './askUnseen.ts';
import { type CoverageRow, coverageOf } from './coverage.ts';
import { type FactUse, factUseOf } from './factUse.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { type Reviews, reviewsOf } from './reviews.ts';
import { type Weakest, weakestOf } from './weakest.ts';

export interface Report {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly version: string;
  readonly check: CheckReport;
  /** The file each entry stands in, by id. */
  readonly files: ReadonlyMap<string, string>;
  readonly coverage: readonly CoverageRow[];
  readonly overlap: Overlap;
  readonly weakest: readonly Weakest[];
  readonly reviews: Reviews;
  readonly answers: readonly AnswersOfLanguage[];
  readonly facts: readonly FactUse[];
}

export interface ReportInput {
  readonly curated: Curated;
  readonly knowledge: KnowledgeBase;
  readonly check: CheckReport;
  /** Every phrasing, asked of a matcher that has not learnt it. */
  readonly asked: readonly AskedWording[];
  /** YYYY-MM-DD */
  readonly today: string;
}

export function collectReport({ curated, knowledge, check, asked, today }: ReportInput): Report {
  const { entries } = knowledge;
  return {
    today,
    version: knowledge.version,
    check,
    files: new Map(curated.entries.map(({ entry, file }) => [entry.id, file.path])),
    coverage: coverageOf(entries),
    overlap: overlapOf(asked, entries),
    weakest: weakestOf(asked),
    reviews: reviewsOf(entries, today),
    answers: answersOf(entries),
    facts: factUseOf(curated),
  };
}
