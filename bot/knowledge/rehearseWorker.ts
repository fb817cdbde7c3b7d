// Tries a change of the knowledge: what is served now comes from the cache, what would be is learnt and kept there, so that
// publishing it takes no second learning.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import {
  changeSchema,
  languages,
  layOver,
  openMatcher,
  parseKnowledge,
  readKnowledgeFiles,
  readQuestionFiles,
  rehearse,
} from '../../knowledge/index.ts';
import { learnOrTake } from './modelCache.ts';
import { taughtSchema } from './taughtSchema.ts';

const order = z
  .object({
    folder: z.string(),
    cacheFile: z.string(),
    taught: taughtSchema,
    change: changeSchema,
    asked: z.array(z.object({ question: z.string(), language: z.enum(languages) })),
    today: z.string(),
  })
  .parse(workerData);
const [{ files }, questions] = await Promise.all([
  readKnowledgeFiles(order.folder),
  readQuestionFiles(order.folder),
]);
const served = parseKnowledge(layOver(files, order.taught).files);
const before = served.ok ? served.knowledge.version : '';
const kept: (() => Promise<void>)[] = [];
const rehearsal = await rehearse({ ...order, files, questionFiles: questions.files }, async (knowledge) => {
  const taught = order.taught.length > 0 || knowledge.version !== before;
  const { learnt, keep } = await learnOrTake(order.cacheFile, knowledge, taught);
  kept.push(keep);
  return openMatcher(knowledge, learnt);
});
parentPort?.postMessage({ ...rehearsal, knowledge: before });
for (const keep of kept) await keep();
