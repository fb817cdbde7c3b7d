// Regression questions: what visitors asked (and nobody put among the phrasings), and what they must get.
import { z } from 'zod';
import { decide } from '../decide.ts';
import type { Fault } from '../fault.ts';
import { languages } from '../language.ts';
import type { Matcher, MatchResult, Verdict } from '../matcher.ts';
import { readShape } from '../shape.ts';
import { type KnowledgeFile, parseYamlFile, type YamlFile } from '../yamlFile.ts';

const text = z.string({ error: 'must be text. Put it in quotes' }).trim().min(1, { error: 'is empty' });

const question = z.strictObject({
  ask: text.describe('The question, as a visitor types it.'),
  want: z
    .union([text, z.array(text).min(1)], { error: 'must be an entry id, a list of them, or noAnswer' })
    .describe('The id of the entry that must answer; several, if each would be right; or noAnswer.'),
  language: z
    .enum(languages, { error: `must be one of ${languages.join(', ')}` })
    .optional()
    .describe("The conversation's language."),
  after: text.optional().describe('The id of the entry answered just before.'),
  typos: z.boolean().optional().describe('Whether it is typed badly on purpose.'),
});

export const questionsFileSchema = z.array(question, {
  error: 'must be a list of questions, each beginning with "- ask:"',
});
export type RegressionQuestion = z.infer<typeof question>;

export const noAnswer = 'noAnswer';

/** right: answered, or refused, as wanted. askedBack: the wanted entry is among those offered. */
export type Outcome = 'right' | 'askedBack' | 'missed' | 'wrong';

export interface Asked {
  readonly outcome: Outcome;
  readonly result: MatchResult;
  readonly verdict: Verdict;
}

/** Asks a question as the service would, and judges what comes. */
export function askQuestion({ ask, want, language, after }: RegressionQuestion, matcher: Matcher): Asked {
  const result = matcher.match(ask, {
    ...(language === undefined ? {} : { language }),
    ...(after === undefined ? {} : { context: after }),
  });
  const verdict = decide(result);
  return { outcome: judge([want].flat(), verdict), result, verdict };
}

function judge(want: readonly string[], verdict: Verdict): Outcome {
  switch (verdict.kind) {
    case 'answer':
      return want.includes(verdict.match.entry.id) ? 'right' : 'wrong';
    case 'noAnswer':
      return want.includes(noAnswer) ? 'right' : 'missed';
    case 'didYouMean':
      return verdict.matches.some(({ entry }) => want.includes(entry.id)) ? 'askedBack' : 'missed';
  }
}

export interface PlacedQuestions {
  readonly file: YamlFile;
  readonly questions: readonly RegressionQuestion[];
}

/** Reads files of regression questions; what is wrong in one does not hide the others. */
export function readQuestions(files: readonly KnowledgeFile[]): {
  readonly placed: readonly PlacedQuestions[];
  readonly faults: readonly Fault[];
} {
  const placed: PlacedQuestions[] = [];
  const faults: Fault[] = [];
  for (const text of files) {
    const parsed = parseYamlFile(text);
    const shape = parsed.ok ? readShape(parsed.file, questionsFileSchema) : parsed;
    if (!shape.ok) faults.push(...shape.faults);
    else if (parsed.ok) placed.push({ file: parsed.file, questions: shape.value });
  }
  return { placed, faults };
}

/**
 * Asks every regression question.
 * @param ids the entries there are
 * @returns a fault for each that names an unknown entry, or does not get what it must
 */
export function checkRegression(
  placed: readonly PlacedQuestions[],
  ids: ReadonlySet<string>,
  matcher: Matcher,
): Fault[] {
  return placed.flatMap(({ file, questions }) =>
    questions.flatMap((asked, index): Fault[] => {
      const want = [asked.want].flat();
      const unknown = [...want, asked.after ?? noAnswer].filter((id) => id !== noAnswer && !ids.has(id));
      if (unknown.length > 0) {
        const message = `"${asked.ask}" names ${unknown.map((id) => `"${id}"`).join(', ')}, which does not exist. Name an entry, or noAnswer.`;
        return [{ severity: 'fault', ...file.at([index, 'want']), message }];
      }
      const { outcome, verdict } = askQuestion(asked, matcher);
      if (outcome === 'right') return [];
      const message = `"${asked.ask}" should get ${want.join(' or ')}, but: ${verdict.reason} Add a phrasing to its entry, or correct what is wanted.`;
      return [{ severity: 'fault', ...file.at([index, 'ask']), message }];
    }),
  );
}
