// Where the service keeps what it can make again: the matcher's model, and its own code as V8 has compiled it.
import { join } from 'node:path';

/** Goes and comes with the installation, as the caches of other tools do; CACHE_FOLDER names another one. */
export const defaultCacheFolder = join(import.meta.dirname, '../node_modules/.cache/iclei-question-bot');

/** The file for the matcher's model. */
export function modelCacheFile(cacheFolder: string = defaultCacheFolder): string {
  return join(cacheFolder, 'model.cache');
}
