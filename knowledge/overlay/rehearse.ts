// What a change would do before anybody sees it: is it right, would its question be answered, and what else would change.
import { checkEntry } from '../check/entryRules.ts';
import { shadowOf } from '../check/findable.ts';
import { askQuestion, noAnswer, readQuestions } from '../check/regression.ts';
import {
  compareTrials,
  type Difference,
  type Outcome,
  type TrialQuestion,
  tryQuestion,
} from '../check/trial.ts';
import { checkRelated } from '../check/wholeRules.ts';
import { type Wording, wordingsOf } from '../check/wordings.ts';
import { type Curated, curate } from '../curate.ts';
import { type Entry, entryText, type KnowledgeBase } from '../entry.ts';
import { formatFault } from '../fault.ts';
import type { Language } from '../language.ts';
import { knowledgeOn } from '../lifeSpan.ts';
import { parseKnowledge } from '../load.ts';
import type { Matcher } from '../matcher.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import { layOver } from './apply.ts';
import { type Change, entryOf, type Taught } from './change.ts';
import { withRegression } from './questions.ts';

export interface Rehearsal {
  /** Sentences, in English as all that the check says; with any of them the change may not be published. */
  readonly faults: readonly string[];
  /** What asks for attention only. */
  readonly warnings: readonly string[];
  /** What the question asked gets now and would get; null when the change can't be tried at all. */
  readonly asked: { readonly before: Outcome; readonly after: Outcome } | null;
  /** What the visitor would see, when the question would be answered. */
  readonly shown: Shown | null;
  /** How many questions were asked again. */
  readonly replayed: number;
  readonly newlyAnswered: readonly Difference[];
  readonly changed: readonly Difference[];
  readonly lost: readonly Difference[];
}

export interface Shown extends Pick<Entry, 'asOf' | 'sources'> {
  readonly question: string;
  /** Markdown, facts filled in. */
  readonly answer: string;
  readonly language: Language;
}

export interface RehearsalOrder {
  readonly files: readonly KnowledgeFile[];
  readonly questionFiles: readonly KnowledgeFile[];
  /** What is served already. */
  readonly taught: readonly Taught[];
  readonly change: Change;
  /** What visitors asked lately. */
  readonly asked: readonly { readonly question: string; readonly language: Language }[];
  /** ISO day. */
  readonly today: string;
}

/** Learns, or takes what was learnt before. */
export type Learn = (knowledge: KnowledgeBase) => Matcher | Promise<Matcher>;

/** Tries a change: learns the knowledge without and with it, and asks both. It takes seconds: not for the thread that serves. */
export async function rehearse(order: RehearsalOrder, learn: Learn): Promise<Rehearsal> {
  const { change, today } = order;
  const served = layOver(order.files, order.taught);
  const overlaid = layOver(served.files, [{ id: 'this', change, exported: false }]);
  const [standing] = overlaid.standings;
  const before = parseKnowledge(served.files);
  const after = parseKnowledge(overlaid.files);
  if (!before.ok || !after.ok || !standing)
    return refused(
      before.ok && after.ok
        ? []
        : [...(before.ok ? [] : before.faults), ...(after.ok ? [] : after.faults)].map(formatFault),
    );
  if (standing.kind === 'leftOut') return refused([standing.reason]);

  const curated = curate(overlaid.files);
  const own = ownFaults(curated, entryOf(change), today);
  // A fault of the entry itself is told without the seconds that learning takes.
  if (own.faults.length > 0) return { ...refused(own.faults), warnings: own.warnings };
  const old = await learn(before.knowledge);
  const fresh = standing.kind === 'contained' ? old : await learn(after.knowledge);
  const was = knowledgeOn({ base: before.knowledge, matcher: old }, today).matcher;
  const is = knowledgeOn({ base: after.knowledge, matcher: fresh }, today).matcher;

  const question = { line: 1, question: change.ask, language: change.language };
  const asked = { before: outcome(tryQuestion(question, was)), after: outcome(tryQuestion(question, is)) };
  const trials: TrialQuestion[] = order.asked.map(({ question, language }, index) => ({
    line: index + 1,
    question,
    language,
  }));
  const comparison = compareTrials(
    trials.map((trial) => tryQuestion(trial, was)),
    trials.map((trial) => tryQuestion(trial, is)),
  );
  const faults = [
    ...regressionFaults(order, old, fresh),
    ...shadowFaults(curated, change, old, fresh, new Set(before.knowledge.entries.map(({ id }) => id))),
    ...(standing.kind === 'contained' ? ['The knowledge has this already.'] : []),
  ];
  return {
    faults,
    warnings: own.warnings,
    asked,
    shown: shownOf(asked.after, after.knowledge, change.language),
    replayed: trials.length,
    ...comparison,
  };
}

function refused(faults: readonly string[]): Rehearsal {
  const nothing = { newlyAnswered: [], changed: [], lost: [] };
  return { faults, warnings: [], asked: null, shown: null, replayed: 0, ...nothing };
}

/** Without the line and so on of a trial. */
function outcome({ kind, found, outOfScope, reason }: Outcome): Outcome {
  return { kind, found, outOfScope, reason };
}

/** What the check says about the entry that was made or added to. */
function ownFaults(curated: Curated, id: string, today: string) {
  const placed = curated.entries.find(({ entry }) => entry.id === id);
  if (!placed) return { faults: [`There is no entry "${id}".`], warnings: [] };
  const told = [
    ...checkEntry(placed, curated.facts?.value ?? { names: [], facts: {} }, today),
    ...checkRelated(curated.entries).filter(({ message }) => message.startsWith(`"${id}"`)),
  ];
  const of = (severity: 'fault' | 'warning') =>
    told.filter((fault) => fault.severity === severity).map(({ message }) => message);
  return { faults: of('fault'), warnings: of('warning') };
}

/** Regression questions that get what they must now, and would not any more; and the change's own, if it would not get its entry. */
function regressionFaults(
  { questionFiles, taught, change }: RehearsalOrder,
  was: Matcher,
  is: Matcher,
): string[] {
  let files: readonly KnowledgeFile[] = questionFiles;
  for (const known of taught) files = withRegression(files, known.change) ?? files;
  const added = withRegression(files, change);
  if (!added)
    return [`The question can't be added to questions/${change.language}.yaml. Mend that file first.`];
  const want = entryOf(change);
  return readQuestions(added).placed.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const now = askQuestion(question, is);
      const own = question.ask === change.ask && [question.want].flat().includes(want);
      if (now.outcome === 'right' || (!own && askQuestion(question, was).outcome !== 'right')) return [];
      const wanted = [question.want].flat().map((id) => (id === noAnswer ? 'no answer' : `"${id}"`));
      return [
        `The regression question "${question.ask}" should get ${wanted.join(' or ')}, but: ${now.verdict.reason}`,
      ];
    }),
  );
}

/** Wordings of the entry and of its neighbours that would find another entry, and did not before. */
function shadowFaults(
  curated: Curated,
  change: Change,
  was: Matcher,
  is: Matcher,
  known: ReadonlySet<string>,
): string[] {
  const id = entryOf(change);
  const all = [...wordingsOf(curated)];
  const own = all.filter((wording) => wording.id === id);
  const near = new Set(
    own.flatMap(({ wording }) => is.match(wording).matches.slice(0, 3)).map(({ entry }) => entry.id),
  );
  const asked = all.filter((wording) => wording.id === id || near.has(wording.id));
  return asked.flatMap((wording) => {
    const shadow = shadowOf(wording.wording, wording, is);
    if (
      shadow === null ||
      (!isNew(wording, change, known) && shadowOf(wording.wording, wording, was) !== null)
    )
      return [];
    return [
      `"${wording.wording}" of "${wording.id}" ${shadow}. Word it closer to its entry, or leave it out.`,
    ];
  });
}

function isNew({ id, wording }: Wording, change: Change, known: ReadonlySet<string>): boolean {
  return (
    !known.has(id) || (change.kind === 'addPhrasing' && change.entry === id && change.phrasing === wording)
  );
}

function shownOf({ kind, found }: Outcome, knowledge: KnowledgeBase, language: Language): Shown | null {
  const entry = kind === 'answered' ? knowledge.byId.get(found[0]?.entry ?? '') : undefined;
  if (!entry) return null;
  const told = entryText(entry, language);
  const { question, answer } = told.text;
  return { question, answer, language: told.language, asOf: entry.asOf, sources: entry.sources };
}
