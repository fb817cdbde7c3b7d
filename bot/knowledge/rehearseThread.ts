// Starts the thread that tries out what staff would teach: it learns twice and asks thousands of questions.
import { Worker } from 'node:worker_threads';
import type { Change, Language, Rehearsal, Taught } from '../../knowledge/index.ts';

export interface RehearsalOrder {
  readonly folder: string;
  readonly cacheFile: string;
  readonly taught: readonly Taught[];
  readonly change: Change;
  /** What visitors asked lately. */
  readonly asked: readonly { readonly question: string; readonly language: Language }[];
  /** ISO day. */
  readonly today: string;
}

export interface Rehearsed extends Rehearsal {
  /** Version of the knowledge that it was compared with. */
  readonly knowledge: string;
}

/** Tries a change in a thread of its own; it takes seconds. */
export function rehearseInThread(order: RehearsalOrder): Promise<Rehearsed> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('rehearseWorker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that tries a change ended (${code}).`)));
  });
}
