// Activity -> turn: what a visitor did, without the channel's clothes.
import { type Activity, TurnContext } from 'botbuilder';
import { parseAction, type Turn } from '../dialogs/index.ts';
import { parseLanguage } from '../knowledge/index.ts';
import { typedText } from './typedText.ts';

export type Incoming =
  | { readonly kind: 'turn'; readonly turn: Turn }
  /** A button we don't know (forged, or of an older version). */
  | { readonly kind: 'outdatedButton'; readonly turn: Turn }
  /** Files, pictures, voice: nothing a text bot can read. */
  | { readonly kind: 'attachment'; readonly turn: Turn };

/**
 * Reads a message activity.
 * @param more texts that followed at once and belong to the same question
 * @param at when the turn began
 */
export function readMessage(activity: Activity, more: readonly string[], at: Date): Incoming {
  const text = typedText([ownText(activity), ...more].join('\n'));
  const pressed = activity.value !== undefined && activity.value !== null && activity.value !== '';
  const action = pressed ? parseAction(activity.value) : null;
  const turn: Turn = {
    id: activity.id ?? at.toISOString(),
    conversation: conversationOf(activity),
    visitorId: activity.from.id,
    at,
    text: action === null ? text : '',
    action,
    locale: parseLanguage(activity.locale),
    reference: JSON.stringify(TurnContext.getConversationReference(activity)),
  };
  if (pressed && action === null) return { kind: 'outdatedButton', turn };
  if (text === '' && action === null && hasFiles(activity)) return { kind: 'attachment', turn };
  return { kind: 'turn', turn };
}

/** Names the conversation; a thread of a Teams channel is one of its own, for its id carries the message it began with. */
export function conversationOf(activity: Activity): { channel: string; id: string } {
  return { channel: activity.channelId, id: activity.conversation.id };
}

/** The text without the mention of the bot that a Teams channel puts into it. */
function ownText(activity: Activity): string {
  if (typeof activity.text !== 'string') return '';
  const mentions = (activity.entities ?? []).filter(
    (entity) => entity.type === 'mention' && mentionsBot(entity, activity.recipient.id),
  );
  return mentions.reduce(
    (text, { text: mention }) =>
      typeof mention === 'string' && mention !== '' ? text.replace(mention, '') : text,
    activity.text,
  );
}

function mentionsBot(entity: Readonly<Record<string, unknown>>, botId: string): boolean {
  const { mentioned } = entity;
  return typeof mentioned === 'object' && mentioned !== null && 'id' in mentioned && mentioned.id === botId;
}

function hasFiles(activity: Activity): boolean {
  // Teams repeats a message's formatted text as an attachment of type text/html: that is not a file.
  return (activity.attachments ?? []).some((attachment) => attachment.contentType !== 'text/html');
}
