// Runs a command of the project as a process, with what is typed to it.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a TypeScript file of the project as `npm run` does.
 * @param args the file and its arguments
 * @param typed standard input
 */
export async function runCommand(
  args: readonly string[],
  typed = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command may end before it has read all: that is no fault of the test.
  child.stdin.on('error', () => {});
  child.stdin.end(typed);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { status, stdout, stderr };
}
