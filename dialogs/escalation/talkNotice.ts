// What a visitor is told when staff take their conversation over, or give it back to the bot.
import type { Escalation, EscalationCommand } from './escalation.ts';

export const talkNotices = ['takenOver', 'handedBack'] as const;
export type TalkNotice = (typeof talkNotices)[number];

/** @returns what a change means for the conversation, or null; visitors who end it themselves have their own answer */
export function noticeOf(
  before: Escalation,
  after: Escalation,
  { kind }: EscalationCommand,
): TalkNotice | null {
  if (before.staffOwns === after.staffOwns || kind === 'withdraw') return null;
  return after.staffOwns ? 'takenOver' : 'handedBack';
}
