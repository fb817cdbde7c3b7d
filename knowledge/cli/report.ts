// `npm run knowledge:report`: writes what the knowledge looks like as one HTML page, for a curator's browser.
import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { curate } from '../curate.ts';
import { formatFault } from '../fault.ts';
import { buildKnowledge, versionOf } from '../load.ts';
import { createMatcher } from '../match/createMatcher.ts';
import { readKnowledgeFiles } from '../readFiles.ts';
import { askUnseen } from '../report/askUnseen.ts';
import { collectReport } from '../report/report.ts';
import { renderReport } from '../report/views/page.ts';
import { checkInThread } from './checkInThreads.ts';
import { fromHere } from './printReport.ts';

const help = `Writes a report of the knowledge as one HTML page: coverage, overlap, weak phrasings, reviews due, readability, facts.

Usage: npm run knowledge:report -- [options] [folder]

  folder      where facts.yaml, glossary.yaml and entries/ are (default: this project's knowledge/)
  --out FILE  where to write the page (default: knowledge-report.html)
  --help      print this

Prints the path of the page. It needs no network and no script; open it in any browser, or print it.
Exit code: 0 when the page is written, 1 when the knowledge cannot be loaded or the page not be written, 2 when the
command was called wrongly.`;

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  let options: ReturnType<typeof readArguments>;
  try {
    options = readArguments(args);
  } catch (error) {
    console.error(`${reasonOf(error)}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const { folder, out } = options;
  const now = new Date();
  // Both ask every phrasing, and two processors halve the wait.
  const checking = checkInThread(folder, now, { index: 0, count: 1 });
  const read = await readKnowledgeFiles(folder);
  const curated = curate(read.files);
  const loaded = buildKnowledge(curated, versionOf(read.files));
  if (read.faults.length > 0 || !loaded.ok) {
    for (const fault of fromHere((await checking).faults, folder)) console.error(formatFault(fault));
    console.error(
      'A report needs knowledge that can be loaded. Correct the faults above and run this again.',
    );
    return 1;
  }
  const asked = askUnseen(loaded.knowledge, createMatcher);
  const today = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const check = await checking;
  const report = collectReport({ curated, knowledge: loaded.knowledge, check, asked, today });
  try {
    await writeFile(out, renderReport(report));
  } catch (error) {
    console.error(`The page cannot be written (${reasonOf(error)}). Name another file with --out.`);
    return 1;
  }
  const here = relative(process.cwd(), out);
  console.log(here.startsWith('..') ? out : here);
  return 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (positionals.length > 1) throw new Error('Name one folder at most.');
  if (values.out === '') throw new Error('Name a file after --out.');
  const [folder] = positionals;
  return {
    help: values.help,
    folder: folder ? resolve(folder) : resolve(import.meta.dirname, '..'),
    out: resolve(values.out ?? 'knowledge-report.html'),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main(process.argv.slice(2));
