// The knowledge as it stands in its folder, with what staff taught since: a saved file or a published teaching is live within
// seconds, a broken file never is.
import type { Logger } from 'pino';
import { type Fault, formatFault, type Knowledge, type Standing } from '../../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { type Learnt, learnInThread } from './learnInThread.ts';
import { startLearning } from './learnThread.ts';
import { noOverlay, type Overlay, type OverlayState } from './overlay.ts';

export interface LiveKnowledge {
  /** The last good state of the folder, with what was taught. */
  current(): Knowledge;
  /** What keeps the folder's newest state from being live; empty when it is. */
  faults(): readonly Fault[];
  /** How each published teaching stands to the files, as far as they are live. */
  standings(): readonly Standing[];
  /** Looks at once: something was published, here or elsewhere. */
  lookNow(): void;
  /** Begins to look for changes. */
  watch(): void;
  /** Ends after the look at hand, and when what it learnt is kept for the next start. */
  close(): Promise<void>;
}

export interface LiveOptions {
  readonly folder: string;
  /** Where models are kept. */
  readonly cacheFile: string;
  /** What was learnt of the folder, and how it looked then. */
  readonly first: Extract<Learnt, { ok: true }>;
  /** Where published teachings come from, and what of them was learnt. */
  readonly overlay?: Overlay;
  readonly firstOverlay?: OverlayState;
  readonly log: Logger;
  /** Called when new knowledge is live, or when the faults are others than before. */
  readonly onChange: () => void;
}

/** Milliseconds between two looks at the files' times and sizes. Looking works on every file system and mount; watching does not. */
const lookEveryMs = 500;

/** Follows the changes of a knowledge folder and of what is laid over it, once told to. */
export function createLiveKnowledge(options: LiveOptions): LiveKnowledge {
  const { folder, cacheFile, first, overlay = noOverlay, log, onChange } = options;
  let current = first.knowledge;
  let standings = first.standings;
  let seen = first.fingerprint;
  let seenRevision = options.firstOverlay?.revision ?? '';
  let faults: readonly Fault[] = [];
  let last = seen;
  let kept = first.kept;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let askedFor = false;
  let watching = false;
  let closed = false;
  reportLeftOut();

  async function look(): Promise<void> {
    askedFor = false;
    // Without the database the files are followed all the same; that it does not work is told elsewhere.
    const [now, revision] = await Promise.all([
      fingerprint(folder),
      overlay.revision().catch(() => seenRevision),
    ]);
    // A file that is still being written looks different at the next look: wait until two looks agree.
    const settled = now === last;
    last = now;
    if ((!settled || now === seen) && revision === seenRevision) return;
    const taught = await overlay.served();
    seen = now;
    seenRevision = revision;
    const next: Learnt = await learnInThread(startLearning(folder, cacheFile, taught));
    if (!next.ok) {
      faults = next.faults;
      log.error(
        { faults: faults.map(formatFault) },
        'the knowledge on disk has faults: the last good version goes on answering',
      );
      onChange();
      return;
    }
    kept = kept.then(() => next.kept);
    const { base } = next.knowledge;
    if (base.version !== current.base.version) {
      current = next.knowledge;
      log.info({ entries: base.entries.length, knowledge: base.version }, 'new knowledge is live');
    } else if (faults.length > 0) log.info('the knowledge on disk is the one that answers again');
    faults = [];
    standings = next.standings;
    reportLeftOut();
    onChange();
  }

  function reportLeftOut(): void {
    const leftOut = standings.filter(({ kind }) => kind === 'leftOut').map(({ id }) => id);
    if (leftOut.length > 0)
      log.warn({ teachings: leftOut }, 'the files contradict what was taught: it is not served');
  }

  const lookOn = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(lookOnce, askedFor ? 0 : lookEveryMs);
    timer.unref();
  };
  const lookOnce = () => {
    looking = look()
      .catch((error: unknown) => log.error({ err: error }, 'the knowledge could not be looked at'))
      .finally(() => {
        looking = null;
        if (!closed) lookOn();
      });
  };

  return {
    current: () => current,
    faults: () => faults,
    standings: () => standings,
    lookNow: () => {
      askedFor = true;
      if (watching && !closed && !looking) lookOn();
    },
    watch: () => {
      watching = true;
      lookOn();
    },
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      await looking;
      await kept;
    },
  };
}
