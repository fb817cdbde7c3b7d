// Starts the real app in a line: a free loopback port, a database of its own, the shipped knowledge.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, type AppOptions, createApp } from '../../bot/app.ts';
import { parseSettings, type Settings } from '../../bot/settings.ts';

export interface StartedApp {
  readonly url: string;
  readonly app: App;
  readonly folder: string;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly settings?: Partial<Settings>;
  /** A folder with a database to go on with; a fresh one otherwise. */
  readonly folder?: string;
  readonly options?: Partial<Omit<AppOptions, 'settings'>>;
}

/** Nobody in a test is too quick. */
const noLimits = { messagesPerMinute: 100_000, requestsPerMinute: 100_000, tokensPerMinute: 100_000 };

/** Settings as an empty environment gives them, on a free port, with the database in a folder. */
export function testSettings(folder: string, changes: Partial<Settings> = {}): Settings {
  const read = parseSettings({
    PORT: '0',
    DATABASE_FILE: join(folder, 'bot.sqlite'),
    LOG_LEVEL: 'silent',
    REPLY_UNDO_SECONDS: '0',
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return { ...read.settings, ...changes };
}

/** Starts the app; close() ends it and, unless the folder was given, removes its database. */
export async function startApp({ settings, folder: given, options }: StartOptions = {}): Promise<StartedApp> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'iclei-bot-')));
  const app = await createApp({
    settings: testSettings(folder, settings),
    log: pino({ level: 'silent' }),
    rates: noLimits,
    ...options,
  });
  const url = await app.listen();
  return {
    url,
    app,
    folder,
    close: async () => {
      await app.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
