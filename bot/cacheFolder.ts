// Where the service keeps what it can make again: the matcher's model, and its own code as V8 has compiled it.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Goes and comes with the installation, as the caches of other tools do; CACHE_FOLDER names another one. */
export const defaultCacheFolder = join(import.meta.dirname, '../node_modules/.cache/iclei-question-bot');

/**
 * Has Node.js keep what it compiles from here on. Where the folder can't be written, or NODE_COMPILE_CACHE names another one, it
 * goes on as it would without.
 */
export function keepCompiledCode(): void {
  enableCompileCache(join(defaultCacheFolder, 'code'));
}

/** The file for the matcher's model. */
export function modelCacheFile(cacheFolder: string = defaultCacheFolder): string {
  return join(cacheFolder, 'model.cache');
}
