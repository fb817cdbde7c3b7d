// What a curator runs after an edit: everything that is wrong with the knowledge, at once.
import { type Curated, curate } from '../curate.ts';
import type { KnowledgeBase } from '../entry.ts';
import { type Fault, sortFaults } from '../fault.ts';
import { type Language, languages } from '../language.ts';
import { buildKnowledge, versionOf } from '../load.ts';
import type { Matcher } from '../matcher.ts';
import { readKnowledgeFiles, readQuestionFiles } from '../readFiles.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import { checkEntry } from './entryRules.ts';
import { checkFindable, type Part, whole } from './findable.ts';
import { checkRegression, type PlacedQuestions, readQuestions } from './regression.ts';
import { checkFacts, checkGlossary, checkOutOfScope, checkPhrasings, checkRelated } from './wholeRules.ts';

export interface CheckReport {
  /** Faults and warnings, in reading order. */
  readonly faults: readonly Fault[];
  readonly entries: number;
  readonly facts: number;
  /** Canonical questions included. */
  readonly phrasings: Readonly<Record<Language, number>>;
  /** Groups of questions that are out of scope. */
  readonly outOfScope: number;
  /** Regression questions that were asked. */
  readonly questions: number;
}

/**
 * Checks the knowledge of a folder.
 * @param folder holds facts.yaml, glossary.yaml, out-of-scope.yaml, entries/*.yaml and questions/*.yaml
 * @param now decides which reviews are overdue
 * @param createMatcher when given, every phrasing is asked and must find its own entry first, and every regression
 *   question must get what it wants
 * @param part of the phrasings, when others ask the other ones
 */
export async function checkKnowledge(
  folder: string,
  now: Date,
  createMatcher?: (knowledge: KnowledgeBase) => Matcher,
  part: Part = whole,
): Promise<CheckReport> {
  const [read, asked] = await Promise.all([readKnowledgeFiles(folder), readQuestionFiles(folder)]);
  const report = checkFiles(read.files, now, createMatcher, asked.files, part);
  return { ...report, faults: sortFaults([...read.faults, ...asked.faults, ...report.faults]) };
}

/** The same for texts, to check an edit before it is saved. */
export function checkFiles(
  files: readonly KnowledgeFile[],
  now: Date,
  createMatcher?: (knowledge: KnowledgeBase) => Matcher,
  questionFiles: readonly KnowledgeFile[] = [],
  part: Part = whole,
): CheckReport {
  const asked = readQuestions(questionFiles);
  const curated = curate(files);
  const loaded = buildKnowledge(curated, versionOf(files));
  const today = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const facts = curated.facts?.value ?? { names: [], facts: {} };
  const faults = [
    ...(loaded.ok ? [] : loaded.faults),
    ...curated.entries.flatMap((placed) => checkEntry(placed, facts, today)),
    ...checkRelated(curated.entries),
    ...checkPhrasings(curated),
    ...checkFacts(curated),
    ...checkGlossary(curated),
    ...checkOutOfScope(curated),
    ...asked.faults,
    ...(loaded.ok && createMatcher
      ? checkByAsking(curated, asked.placed, createMatcher(loaded.knowledge), part)
      : []),
  ];
  return {
    faults: sortFaults(faults),
    entries: curated.entries.length,
    facts: Object.keys(facts.facts).length,
    phrasings: countPhrasings(curated),
    outOfScope: curated.outOfScope?.value.length ?? 0,
    questions: asked.placed.reduce((sum, { questions }) => sum + questions.length, 0),
  };
}

function checkByAsking(
  curated: Curated,
  asked: readonly PlacedQuestions[],
  matcher: Matcher,
  part: Part,
): Fault[] {
  const ids = new Set(curated.entries.map(({ entry }) => entry.id));
  return [...checkFindable(curated, matcher, part), ...checkRegression(asked, ids, matcher)];
}

function countPhrasings({ entries }: Curated): Record<Language, number> {
  const count = { en: 0, es: 0, pt: 0, fr: 0, de: 0 };
  for (const { entry } of entries) {
    for (const language of languages) {
      const text = entry[language];
      if (text) count[language] += 1 + text.phrasings.length;
    }
  }
  return count;
}
