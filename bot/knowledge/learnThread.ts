// Starts the thread that learns. Nothing else is loaded for it: at the start of the service it is the first thing to be done.
import { Worker } from 'node:worker_threads';
import type { Fault, Standing, Taught } from '../../knowledge/index.ts';

/** What the thread says when it has learnt, and `kept`: when it has also put the model into the cache, or given that up. */
export type LearntData = LearntMessage & { readonly kept: Promise<void> };

type LearntMessage =
  | {
      readonly ok: true;
      /** As modelCache.ts packs it. */
      readonly packed: Uint8Array;
      /** How the folder looked when it was read. */
      readonly fingerprint: string;
      /** How what was taught stands to the files. */
      readonly standings: readonly Standing[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Loads the knowledge of a folder and learns its model, or takes the model from the cache if it is of the same knowledge.
 * @param cacheFile where models are kept between two starts
 * @param taught what is laid over the files
 */
export function startLearning(
  folder: string,
  cacheFile: string,
  taught: readonly Taught[] = [],
): Promise<LearntData> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('learnWorker.ts', import.meta.url), {
      workerData: { folder, cacheFile, taught },
    });
    const kept = new Promise<void>((ended) => worker.once('exit', () => ended()));
    worker.once('message', (message: LearntMessage) => resolve({ ...message, kept }));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that loads the knowledge ended (${code}).`)));
  });
}
