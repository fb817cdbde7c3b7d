// What was said in a conversation, for staff who answer in it.
import { z } from 'zod';
import { type ConversationKey, hideSecrets, maskPrivate } from '../dialogs/index.ts';
import { parseLanguage } from '../knowledge/index.ts';
import type { TranscriptLine } from './console/options.ts';
import type { ActivityLog, LoggedActivity } from './directLine/activityLog.ts';

/** Activities shown at most, the newest. */
const mostActivities = 200;

const spoken = z.object({
  channelData: z.object({
    reply: z.object({ text: z.string(), author: z.object({ name: z.string().optional() }) }),
  }),
});

/** @returns oldest first; empty for channels whose conversations we do not keep (their own clients do) */
export async function transcriptOf(
  log: Pick<ActivityLog, 'latest'>,
  conversation: ConversationKey,
): Promise<readonly TranscriptLine[]> {
  if (conversation.channel !== 'directline') return [];
  const logged = await log.latest(conversation.id, mostActivities);
  return Promise.all(logged.filter((activity) => activity.body.type === 'message').map(toLine));
}

/** What is private in a visitor's line, staff see no more than in the question. */
async function toLine(activity: LoggedActivity): Promise<TranscriptLine> {
  const reply = spoken.safeParse(activity.body).data?.channelData.reply;
  const typed = reply?.text ?? activity.body.text ?? '';
  const language = parseLanguage(activity.body.locale) ?? 'en';
  return {
    at: activity.at,
    from: activity.sender,
    name: reply?.author.name ?? null,
    text: activity.sender === 'visitor' ? (await maskPrivate(typed, language)).text : hideSecrets(typed),
  };
}
