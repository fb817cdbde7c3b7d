// `npm run knowledge:new`: asks for an entry, shows what it would do, and adds it to its file.
import { appendFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CheckReport, checkFiles, checkKnowledge } from '../check/check.ts';
import { summary } from '../check/summary.ts';
import { describeOutcome, tryQuestion } from '../check/trial.ts';
import { curate } from '../curate.ts';
import { formatFault, sortFaults } from '../fault.ts';
import { parseKnowledge, versionOf } from '../load.ts';
import { createMatcher } from '../match/createMatcher.ts';
import { readKnowledgeFiles, readQuestionFiles } from '../readFiles.ts';
import { type Addition, additionOf, withAddition } from '../write/appendEntry.ts';
import type { NewEntry } from '../write/entryYaml.ts';
import { type Dialogue, InputEnded, openDialogue } from './dialogue.ts';
import { interview } from './interview.ts';
import { fromHere, hasFaults, printReport } from './printReport.ts';
import { servedMatcher } from './servedMatcher.ts';

const help = `Asks for a new entry and adds it to the file of knowledge/entries/ that has most entries of its topic.

Usage: npm run knowledge:new -- [options] [folder]

  folder  where facts.yaml, glossary.yaml and entries/ are (default: this project's knowledge/)
  --help  print this

It asks for the question, phrasings, answer, source, topic, related entries and id in English, and for other languages if you
like. It shows the entry as it would be written and what the bot would answer then, and writes only after "yes", and only
what the check finds no fault in. Ctrl+C ends it at any time; then nothing is written.
Exit code: 0 when the entry was added or you said no, 1 when it was not added, 2 when the command was called wrongly.`;

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'Unknown arguments.'}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const dialogue = openDialogue();
  try {
    return await addEntry(dialogue, options.folder, new Date());
  } catch (error) {
    if (!(error instanceof InputEnded)) throw error;
    console.error(`\n${error.message} Nothing was written.`);
    return 1;
  } finally {
    dialogue.close();
  }
}

async function addEntry(dialogue: Dialogue, folder: string, now: Date): Promise<number> {
  const read = await readKnowledgeFiles(folder);
  const loaded = parseKnowledge(read.files);
  const report = checkFiles(read.files, now);
  const faults = sortFaults([...read.faults, ...report.faults]);
  if (hasFaults(faults) || !loaded.ok) {
    printReport({ ...report, faults }, folder);
    return 1;
  }
  const workbench = { curated: curate(read.files), matcher: servedMatcher(loaded.knowledge, now), now };
  const entry = await interview(dialogue, workbench);

  dialogue.say('\nTrying the knowledge with the new entry …');
  const planned = await plan(entry, folder, now);
  const file = relative(process.cwd(), join(folder, planned.addition.path));
  dialogue.say(`\nTo be added to ${file}:\n\n${planned.addition.text.trim()}\n`);
  dialogue.say(planned.preview);
  if (hasFaults(planned.report.faults)) return refuse(dialogue, planned, folder);
  if (!(await dialogue.confirm('\nAdd it?'))) {
    dialogue.say('Nothing was written.');
    return 0;
  }
  // Somebody may have worked on the files meanwhile: what is written is what was checked.
  const latest = (await versionIn(folder)) === planned.before ? planned : await plan(entry, folder, now);
  if (hasFaults(latest.report.faults)) return refuse(dialogue, latest, folder);
  await appendFile(join(folder, latest.addition.path), latest.addition.text);
  dialogue.say(`Added to ${file}, line ${latest.addition.line}.`);
  const written =
    (await versionIn(folder)) === latest.after
      ? latest.report
      : await checkKnowledge(folder, now, createMatcher);
  return tell(dialogue, written, latest.addition, folder);
}

/** An entry's place in the knowledge, and what the whole would be with it. */
interface Plan {
  readonly addition: Addition;
  /** What the bot would say to the entry's question. */
  readonly preview: string;
  readonly report: CheckReport;
  /** Versions of the knowledge without and with the entry. */
  readonly before: string;
  readonly after: string;
}

async function plan(entry: NewEntry, folder: string, now: Date): Promise<Plan> {
  const [{ files }, questions] = await Promise.all([readKnowledgeFiles(folder), readQuestionFiles(folder)]);
  const addition = additionOf(entry, curate(files).entries, files);
  const wouldBe = withAddition(files, addition);
  const loaded = parseKnowledge(wouldBe);
  const matcher = loaded.ok ? createMatcher(loaded.knowledge) : null;
  const report = checkFiles(wouldBe, now, matcher ? () => matcher : undefined, questions.files);
  let preview = '';
  if (loaded.ok && matcher) {
    const served = servedMatcher(loaded.knowledge, now, matcher);
    const tried = tryQuestion({ line: 0, question: entry.en.question, language: 'en' }, served);
    const answer = loaded.knowledge.byId.get(tried.found[0]?.entry ?? '')?.texts.en.answer ?? '';
    const shown = tried.kind === 'answered' ? `\n\n${answer}` : '';
    preview = `"${entry.en.question}" would then be ${describeOutcome(tried)}.${shown}`;
  }
  return { addition, preview, report, before: versionOf(files), after: versionOf(wouldBe) };
}

function refuse(dialogue: Dialogue, { addition, report }: Plan, folder: string): number {
  for (const fault of fromHere(report.faults, folder))
    if (fault.severity === 'fault') dialogue.say(formatFault(fault));
  dialogue.say(`Nothing was written: ${addition.path} would have the faults above.`);
  return 1;
}

/** Says what the check found: every fault, and the warnings about the new entry. */
function tell(dialogue: Dialogue, report: CheckReport, { path, line }: Addition, folder: string): number {
  const told = report.faults.filter(
    (fault) => fault.severity === 'fault' || (fault.path === path && fault.line >= line),
  );
  for (const fault of fromHere(told, folder)) dialogue.say(formatFault(fault));
  dialogue.say(summary(report));
  return hasFaults(report.faults) ? 1 : 0;
}

async function versionIn(folder: string): Promise<string> {
  return versionOf((await readKnowledgeFiles(folder)).files);
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (positionals.length > 1) throw new Error('Name one folder at most.');
  const [folder] = positionals;
  return { ...values, folder: folder ? resolve(folder) : resolve(import.meta.dirname, '..') };
}

process.exitCode = await main(process.argv.slice(2));
