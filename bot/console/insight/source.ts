// What the figures are made of, as the database gives it: counted, never one visitor's.
import type { EscalationStatus, TurnOutcome } from '../../../dialogs/index.ts';
import type { Language } from '../../../knowledge/index.ts';
import type { StaffVisit } from '../visit.ts';
import type { Period } from './period.ts';

export interface Counted {
  /** "2026-11-25" */
  readonly day: string;
  readonly outcome: TurnOutcome;
  readonly language: Language;
  readonly channel: string;
  readonly count: number;
}

/** One wording of a question that got no answer. */
export interface Unanswered {
  readonly question: string;
  readonly language: Language;
  /** The nearest entry and how near it was, 0 to 1. */
  readonly entry: string | null;
  readonly confidence: number;
  readonly count: number;
  /** Id of the latest escalation with it. */
  readonly escalation: string | null;
}

export interface Judged {
  readonly entry: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** How often an entry was the answer on a day. */
export interface Answers {
  readonly day: string;
  readonly entry: string;
  readonly count: number;
}

/** How long questions took that staff got in a period, in milliseconds. */
export interface Durations {
  /** From the question to the first reply. */
  readonly waiting: readonly number[];
  /** From the first claim to the first reply, where somebody claimed. */
  readonly working: readonly number[];
  /** How the questions stand now. */
  readonly statuses: Readonly<Partial<Record<EscalationStatus, number>>>;
}

/** One turn as it is exported: the conversation is a number that means nothing elsewhere. */
export interface ExportedTurn {
  readonly at: string;
  readonly conversation: number;
  readonly channel: string;
  readonly language: string;
  readonly outcome: string;
  readonly entry: string | null;
  readonly confidence: number | null;
  readonly question: string | null;
}

export interface InsightSource {
  counts(period: Period): Promise<readonly Counted[]>;
  /** The wordings asked most, of those the latest, at most `limit`. */
  unanswered(period: Period, limit: number): Promise<readonly Unanswered[]>;
  judged(period: Period): Promise<readonly Judged[]>;
  durations(period: Period): Promise<Durations>;
  /** How often these entries were the answer. */
  answers(period: Period, entries: readonly string[]): Promise<readonly Answers[]>;
  /** Every turn, the oldest first. */
  turns(period: Period): AsyncIterable<ExportedTurn>;
}

/** Something that was taught. */
export interface KnowledgeChange {
  readonly at: Date;
  /** In the reader's words where it has one: "published", "phrasing". */
  readonly kind: string;
  readonly entry: string;
}

export interface InsightOptions {
  readonly source: InsightSource;
  /** An entry's question in a language, or null where there is no such entry. */
  readonly entryQuestion: (entry: string, language: Language) => string | null;
  /** What was taught, in any order. */
  readonly changes?: () => Promise<readonly KnowledgeChange[]>;
  /** Keeps who took data out. */
  readonly audit?: (action: string, subject: string, visit: StaffVisit) => Promise<void>;
}
