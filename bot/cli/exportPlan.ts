// What an export would write: the files with what was taught, checked as a whole before anything is touched.
import {
  checkFiles,
  createMatcher,
  type Fault,
  type KnowledgeFile,
  layOver,
  readKnowledgeFiles,
  readQuestionFiles,
  type Taught,
  withRegression,
} from '../../knowledge/index.ts';

/** A file as it is and as it shall be. */
export interface ChangedFile extends KnowledgeFile {
  /** The text that was read; null when there was no such file. */
  readonly was: string | null;
}

export type ExportPlan =
  | {
      readonly kind: 'good';
      /** Those that change, in the order in which they are written: facts before the entries that use them. */
      readonly files: readonly ChangedFile[];
      /** Ids of what the files have afterwards. */
      readonly done: readonly string[];
      readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
      /** What is added, a line each. */
      readonly added: readonly string[];
    }
  /** `before`: the files have the faults as they are. */
  | { readonly kind: 'faulty'; readonly before: boolean; readonly faults: readonly Fault[] };

/**
 * Plans an export; it takes as long as the check of the knowledge.
 * @param taught in the order of publication
 */
export async function planExport(folder: string, taught: readonly Taught[], now: Date): Promise<ExportPlan> {
  const [read, asked] = await Promise.all([readKnowledgeFiles(folder), readQuestionFiles(folder)]);
  const before = faultsIn([
    ...read.faults,
    ...asked.faults,
    ...checkFiles(read.files, now, undefined, asked.files).faults,
  ]);
  if (before.length > 0) return { kind: 'faulty', before: true, faults: before };
  const { files, standings } = layOver(read.files, taught);
  let questions: readonly KnowledgeFile[] = asked.files;
  const leftOut: { id: string; reason: string }[] = [];
  const done: string[] = [];
  const added: string[] = [];
  for (const [index, standing] of standings.entries()) {
    const change = taught[index]?.change;
    if (!change) continue;
    if (standing.kind === 'leftOut') {
      leftOut.push(standing);
      continue;
    }
    const withQuestion = taught[index]?.exported ? questions : withRegression(questions, change);
    if (!withQuestion) {
      const reason = `Its question can't be added to questions/${change.language}.yaml. Mend that file.`;
      leftOut.push({ id: standing.id, reason });
      continue;
    }
    questions = withQuestion;
    done.push(standing.id);
    if (standing.kind === 'applied') {
      added.push(
        change.kind === 'newEntry'
          ? `new entry "${change.entry.id}"`
          : `"${change.phrasing}" to "${change.entry}" (${change.language})`,
      );
    }
  }
  const changed = [...changedIn(read.files, files), ...changedIn(asked.files, questions)];
  if (changed.length > 0) {
    const after = faultsIn(checkFiles(files, now, createMatcher, questions).faults);
    if (after.length > 0) return { kind: 'faulty', before: false, faults: after };
  }
  return { kind: 'good', files: changed, done, leftOut, added };
}

function faultsIn(all: readonly Fault[]): Fault[] {
  return all.filter(({ severity }) => severity === 'fault');
}

function changedIn(before: readonly KnowledgeFile[], after: readonly KnowledgeFile[]): ChangedFile[] {
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  return after
    .filter(({ path, text }) => texts.get(path) !== text)
    .map((file) => ({ ...file, was: texts.get(file.path) ?? null }))
    .sort((a, b) => Number(b.path === 'facts.yaml') - Number(a.path === 'facts.yaml'));
}
