// The rehearsals of drafts: each begins when its page is first looked at, one after the other, and is kept as long as it holds.
import type { Logger } from 'pino';
import type { Teaching } from '../../../dialogs/index.ts';
import type { Change, Rehearsal } from '../../../knowledge/index.ts';
import type { TeachOptions } from './options.ts';

export type RehearsalState =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly rehearsal: Rehearsal }
  | { readonly kind: 'failed' };

export interface Rehearsals {
  /** How far the rehearsal of a draft is; it is begun if need be. @param again a failed one is begun anew */
  of(teaching: Teaching, again?: boolean): RehearsalState;
}

/** More drafts than are looked at together; the oldest are forgotten first, and tried again when looked at. */
const mostKept = 50;

interface Kept {
  /** The change that was tried, as text. */
  readonly change: string;
  /** The version of the knowledge it was compared with. */
  readonly knowledge: string;
  readonly state: RehearsalState;
}

export function createRehearsals(
  { rehearse, knowledge, onRehearsed }: Pick<TeachOptions, 'rehearse' | 'knowledge' | 'onRehearsed'>,
  log: Pick<Logger, 'error'>,
): Rehearsals {
  const kept = new Map<string, Kept>();
  let last: Promise<void> = Promise.resolve();

  function keep(id: string, value: Kept): void {
    kept.delete(id);
    kept.set(id, value);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  }

  async function run(id: string, change: Change): Promise<void> {
    const key = JSON.stringify(change);
    try {
      const rehearsal = await rehearse(change);
      keep(id, { change: key, knowledge: rehearsal.knowledge, state: { kind: 'done', rehearsal } });
    } catch (error) {
      log.error({ err: error }, 'a change of the knowledge could not be tried');
      keep(id, { change: key, knowledge: knowledge().base.version, state: { kind: 'failed' } });
    }
    onRehearsed();
  }

  return {
    of(teaching, again = false) {
      const known = kept.get(teaching.id);
      const key = JSON.stringify(teaching.change);
      if (known?.change === key) {
        const { state } = known;
        if (state.kind === 'running') return state;
        const holds = known.knowledge === knowledge().base.version;
        if (holds && !(again && state.kind === 'failed')) return state;
      }
      keep(teaching.id, { change: key, knowledge: '', state: { kind: 'running' } });
      last = last.then(() => run(teaching.id, teaching.change));
      return { kind: 'running' };
    },
  };
}
