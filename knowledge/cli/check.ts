// `npm run knowledge:check`: prints everything that is wrong with the knowledge; exit code 1 when something is.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { annotation } from './annotation.ts';
import { checkInThreads } from './checkInThreads.ts';
import { fromHere, hasFaults, printReport } from './printReport.ts';

const help = `Checks the knowledge: the entries, facts and names that the bot answers from.

Usage: npm run knowledge:check -- [options] [folder]

  folder    where facts.yaml, glossary.yaml and entries/ are (default: this project's knowledge/)
  --json    print the report as one JSON object
  --github  print each fault as an annotation of GitHub Actions as well (.ci/run does so there)
  --help    print this

Each line says file:line:column, what is wrong and what to do. Warnings do not fail the check.
Exit code: 0 without a fault, 1 with one, 2 when the command was called wrongly.`;

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
  const report = await checkInThreads(options.folder, new Date());
  const failed = hasFaults(report.faults);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...report }, null, 2));
  else {
    // Its log shows the message of an annotation only: the lines with the places stay.
    if (options.github)
      for (const fault of fromHere(report.faults, options.folder)) console.log(annotation(fault));
    printReport(report, options.folder);
  }
  return failed ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      github: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.json && values.github) throw new Error('Choose one of --json and --github.');
  if (positionals.length > 1) throw new Error('Name one folder at most.');
  const [folder] = positionals;
  return { ...values, folder: folder ? resolve(folder) : resolve(import.meta.dirname, '..') };
}

process.exitCode = await main(process.argv.slice(2));
