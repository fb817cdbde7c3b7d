// The console's script. Every page works without it; it makes times local, renews the page and previews the reply.
import { startLive } from './live.ts';
import { enhanceReply } from './reply.ts';
import { localTimes } from './times.ts';

localTimes(document);
enhanceReply();
startLive(() => localTimes(document));
