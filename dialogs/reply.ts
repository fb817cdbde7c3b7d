// What the bot says, before any channel renders it: one neutral shape for web widget, Teams card and plain text.
import type { Language, Source } from '../knowledge/index.ts';
import type { Action } from './action.ts';

export type ReplyKind = 'answer' | 'didYouMean' | 'noAnswer' | 'smallTalk' | 'other' | 'staff';

export interface Choice {
  /** What the button says; typing it does the same. */
  readonly label: string;
  readonly action: Action;
}

export interface Reply {
  readonly kind: ReplyKind;
  /** The language the text is in. */
  readonly language: Language;
  /** Markdown of the allow-list: paragraphs, **bold**, *italic*, lists, https, mailto and tel links. */
  readonly text: string;
  /** Shown under an answer; empty elsewhere. */
  readonly sources: readonly Source[];
  /** The dates under an answer: what time it is true for, when it was last checked (ISO). */
  readonly dates: { readonly asOf: string; readonly checkedOn: string } | null;
  /** At most 6 (Teams' limit for a card). */
  readonly choices: readonly Choice[];
  /** Present when the visitor may say whether this answer helped. */
  readonly feedback: { readonly entry: string; readonly answer: string } | null;
  /** The entry answered, and the confidence it was chosen with (1 when the visitor pressed its button). */
  readonly entry: string | null;
  readonly confidence: number | null;
  /** Reference of the escalation this reply is about. */
  readonly escalation: string | null;
  /** Who speaks: the bot, or a member of staff by name. */
  readonly author: { readonly kind: 'bot' } | { readonly kind: 'staff'; readonly name: string };
}
