// The command: has Node.js keep the compiled code, a quarter of a second of each start, then starts the service.
import { keepCompiledCode } from './cacheFolder.ts';

keepCompiledCode();
await import('./start.ts');
