// A logged activity as Direct Line clients see it.
import type { LoggedActivity } from './activityLog.ts';

/** How the bot is called towards channels. */
export const botAccount = { id: 'iclei-bot', name: 'ICLEI assistant', role: 'bot' } as const;

/** @returns one activity, or none where the log keeps something clients are not shown */
export function presentActivity(
  conversationId: string,
  logged: LoggedActivity,
): readonly Readonly<Record<string, unknown>>[] {
  if (logged.body.type !== 'message') return [];
  return [
    {
      ...logged.body,
      id: logged.id,
      timestamp: logged.at.toISOString(),
      channelId: 'directline',
      conversation: { id: conversationId },
      ...(logged.sender === 'visitor' ? {} : { from: botAccount }),
    },
  ];
}
