// `npm run knowledge:check`: prints everything that is wrong with the knowledge; exit code 1 when something is.
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkKnowledge } from '../check/check.ts';
import { summary } from '../check/summary.ts';
import { formatFault } from '../fault.ts';
import { createMatcher } from '../match/createMatcher.ts';

const help = `Checks the knowledge: the entries, facts and names that the bot answers from.

Usage: npm run knowledge:check -- [options] [folder]

  folder   where facts.yaml, glossary.yaml and entries/ are (default: this project's knowledge/)
  --json   print the report as one JSON object
  --help   print this

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
  const report = await checkKnowledge(options.folder, new Date(), createMatcher);
  const failed = report.faults.some(({ severity }) => severity === 'fault');
  if (options.json) {
    console.log(JSON.stringify({ ok: !failed, ...report }, null, 2));
    return failed ? 1 : 0;
  }
  // From where the command runs, so that a terminal can open the place.
  const from = relative(process.cwd(), options.folder);
  for (const fault of report.faults) console.log(formatFault({ ...fault, path: join(from, fault.path) }));
  console.log(summary(report));
  if (failed) console.log('Correct the faults above and run this again.');
  return failed ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (positionals.length > 1) throw new Error('Name one folder at most.');
  const [folder] = positionals;
  return { ...values, folder: folder ? resolve(folder) : resolve(import.meta.dirname, '..') };
}

process.exitCode = await main(process.argv.slice(2));
