// The service as a process that can be told when to die.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export interface Killable {
  readonly url: string;
  readonly signInLink: string;
  /** Lets it die before a statement of the database, counted from now; 0 only counts. */
  arm(dieBefore: number): Promise<void>;
  /** Statements since it was armed. */
  statements(): Promise<number>;
  isAlive(): boolean;
  kill(): Promise<void>;
}

const counted = z.object({ statements: z.number() });

/** A port that is free now: the service comes back under the same address, as behind a name. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

export async function startKillable(folder: string, port: number): Promise<Killable> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', new URL('killSwitch.ts', import.meta.url).href, 'bot/index.ts'],
    {
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_FILE: join(folder, 'bot.sqlite'),
        PORT: String(port),
        LOG_LEVEL: 'silent',
        REPLY_UNDO_SECONDS: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    lines.push(line);
    if (line.includes('Stop with')) break;
  }
  const told = lines.join('\n');
  const url = /Chat\s+(http:\S+)\//u.exec(told)?.[1];
  const signInLink = /http:\S+sign-in\S+/u.exec(told)?.[0];
  if (!url || !signInLink) throw new Error(`the service did not start:\n${told}`);
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return {
    url,
    signInLink,
    isAlive,
    arm: async (dieBefore) => {
      await ask(child, { dieBefore });
    },
    statements: async () => counted.parse(await ask(child, 'count')).statements,
    kill: async () => {
      if (!isAlive()) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ask(child: ChildProcess, what: object | string): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(what);
  const [message]: unknown[] = await answer;
  return message;
}
