// The knowledge at the start of the service: what the files say was learnt while the database was opened, now with what was taught.
import { type Learnt, learnInThread } from './learnInThread.ts';
import { startLearning } from './learnThread.ts';
import type { OverlayState } from './overlay.ts';

export async function withTaught(
  { knowledgeFolder, modelCacheFile }: { readonly knowledgeFolder: string; readonly modelCacheFile: string },
  ofFiles: Learnt,
  { taught }: OverlayState,
): Promise<Learnt> {
  // Faults of the files are the same either way.
  if (!ofFiles.ok) return ofFiles;
  const learnt = await learnInThread(startLearning(knowledgeFolder, modelCacheFile, taught));
  return learnt.ok ? { ...learnt, kept: ofFiles.kept.then(() => learnt.kept) } : learnt;
}
