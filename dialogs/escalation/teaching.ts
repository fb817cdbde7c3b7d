// What staff teach the bot from a reply: its states, who may do what, and the port to where it is kept.
//
//   draft -> published -> exported        draft, published, exported -> discarded
import type { Change, Taught } from '../../knowledge/index.ts';

export const teachingStates = ['draft', 'published', 'exported', 'discarded'] as const;
export type TeachingState = (typeof teachingStates)[number];

export interface Teaching {
  readonly id: string;
  readonly at: Date;
  readonly updatedAt: Date;
  readonly state: TeachingState;
  /** Counts every change; what is based on an older version is refused. */
  readonly version: number;
  /** Who wrote it as it is now: whoever edits a draft makes it theirs. */
  readonly author: string;
  /** Since when it waits for a second person; null while it does not. */
  readonly sentAt: Date | null;
  /** Who published it. */
  readonly approver: string | null;
  readonly publishedAt: Date | null;
  readonly discardedBy: string | null;
  /** The escalation it came from; it may be gone. */
  readonly escalation: string | null;
  readonly change: Change;
}

export type TeachingCommand =
  | { readonly kind: 'edit'; readonly staff: string; readonly change: Change }
  /** Ask a second person. */
  | { readonly kind: 'send'; readonly staff: string }
  | { readonly kind: 'publish'; readonly staff: string; readonly needsSecond: boolean }
  | { readonly kind: 'discard'; readonly staff: string };

export type TeachingRefusal = 'notFound' | 'stale' | 'notDraft' | 'discarded' | 'ownDraft';
export type TeachingResult =
  | { readonly ok: true; readonly teaching: Teaching }
  | { readonly ok: false; readonly refusal: TeachingRefusal };

/** Carries out one command. Pure: the store calls it inside its transaction. */
export function applyTeachingCommand(teaching: Teaching, command: TeachingCommand, at: Date): TeachingResult {
  const done = (change: Partial<Teaching>): TeachingResult => ({
    ok: true,
    teaching: { ...teaching, ...change, version: teaching.version + 1, updatedAt: at },
  });
  if (teaching.state === 'discarded') return { ok: false, refusal: 'discarded' };
  if (command.kind === 'discard')
    return done({ state: 'discarded', discardedBy: command.staff, sentAt: null });
  if (teaching.state !== 'draft') return { ok: false, refusal: 'notDraft' };
  switch (command.kind) {
    case 'edit':
      return done({ change: command.change, author: command.staff, sentAt: null });
    case 'send':
      return done({ sentAt: at });
    case 'publish':
      return command.needsSecond && command.staff === teaching.author
        ? { ok: false, refusal: 'ownDraft' }
        : done({ state: 'published', approver: command.staff, publishedAt: at, sentAt: null });
  }
}

/** Where teachings are kept. A promise that resolves means: on disk. */
export interface TeachingStore {
  /** @returns the new draft, version 1 */
  add(draft: Pick<Teaching, 'author' | 'escalation' | 'change' | 'at'>): Promise<Teaching>;
  byId(id: string): Promise<Teaching | null>;
  /** Those in one of the states, the one changed last first, at most `limit`. */
  list(states: readonly TeachingState[], limit: number): Promise<readonly Teaching[]>;
  /** Applies applyTeachingCommand in one transaction. @param version the version the caller saw */
  change(id: string, command: TeachingCommand, at: Date, version: number): Promise<TeachingResult>;
  /** Published ones that were written into the files. */
  exported(ids: readonly string[], at: Date): Promise<void>;
  /** What is laid over the files, in the order of publication. */
  served(): Promise<readonly Taught[]>;
  /** Another text whenever what is served has changed; cheap. */
  revision(): Promise<string>;
}
