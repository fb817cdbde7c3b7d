// What was taught, as the live knowledge asks for it: one look tells whether it has changed, and what it is now.
import type { TeachingStore } from '../../dialogs/index.ts';
import type { Taught } from '../../knowledge/index.ts';

export type Overlay = Pick<TeachingStore, 'revision' | 'served'>;

export interface OverlayState {
  readonly revision: string;
  readonly taught: readonly Taught[];
}

/** The revision is read first: what is published in between is seen as a change at the next look. */
export async function readOverlay(overlay: Overlay): Promise<OverlayState> {
  const revision = await overlay.revision();
  return { revision, taught: await overlay.served() };
}

/** Of files that nothing is laid over. */
export const noOverlay: Overlay = { revision: async () => '', served: async () => [] };
