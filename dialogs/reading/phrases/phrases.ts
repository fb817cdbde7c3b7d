// What people type that is not a question. One language is one file; matching ignores case, accents and punctuation.
import type { Language } from '../../../knowledge/index.ts';

/** What a piece of small talk means. */
export const intents = [
  'startOver',
  'cancel',
  'person',
  'status',
  'notHelpful',
  'insult',
  'isBot',
  'help',
  'helpful',
  'none',
  'no',
  'yes',
  'bye',
  'thanks',
  'greeting',
] as const;
export type Intent = (typeof intents)[number];

export interface Phrases extends Readonly<Record<Intent, readonly string[]>> {
  /** Words and groups of words that may stand around small talk and say nothing of their own. */
  readonly fillers: readonly string[];
  /** Words that nobody ends a message with: more is coming. */
  readonly openEnds: readonly string[];
  /** What stands between "talk to a person" and what about ("talk to a person about our membership"). */
  readonly about: readonly string[];
  /** "The first", "the second" … in that order, up to the fourth. */
  readonly ordinals: readonly (readonly string[])[];
  /** Other wordings of the buttons on a question of one's own. */
  readonly own: Readonly<
    Record<'addDetails' | 'leaveEmail' | 'withdraw' | 'editQuestion' | 'replyDidNotHelp', readonly string[]>
  >;
  /** How the five languages are called in this one. */
  readonly languageNames: Readonly<Record<Language, readonly string[]>>;
  /** What else stands in a request to change the language. */
  readonly languageRequest: readonly string[];
}

/** Every verb with every noun: "talk to" x "a person", "a human" … */
export function product(verbs: readonly string[], nouns: readonly string[]): string[] {
  return verbs.flatMap((verb) => nouns.map((noun) => `${verb} ${noun}`));
}
