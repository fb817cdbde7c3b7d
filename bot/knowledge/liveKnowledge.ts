// The knowledge as it stands in its folder: a saved file is live within seconds, a broken one never is.
import type { Logger } from 'pino';
import { type Fault, formatFault, type Knowledge } from '../../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { type Learnt, learnInThread } from './learnInThread.ts';

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
const lookEveryMs = 500;

/**
 * Follows the changes of a knowledge folder, once told to.
 * @param first what was learnt of the folder, and how it looked then
 * @param cacheFile where models are kept
 * @param onChange called when new knowledge is live, or when the faults are others than before
 */
export function createLiveKnowledge(
  folder: string,
  cacheFile: string,
  first: Extract<Learnt, { ok: true }>,
  log: Logger,
  onChange: () => void,
): LiveKnowledge {
  let current = first.knowledge;
  let seen = first.fingerprint;
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
    const next: Learnt = await learnInThread(folder, cacheFile);
    if (!next.ok) {
      faults = next.faults;
      log.error(
        { faults: faults.map(formatFault) },
        'the knowledge on disk has faults: the last good version goes on answering',
      );
      onChange();
      return;
    }
    const { base } = next.knowledge;
    if (base.version !== current.base.version) {
      current = next.knowledge;
      log.info({ entries: base.entries.length, knowledge: base.version }, 'new knowledge is live');
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
    current: () => current,
    faults: () => faults,
    watch: lookOn,
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
