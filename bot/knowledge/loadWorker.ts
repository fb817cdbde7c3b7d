// Reads and checks the knowledge in a thread of its own: a running service goes on answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge } from '../../knowledge/index.ts';

const loaded = await loadKnowledge(String(workerData));
// A map with a lock on it does not cross to another thread; it is built anew there.
parentPort?.postMessage(
  loaded.ok
    ? { ok: true, knowledge: { ...loaded.knowledge, byId: undefined } }
    : { ok: false, faults: loaded.faults },
);
