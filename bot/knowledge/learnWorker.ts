// Loads the knowledge and learns the matcher's model in a thread of its own: the service starts, or goes on answering, meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { learnModel, loadKnowledge } from '../../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { keepModel, keptModel, modelKey } from './modelCache.ts';

const { folder, cacheFile } = z.object({ folder: z.string(), cacheFile: z.string() }).parse(workerData);
// Before reading: what changes while we read is seen as a change.
const looks = await fingerprint(folder);
const loaded = await loadKnowledge(folder);
if (loaded.ok) {
  // A map with a lock on it does not cross to another thread; it is built anew there.
  const { byId: _, ...knowledge } = loaded.knowledge;
  const key = await modelKey(knowledge.version);
  const kept = await keptModel(cacheFile, key);
  const learnt = kept ?? learnModel(loaded.knowledge);
  parentPort?.postMessage({ ok: true, knowledge, learnt, fingerprint: looks });
  if (!kept) await keepModel(cacheFile, key, learnt);
} else parentPort?.postMessage(loaded);
