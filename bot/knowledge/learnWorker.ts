// Loads the knowledge and learns the matcher's model in a thread of its own: the service starts, or goes on answering, meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { loadTaught } from '../../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { learnOrTake } from './modelCache.ts';
import { taughtSchema } from './taughtSchema.ts';

const { folder, cacheFile, taught } = z
  .object({ folder: z.string(), cacheFile: z.string(), taught: taughtSchema })
  .parse(workerData);
// Before reading: what changes while we read is seen as a change.
const looks = await fingerprint(folder);
const { loaded, standings } = await loadTaught(folder, taught);
if (loaded.ok) {
  // A map with a lock on it does not cross to another thread; it is built anew there.
  const { byId: _, ...knowledge } = loaded.knowledge;
  const { learnt, keep } = await learnOrTake(cacheFile, loaded.knowledge, taught.length > 0);
  parentPort?.postMessage({ ok: true, knowledge, learnt, fingerprint: looks, standings });
  await keep();
} else parentPort?.postMessage(loaded);
