// The check, for a thread of its own beside the report.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkKnowledge } from '../check/check.ts';
import { createMatcher } from '../match/createMatcher.ts';

const { folder, now } = z.object({ folder: z.string(), now: z.date() }).parse(workerData);
parentPort?.postMessage(await checkKnowledge(folder, now, createMatcher));
