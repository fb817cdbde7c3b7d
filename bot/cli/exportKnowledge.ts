// `npm run knowledge:export`: what staff taught goes from the database into the YAML files, ready to be reviewed and committed.
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFault } from '../../knowledge/index.ts';
import { readSettings } from '../settings.ts';
import { openBeside } from '../store/openForCommand.ts';
import { createSqlTeachings } from '../store/sqlTeaching.ts';
import { planExport } from './exportPlan.ts';
import { FilesChangedError, writeFiles } from './writeFiles.ts';

const help = `Writes what staff taught the bot in the console into the knowledge files: comments and formatting stay as they are.

Usage: npm run knowledge:export -- [options]

  --dry-run        say what would be written, and write nothing
  --knowledge DIR  another knowledge folder than the service's
  --database FILE  another SQLite file than the service's
  --help           print this

The service may run meanwhile. The result is checked as "npm run knowledge:check" does before anything is written; with a fault
nothing is. Published changes are marked as exported once the files have them; until the files that an instance reads have
them, it goes on serving them from the database, so nothing is lost or doubled. Afterwards: git diff, then commit.
Exit code: 0 when all was written or there was nothing to write, 1 when something was left out or has faults, 2 when the command
was called wrongly.`;

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const read = readSettings();
  if (!read.ok) {
    console.error(read.faults.join('\n'));
    return 2;
  }
  const folder = resolve(options.knowledge ?? read.settings.knowledgeFolder);
  const database = await openBeside(
    options.database ?? read.settings.databaseUrl ?? read.settings.databaseFile,
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  });
  if (!database) return 2;
  try {
    const teachings = createSqlTeachings(database.db, () => {});
    return await exportAll(teachings, folder, options['dry-run'] ?? false);
  } finally {
    await database.close();
  }
}

async function exportAll(
  teachings: ReturnType<typeof createSqlTeachings>,
  folder: string,
  dryRun: boolean,
): Promise<number> {
  const here = (path: string) => relative(process.cwd(), resolve(folder, path));
  const taught = await teachings.served();
  if (taught.length === 0) {
    console.log('Nothing was taught that the files could lack.');
    return 0;
  }
  console.log('Checking the files with what was taught …');
  const now = new Date();
  const plan = await planExport(folder, taught, now);
  if (plan.kind === 'faulty') {
    for (const fault of plan.faults) console.error(formatFault({ ...fault, path: here(fault.path) }));
    console.error(
      plan.before
        ? 'Nothing was written: the files have faults. Mend them first.'
        : 'Nothing was written: with what was taught the files would have the faults above. Mend the files, or take the change back in the console.',
    );
    return 1;
  }
  for (const { id, reason } of plan.leftOut) console.error(`Left out (${id}): ${reason}`);
  for (const line of plan.added) console.log(`  ${line}`);
  const written = plan.files.map(({ path }) => here(path));
  if (dryRun) {
    console.log(
      written.length > 0
        ? `Would be written: ${written.join(', ')}`
        : 'The files have it all: nothing would be written.',
    );
    return plan.leftOut.length > 0 ? 1 : 0;
  }
  try {
    await writeFiles(folder, plan.files);
  } catch (error) {
    if (!(error instanceof FilesChangedError)) throw error;
    console.error(`${error.message} Nothing was marked as exported. Run the command again.`);
    return 1;
  }
  await teachings.exported(plan.done, now);
  console.log(
    written.length > 0
      ? `Written: ${written.join(', ')}\nNext: read "git diff", then commit.`
      : 'The files have it all: nothing was written.',
  );
  return plan.leftOut.length > 0 ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean' },
        knowledge: { type: 'string' },
        database: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : 'Unknown arguments.';
  }
}

process.exitCode = await main(process.argv.slice(2));
