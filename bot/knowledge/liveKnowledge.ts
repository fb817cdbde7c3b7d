// The knowledge as it stands in its folder: a saved file is live within seconds, a broken one never is.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import {
  createMatcher,
  createMatcherGently,
  type Fault,
  formatFault,
  type KnowledgeBase,
  type LoadResult,
  loadKnowledge,
  type Matcher,
  sealKnowledge,
} from '../../knowledge/index.ts';

/** What is known right now, and how to find it. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly matcher: Matcher;
}

export interface LiveKnowledge {
  /** The last good state of the folder. */
  current(): Knowledge;
  /** What keeps the folder's newest state from being live; empty when it is. */
  faults(): readonly Fault[];
  /** Begins to look for changes. */
  watch(): void;
  /** Ends after the look at hand. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at the files' times and sizes. Looking works on every file system and mount; watching does not. */
const lookEveryMs = 1_000;

/**
 * Loads the knowledge of a folder, and follows its changes once told to.
 * @param onChange called when new knowledge is live, or when the faults are others than before
 * @returns the faults when there is no good state to begin with
 */
export async function createLiveKnowledge(
  folder: string,
  log: Logger,
  onChange: () => void,
): Promise<
  | { readonly ok: true; readonly live: LiveKnowledge }
  | { readonly ok: false; readonly faults: readonly Fault[] }
> {
  // Before reading: what changes while we read is seen as a change.
  let seen = await fingerprint(folder);
  const loaded = await loadKnowledge(folder);
  if (!loaded.ok) return loaded;
  let current: Knowledge = { base: loaded.knowledge, matcher: createMatcher(loaded.knowledge) };
  let faults: readonly Fault[] = [];
  let last = seen;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let closed = false;

  async function look(): Promise<void> {
    const now = await fingerprint(folder);
    // A file that is still being written looks different at the next look: wait until two looks agree.
    const settled = now === last;
    last = now;
    if (!settled || now === seen) return;
    seen = now;
    const next = await loadInThread(folder);
    if (!next.ok) {
      faults = next.faults;
      log.error(
        { faults: faults.map(formatFault) },
        'the knowledge on disk has faults: the last good version goes on answering',
      );
      onChange();
      return;
    }
    if (next.knowledge.version !== current.base.version) {
      current = { base: next.knowledge, matcher: await createMatcherGently(next.knowledge, pause) };
      log.info(
        { entries: next.knowledge.entries.length, knowledge: next.knowledge.version },
        'new knowledge is live',
      );
    } else if (faults.length > 0) log.info('the knowledge on disk is the one that answers again');
    faults = [];
    onChange();
  }

  const lookOn = () => {
    timer = setTimeout(() => {
      looking = look()
        .catch((error: unknown) => log.error({ err: error }, 'the knowledge folder could not be looked at'))
        .finally(() => {
          looking = null;
          if (!closed) lookOn();
        });
    }, lookEveryMs);
    timer.unref();
  };

  return {
    ok: true,
    live: {
      current: () => current,
      faults: () => faults,
      watch: lookOn,
      close: async () => {
        closed = true;
        if (timer) clearTimeout(timer);
        await looking;
      },
    },
  };
}

/** Names, times and sizes of all files of the knowledge, as one text. */
async function fingerprint(folder: string): Promise<string> {
  const entries = await readdir(join(folder, 'entries')).catch(() => []);
  const paths = [
    'facts.yaml',
    'glossary.yaml',
    'out-of-scope.yaml',
    ...entries.sort().map((name) => join('entries', name)),
  ];
  const parts = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(folder, path)).catch(() => null);
      return `${path} ${found?.mtimeMs} ${found?.size} ${found?.ino}`;
    }),
  );
  return parts.join('\n');
}

/** Loads in a thread of its own: reading and checking take longer than a visitor should wait. */
function loadInThread(folder: string): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('loadWorker.ts', import.meta.url), { workerData: folder });
    worker.once('message', (result: LoadResult) => {
      resolve(result.ok ? { ok: true, knowledge: sealKnowledge(result.knowledge) } : result);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that loads the knowledge ended (${code}).`)));
  });
}
