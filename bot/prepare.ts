// The last step of an installation: learns the model and compiles the code, so that even the first start is quick. Nothing
// depends on it: what is missing or out of date is made at the start, and faults are told there.
import { keepCompiledCode } from './cacheFolder.ts';

keepCompiledCode();
const { startLearning } = await import('./knowledge/learnThread.ts');
const { readSettings } = await import('./settings.ts');

const read = readSettings();
if (read.ok)
  await Promise.all([
    startLearning(read.settings.knowledgeFolder, read.settings.modelCacheFile),
    import('./app.ts'),
  ]);
