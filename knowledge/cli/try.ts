// `npm run knowledge:try`: what questions get, and what has changed about it since the last commit.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { checkFiles } from '../check/check.ts';
import {
  type Comparison,
  compareTrials,
  type Difference,
  describeOutcome,
  readTrialQuestions,
  type TrialQuestion,
  type Tried,
  tryQuestion,
} from '../check/trial.ts';
import type { KnowledgeBase } from '../entry.ts';
import { parseKnowledge } from '../load.ts';
import { readKnowledgeFiles } from '../readFiles.ts';
import { readRevision } from './gitRevision.ts';
import { hasFaults, printReport } from './printReport.ts';
import { servedMatcher } from './servedMatcher.ts';

const help = `Tries questions: what each would get, and what has changed about that since a commit.

Usage: npm run knowledge:try -- FILE [options]

  FILE             one question a line; "-" reads standard input. A language may stand in front ("es: ¿Qué es ICLEI?");
                   blank lines and lines that begin with # are passed over
  --against REV    the commit to compare with (default: HEAD, the last commit)
  --knowledge DIR  another knowledge folder than this project's
  --json           print one JSON object
  --help           print this

answered: by one entry. clarified: asked back, with the entries offered. missed: refused, or out of scope.
lost: was answered and is not any more, or was clarified and is missed.
Exit code: 0 when nothing is lost, 1 when something is or the knowledge has faults, 2 when the command was called wrongly.`;

/** Against what was compared, or why nothing was. */
type Compared =
  | { readonly commit: string; readonly revision: string; readonly comparison: Comparison }
  | { readonly notCompared: string };

/** A call that cannot be carried out: its message is for whoever typed it. */
class WrongCall extends Error {}

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readArguments(args);
    if (options === 'help') {
      console.log(help);
      return 0;
    }
    return await tryOut(options);
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    console.error(error.message);
    return 2;
  }
}

interface Options {
  readonly file: string;
  readonly folder: string;
  readonly revision: string;
  readonly json: boolean;
}

async function tryOut({ file, folder, revision, json }: Options): Promise<number> {
  const questions = readTrialQuestions(await readQuestionsText(file));
  if (questions.length === 0) throw new WrongCall(`${file} has no question. Write one a line.`);
  const read = await readKnowledgeFiles(folder);
  const report = checkFiles(read.files, new Date());
  const loaded = parseKnowledge(read.files);
  const faults = [...read.faults, ...report.faults];
  if (hasFaults(faults) || !loaded.ok) {
    if (json) console.log(JSON.stringify({ ok: false, ...report, faults }, null, 2));
    else printReport({ ...report, faults }, folder);
    return 1;
  }
  const tried = tryAll(questions, loaded.knowledge);
  const compared = await compare(questions, tried, loaded.knowledge, folder, revision);
  if (json) console.log(JSON.stringify({ ok: true, questions: tried, ...compared }, null, 2));
  else print(tried, compared);
  return 'comparison' in compared && compared.comparison.lost.length > 0 ? 1 : 0;
}

async function readQuestionsText(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongCall(
      `${file} cannot be read (${messageOf(error)}). Name a file with one question a line.`,
    );
  }
}

function tryAll(questions: readonly TrialQuestion[], knowledge: KnowledgeBase): Tried[] {
  const matcher = servedMatcher(knowledge, new Date());
  return questions.map((question) => tryQuestion(question, matcher));
}

async function compare(
  questions: readonly TrialQuestion[],
  tried: readonly Tried[],
  { version }: KnowledgeBase,
  folder: string,
  revision: string,
): Promise<Compared> {
  const old = await readRevision(folder, revision);
  if (old.kind === 'unknown') throw new WrongCall(`Nothing to compare with: ${old.reason}.`);
  if (old.kind === 'noHistory') return { notCompared: old.reason };
  const loaded = parseKnowledge(old.files);
  if (!loaded.ok) return { notCompared: `the knowledge of ${revision} has faults` };
  // The same knowledge answers the same: building its matcher again would take a second for nothing.
  const before = loaded.knowledge.version === version ? tried : tryAll(questions, loaded.knowledge);
  return { revision, commit: old.commit, comparison: compareTrials(before, tried) };
}

function print(tried: readonly Tried[], compared: Compared): void {
  for (const one of tried) {
    console.log(`${one.line}: ${one.language === null ? '' : `${one.language}: `}${one.question}`);
    console.log(`   ${describeOutcome(one)}`);
    console.log(`   ${one.reason}`);
  }
  const count = (kind: Tried['kind']) => `${tried.filter((one) => one.kind === kind).length} ${kind}`;
  console.log(
    `\n${tried.length} ${tried.length === 1 ? 'question' : 'questions'}: ${count('answered')}, ${count('clarified')}, ${count('missed')}`,
  );
  if ('notCompared' in compared) {
    console.log(`Not compared with an earlier version: ${compared.notCompared}.`);
    return;
  }
  const { newlyAnswered, changed, lost } = compared.comparison;
  console.log(
    `Against ${compared.revision} (${compared.commit.slice(0, 7)}): ${newlyAnswered.length} newly answered, ${changed.length} changed, ${lost.length} lost`,
  );
  printDifferences('newly answered', newlyAnswered);
  printDifferences('changed', changed);
  printDifferences('lost', lost);
}

function printDifferences(label: string, differences: readonly Difference[]): void {
  for (const { before, now } of differences)
    console.log(
      `   ${label}: line ${now.line} "${now.question}", was ${describeOutcome(before)}, is ${describeOutcome(now)}`,
    );
}

function readArguments(args: readonly string[]): Options | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        knowledge: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new Error('Name one file of questions, or - for standard input.');
    return {
      file,
      folder: values.knowledge ? resolve(values.knowledge) : resolve(import.meta.dirname, '..'),
      revision: values.against ?? 'HEAD',
      json: values.json ?? false,
    };
  } catch (error) {
    throw new WrongCall(`${messageOf(error)}\n\n${help}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
