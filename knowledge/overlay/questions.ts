// The regression questions of taught changes, in the files of regression questions.
import { readQuestions } from '../check/regression.ts';
import type { KnowledgeFile } from '../yamlFile.ts';
import { type Change, entryOf } from './change.ts';
import { withQuestion } from './insert.ts';

/**
 * Adds what a change must be answered with from now on.
 * @returns the files with the question in the one of its language, as they were where it stands already, or null where it can't be added
 */
export function withRegression(
  files: readonly KnowledgeFile[],
  change: Change,
): readonly KnowledgeFile[] | null {
  const { language, ask } = change;
  const want = entryOf(change);
  const path = `questions/${language}.yaml`;
  const { placed } = readQuestions(files);
  const known = placed.some(({ questions }) =>
    questions.some(
      (question) =>
        question.ask === ask && question.after === undefined && [question.want].flat().includes(want),
    ),
  );
  if (known) return files;
  const file = files.find((each) => each.path === path);
  const text = withQuestion(file?.text ?? null, { language, ask, want });
  if (text === null) return null;
  return file ? files.map((each) => (each === file ? { path, text } : each)) : [...files, { path, text }];
}
