// What else visitors may do with their own questions, besides adding to them and withdrawing them; and what staff do about those
// that were joined because they ask the same.
import type { Tried } from './escalation.ts';

export type VisitorCommand =
  /** Another wording, while nobody has answered; `tried` is what the bot knows of the new one. */
  | {
      readonly kind: 'editQuestion';
      readonly text: string;
      readonly tried: Pick<Tried, 'reason' | 'unknownWords'>;
    }
  /** Replies go into another conversation from now on. */
  | { readonly kind: 'moveHere'; readonly conversationReference: string }
  /** Staff answer a joined question by itself. */
  | { readonly kind: 'separate'; readonly staff: string }
  /** What the visitor thinks of the staff reply. */
  | { readonly kind: 'replyHelped' }
  | { readonly kind: 'replyDidNotHelp' };

export type VisitorCommandKind = VisitorCommand['kind'];
export const visitorCommandKinds = [
  'editQuestion',
  'moveHere',
  'separate',
  'replyHelped',
  'replyDidNotHelp',
] as const satisfies readonly VisitorCommandKind[];

/** Whether an event of the history is one of these. */
export function isVisitorCommandKind(kind: string): kind is VisitorCommandKind {
  return visitorCommandKinds.some((own) => own === kind);
}
