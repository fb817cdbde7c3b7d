// The service as its own process, as npm start runs it: the only kind that can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningProcess {
  readonly url: string;
  readonly signInLink: string;
  /** kill -9: nothing gets a chance to be tidied up. */
  kill(): Promise<void>;
  /** SIGTERM, or another signal that ends it. @returns the exit status */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the service on a free port over a folder's database, and waits until it has told where it is. */
export async function startProcess(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningProcess> {
  const child = spawnService(folder, { PORT: '0', ...environment });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.includes('Stop with')) break;
  }
  const told = lines.join('\n');
  const url = /Chat\s+(http:\S+)\//u.exec(told)?.[1];
  const signInLink = /http:\S+sign-in\S+/u.exec(told)?.[0];
  if (!url || !signInLink) throw new Error(`the service did not start:\n${told}`);
  return {
    url,
    signInLink,
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: (signal = 'SIGTERM') => end(child, signal),
  };
}

/** Runs the service until it ends by itself. @returns its exit status and what it wrote to standard error */
export async function runToEnd(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ status: number | null; stderr: string }> {
  const child = spawnService(folder, environment);
  child.stdout.resume();
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  await once(child, 'close');
  return { status: child.exitCode, stderr };
}

function spawnService(folder: string, environment: Readonly<Record<string, string>>) {
  return spawn(process.execPath, ['--no-warnings', 'bot/index.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_FILE: join(folder, 'bot.sqlite'),
      LOG_LEVEL: 'silent',
      REPLY_UNDO_SECONDS: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  // It may have been ended before.
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'exit');
  child.kill(signal);
  await closed;
  return child.exitCode;
}
