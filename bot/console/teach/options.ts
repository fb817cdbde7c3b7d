// What teaching needs from the world around it.
import type { TeachingStore } from '../../../dialogs/index.ts';
import type { Change, Knowledge, Rehearsal, Standing } from '../../../knowledge/index.ts';

export interface TeachOptions {
  readonly teachings: TeachingStore;
  /** As it is served. */
  readonly knowledge: () => Knowledge;
  /** How each published teaching stands to the files on this instance. */
  readonly standings: () => readonly Standing[];
  /** Proper names that may hold digits in an answer. */
  readonly figureNames: () => Promise<readonly string[]>;
  /** Tries a change against what is served and what visitors asked lately; it takes seconds, in another thread. */
  readonly rehearse: (change: Change) => Promise<Rehearsal & { readonly knowledge: string }>;
  /** Called when a rehearsal is done: open pages renew themselves. */
  readonly onRehearsed: () => void;
  /** Must somebody else than the author publish? */
  readonly needsSecond: boolean;
}
