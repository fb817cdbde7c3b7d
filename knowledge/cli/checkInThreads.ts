// The check in as many threads as there are processors: asking thousands of phrasings is most of it, and each can be asked alone.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckReport } from '../check/check.ts';
import type { Part } from '../check/findable.ts';
import { type Fault, formatFault, sortFaults } from '../fault.ts';

/** Each thread learns the model for itself; more of them would mostly do that. */
const mostThreads = 4;

/** Checks the knowledge of a folder, every phrasing and regression question asked. */
export async function checkInThreads(
  folder: string,
  now: Date,
  count: number = Math.min(mostThreads, availableParallelism()),
): Promise<CheckReport> {
  const [first, ...others] = await Promise.all(
    Array.from({ length: count }, (_, index) => checkInThread(folder, now, { index, count })),
  );
  if (!first) throw new Error('No thread checked the knowledge.');
  return { ...first, faults: sortFaults(once([first, ...others].flatMap(({ faults }) => faults))) };
}

/** Checks in another thread. */
export function checkInThread(folder: string, now: Date, part: Part): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('checkWorker.ts', import.meta.url), {
      workerData: { folder, now, part },
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that checks the knowledge ended (${code}).`)));
  });
}

/** Faults of a file are found by every thread. */
function once(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
}
