// The thread that learns: has Node.js keep its compiled code, for a thread does not inherit that, then loads and learns.
import { keepCompiledCode } from '../cacheFolder.ts';

keepCompiledCode();
await import('./learnKnowledge.ts');
