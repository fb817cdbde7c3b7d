// Loads the knowledge and learns the matcher's model, in the thread of learnWorker.ts: the service starts, or goes on answering, meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { learnModel, parseTaught, readTaught } from '../../knowledge/index.ts';
import { fingerprint } from './fingerprint.ts';
import { keep, modelKey, pack, takeKept } from './modelCache.ts';
import { taughtSchema } from './taughtSchema.ts';

const { folder, cacheFile, taught } = z
  .object({ folder: z.string(), cacheFile: z.string(), taught: taughtSchema })
  .parse(workerData);
// Before reading: what changes while we read is seen as a change.
const looks = await fingerprint(folder);
const read = await readTaught(folder, taught);
const { standings } = read;
const key = await modelKey(read.version);
const isTaught = taught.length > 0;
const kept = read.faults.length === 0 ? await takeKept(cacheFile, key, isTaught) : null;
if (kept) tell(kept);
else {
  const loaded = parseTaught(read);
  if (loaded.ok) {
    const { knowledge } = loaded;
    const packed = pack({ knowledge, learnt: learnModel(knowledge) });
    // A copy: what is handed over is gone here.
    tell(new Uint8Array(packed));
    await keep(cacheFile, key, isTaught, packed);
  } else parentPort?.postMessage(loaded);
}

/** Hands over what was learnt without copying it. */
function tell(packed: Uint8Array): void {
  const { buffer } = packed;
  const moved = buffer instanceof ArrayBuffer ? [buffer] : [];
  parentPort?.postMessage({ ok: true, packed, fingerprint: looks, standings }, moved);
}
