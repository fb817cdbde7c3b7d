// Kind sentences for what we cannot take, and for our own failures. bot/ uses them before a turn exists.
import type { Language } from '../knowledge/index.ts';
import { say } from './replies.ts';
import type { Reply } from './reply.ts';
import { texts } from './texts/index.ts';

export type UnsupportedKind =
  /** A file, a picture, a sound. */
  | 'attachment'
  | 'empty'
  /** More than maxTextLength characters. */
  | 'tooLong'
  | 'outdatedButton'
  /** A question could not be stored; nothing with a reference may be said. */
  | 'storageFailure'
  /** Anything else of ours failed. */
  | 'failure';

/** The sentence for something that has no other answer. */
export function unsupported(kind: UnsupportedKind, language: Language): Reply {
  return say(language, texts[language][kind]);
}
