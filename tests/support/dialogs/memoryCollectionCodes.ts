// Collection codes in memory: the secret part is always H4TM2, two wrong ones are too many.
import type { CollectionCodes } from '../../../dialogs/index.ts';

export function createMemoryCollectionCodes(): CollectionCodes {
  const issued = new Map<string, string>();
  let wrong = 0;
  return {
    async issue({ id, reference }) {
      issued.set(reference, id);
      return `${reference}-H4TM2`;
    },
    async redeem({ reference, secret }) {
      if (wrong >= 2) return { kind: 'tooMany' };
      const escalationId = issued.get(reference);
      if (escalationId !== undefined && secret === 'H4TM2') return { kind: 'right', escalationId };
      wrong += 1;
      return { kind: 'wrong' };
    },
  };
}
