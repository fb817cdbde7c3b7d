// Deletes every hour what was kept long enough, and writes down how much it was.
import type { Logger } from 'pino';
import type { Audit } from '../audit.ts';
import type { PersonalData, Swept } from './personalData.ts';
import type { Retention } from './retention.ts';

/** Milliseconds between two sweeps. */
const hour = 60 * 60 * 1000;

export interface RetentionWorker {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function startRetentionWorker(options: {
  readonly data: Pick<PersonalData, 'sweep'>;
  readonly audit: Audit;
  readonly retention: Retention;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'error'>;
}): RetentionWorker {
  const { data, audit, retention, now, log } = options;
  let underWay: Promise<void> | null = null;

  async function sweep(): Promise<void> {
    const swept = await data.sweep(retention, now());
    if (!Object.values(swept).some((count) => count > 0)) return;
    log.info({ swept }, 'deleted what was kept long enough');
    await audit.record({ at: now(), actor: null, action: 'retention', subject: inWords(swept) });
  }
  const run = () => {
    underWay ??= sweep()
      .catch((error: unknown) =>
        log.error({ err: error }, 'what was kept long enough could not be deleted yet'),
      )
      .finally(() => {
        underWay = null;
      });
  };
  const timer = setInterval(run, hour);
  timer.unref();
  run();
  return {
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

function inWords(swept: Swept): string {
  return Object.entries(swept)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => `${rule}: ${count}`)
    .join(', ');
}
