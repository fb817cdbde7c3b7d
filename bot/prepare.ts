// The last step of an installation: learns the model and compiles the code, so that even the first start is quick. Nothing
// depends on it: what is missing or out of date is made at the start, and faults are told there.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { defaultCacheFolder } from './cacheFolder.ts';

enableCompileCache(join(defaultCacheFolder, 'code'));
const { startLearning } = await import('./knowledge/learnThread.ts');
const { parseSettings } = await import('./settings.ts');

if (existsSync('.env')) process.loadEnvFile('.env');
const read = parseSettings(process.env);
if (read.ok)
  await Promise.all([
    startLearning(read.settings.knowledgeFolder, read.settings.modelCacheFile),
    import('./app.ts'),
  ]);
