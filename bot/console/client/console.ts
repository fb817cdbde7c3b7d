// The console's script. Every page works without it; it makes times local, renews the page and previews the reply.
import { showCount, startBulk } from './bulk.ts';
import { keepDraft } from './draft.ts';
import { startLive } from './live.ts';
import { enhanceReply, scrollToLatest } from './reply.ts';
import { startShortcuts } from './shortcuts.ts';
import { enhanceTextModules } from './textModules.ts';
import { localTimes } from './times.ts';
import { countDown } from './undo.ts';

const enhance = () => {
  localTimes(document);
  enhanceReply();
  enhanceTextModules();
  countDown();
  showCount();
};
// First: it keeps the page as the server wrote it, to see what is new.
startLive(enhance);
keepDraft();
enhance();
startShortcuts();
startBulk();
scrollToLatest();
