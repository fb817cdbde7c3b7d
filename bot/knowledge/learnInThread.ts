// The knowledge with its matcher, loaded and learnt by another thread.
import { Worker } from 'node:worker_threads';
import {
  type Fault,
  type Knowledge,
  type KnowledgeBase,
  type LearntModel,
  openMatcher,
  sealKnowledge,
} from '../../knowledge/index.ts';

export type Learnt =
  /** `fingerprint`: how the folder looked when it was read. */
  | { readonly ok: true; readonly knowledge: Knowledge; readonly fingerprint: string }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Message =
  | {
      readonly ok: true;
      readonly knowledge: Omit<KnowledgeBase, 'byId'>;
      readonly learnt: LearntModel;
      readonly fingerprint: string;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Loads the knowledge of a folder and learns its matcher, or takes the model from the cache if it is of the same knowledge.
 * @param cacheFile where models are kept between two starts
 * @returns the knowledge, or every fault in it
 */
export function learnInThread(folder: string, cacheFile: string): Promise<Learnt> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('learnWorker.ts', import.meta.url), {
      workerData: { folder, cacheFile },
    });
    worker.once('message', (message: Message) => {
      if (!message.ok) return resolve(message);
      const base = sealKnowledge(message.knowledge);
      const knowledge = { base, matcher: openMatcher(base, message.learnt) };
      resolve({ ok: true, knowledge, fingerprint: message.fingerprint });
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that loads the knowledge ended (${code}).`)));
  });
}
