// The knowledge with its matcher, loaded and learnt by another thread.
import {
  type Fault,
  type Knowledge,
  openMatcher,
  type Standing,
  sealKnowledge,
} from '../../knowledge/index.ts';
import { type LearntData, startLearning } from './learnThread.ts';
import { unpack } from './modelCache.ts';

export type Learnt =
  /** `fingerprint`: how the folder looked when it was read. */
  | {
      readonly ok: true;
      readonly knowledge: Knowledge;
      readonly fingerprint: string;
      /** How what was taught stands to the files. */
      readonly standings: readonly Standing[];
      /** When the thread has also put the model into the cache, or given that up. */
      readonly kept: Promise<void>;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * @param data what a thread is learning already, or a new one
 * @returns the knowledge, or every fault in it
 */
export async function learnInThread(
  folder: string,
  cacheFile: string,
  data: Promise<LearntData> = startLearning(folder, cacheFile),
): Promise<Learnt> {
  const done = await data;
  if (!done.ok) return done;
  const { knowledge, learnt } = unpack(done.packed);
  const base = sealKnowledge(knowledge);
  return {
    ok: true,
    knowledge: { base, matcher: openMatcher(base, learnt) },
    fingerprint: done.fingerprint,
    standings: done.standings,
    kept: done.kept,
  };
}
