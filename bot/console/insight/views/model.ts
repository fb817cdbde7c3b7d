// What the page of figures is made of.
import { count } from '../../texts/texts.ts';
import type { StaffVisit } from '../../visit.ts';
import type { UnansweredGroup } from '../grouping.ts';
import type { PeriodChoice } from '../period.ts';
import type { Answers, Counted, Durations, InsightOptions, Judged, KnowledgeChange } from '../source.ts';
import { type InsightTexts, insightTexts } from '../texts.ts';

export interface InsightModel extends Pick<StaffVisit, 'words' | 'session'> {
  readonly choice: PeriodChoice;
  readonly counted: readonly Counted[];
  readonly unanswered: readonly UnansweredGroup[];
  readonly judged: readonly Judged[];
  readonly durations: Durations;
  /** What was taught in the period; null where nobody can tell. */
  readonly changes: readonly KnowledgeChange[] | null;
  /** How often what was taught was the answer. */
  readonly answers: readonly Answers[];
  readonly entryQuestion: InsightOptions['entryQuestion'];
}

export function textsOf({ words }: Pick<InsightModel, 'words'>): InsightTexts {
  return insightTexts[words.language];
}

/** A number as the reader writes it. */
export function numberOf({ words }: Pick<InsightModel, 'words'>): (value: number) => string {
  return (value) => count(value, words.language);
}

/** Fills a sentence's slots where text is needed, not HTML: a picture's description, a label. */
export function sentenceOf(sentence: string, slots: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? '');
}

/** An entry by its question in the reader's language; by its id if it is gone. */
export function entryName({ entryQuestion, words }: InsightModel, entry: string): string {
  return entryQuestion(entry, words.language) ?? entry;
}
