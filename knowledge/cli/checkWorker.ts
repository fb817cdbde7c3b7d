// The check, or a part of it, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkKnowledge } from '../check/check.ts';
import { createMatcher } from '../match/createMatcher.ts';

const part = z.object({ index: z.number(), count: z.number() });
const order = z.object({ folder: z.string(), now: z.date(), part }).parse(workerData);
parentPort?.postMessage(await checkKnowledge(order.folder, order.now, createMatcher, order.part));
