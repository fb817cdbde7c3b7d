// One thing a visitor did, as the dialogs see it. No channel, no SDK: bot/ makes it from an activity.
import type { Language } from '../knowledge/index.ts';
import type { Action } from './action.ts';

/** Names one conversation on one channel ("directline", "msteams", "terminal"). */
export interface ConversationKey {
  readonly channel: string;
  readonly id: string;
}

export interface Turn {
  /** The activity's id: the same turn handed in twice has the same id and one effect. */
  readonly id: string;
  readonly conversation: ConversationKey;
  readonly visitorId: string;
  readonly at: Date;
  /** What the visitor typed, cut somewhere beyond maxTextLength characters, or '' with a pressed button. */
  readonly text: string;
  /** A pressed button, already parsed by a schema; null for typed text. */
  readonly action: Action | null;
  /** The client's language, when it told one. */
  readonly locale: Language | null;
  /** The conversation reference as JSON text, opaque here: stored with an escalation, used by bot/ to reach the visitor again. */
  readonly reference: string;
}

/** Characters a message may have; a longer one gets a kind sentence (reliability S7). */
export const maxTextLength = 4000;
