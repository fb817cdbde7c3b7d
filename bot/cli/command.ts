// What the commands have in common: help, the settings, and faults in a sentence instead of a stack.
import { z } from 'zod';
import { readSettings } from '../settings.ts';
import { NotReplacedError } from '../store/backup.ts';
import { BackupUnusableError } from '../store/backupFile.ts';
import { DatabaseHeldError, DatabaseUnreachableError, DatabaseUnusableError } from '../store/databaseFile.ts';
import { UnavailableError } from '../unavailable.ts';

/** A call that can't be carried out: its message is for whoever typed it. */
export class WrongCall extends Error {}

/** Something outside that can be put right by whoever typed the command. */
class Outside extends Error {}

const expected = [
  Outside,
  BackupUnusableError,
  NotReplacedError,
  DatabaseHeldError,
  DatabaseUnreachableError,
  DatabaseUnusableError,
  UnavailableError,
];
/** A file that can't be read or written. */
const systemError = z.object({ code: z.string(), syscall: z.string(), message: z.string() });
const argumentError = z.object({ code: z.string().startsWith('ERR_PARSE_ARGS_'), message: z.string() });

/** Runs a command with this process's arguments, and sets the exit code. */
export async function runCommand(
  help: string,
  work: (args: readonly string[]) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(help);
    return;
  }
  try {
    await work(args);
  } catch (error) {
    const wrong = error instanceof WrongCall ? error : argumentError.safeParse(error).data;
    const outside = expected.some((kind) => error instanceof kind) && error instanceof Error;
    const told = wrong ?? (outside ? error : systemError.safeParse(error).data);
    if (!told) throw error;
    console.error(told.message);
    process.exitCode = wrong ? 2 : 1;
  }
}

/** Where the service keeps its data. */
export function databasePlace(): string {
  const read = readSettings();
  if (!read.ok) throw new Outside(read.faults.join('\n'));
  return read.settings.databaseUrl ?? read.settings.databaseFile;
}
