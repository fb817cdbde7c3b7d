// The command: has Node.js keep the compiled code, a quarter of a second of each start, then starts the service.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { defaultCacheFolder } from './cacheFolder.ts';

// Where the folder can't be written, or NODE_COMPILE_CACHE names another one, Node.js goes on as it would without this line.
enableCompileCache(join(defaultCacheFolder, 'code'));
await import('./start.ts');
