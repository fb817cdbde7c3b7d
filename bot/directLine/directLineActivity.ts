// The activities a Direct Line client may send, and what the log keeps of them.
import { z } from 'zod';
import { typedText } from '../typedText.ts';

/** Events of stock clients that need no answer; any other event is refused. */
const quietEvents = ['startConversation', 'webchat/join', 'webchat/exit'] as const;

const clientId = z.string().min(1).max(200);

/** What a client may post. Unknown fields are dropped, not stored. */
export const incomingActivitySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    text: z
      .string()
      .nullish()
      .transform((text) => typedText(text ?? '')),
    locale: z.string().max(35).optional(),
    value: z.unknown().optional(),
    attachments: z.array(z.unknown()).nullish(),
    channelData: z.object({ clientActivityID: clientId.optional() }).nullish(),
  }),
  z.object({ type: z.literal('typing') }),
  z.object({ type: z.literal('event'), name: z.enum(quietEvents) }),
]);

/** What the log keeps: sent back to clients as it is. `value` is bounded, for it is stored. */
export const directLineActivitySchema = z.looseObject({
  type: z.enum(['message', 'conversationUpdate']),
  text: z.string().optional(),
  locale: z.string().optional(),
  value: z.unknown().optional(),
});
export type DirectLineActivity = z.infer<typeof directLineActivitySchema>;

/** Characters of JSON a button's value may have. */
export const maxValueLength = 2048;
