// The knowledge with its matcher, loaded and learnt by another thread.
import {
  type Fault,
  type Knowledge,
  openMatcher,
  type Standing,
  sealKnowledge,
} from '../../knowledge/index.ts';
import type { LearntData } from './learnThread.ts';
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
 * @param learning what a thread is learning
 * @returns the knowledge, or every fault in it
 */
export async function learnInThread(learning: Promise<LearntData>): Promise<Learnt> {
  const done = await learning;
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
