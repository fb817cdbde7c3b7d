// The shape an activity must have before the SDK sees it: what the SDK or our code reads, and nothing of a wrong kind.
// Conversation and accounts are stored with a question, so of these only what is named here is kept.
import { z } from 'zod';

/** Ids become steps of the address that replies are posted to: dots alone would lead out of it. */
const id = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^(?!\.{1,2}$)/u);
const account = z.object({ id, name: z.string().nullish(), aadObjectId: z.string().nullish() });

export const incomingActivitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2000),
  conversation: z.object({
    id,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  from: account,
  recipient: account,
  text: z.string().nullish(),
  locale: z.string().nullish(),
  deliveryMode: z.enum(['normal', 'notification', 'expectReplies', 'ephemeral']).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  name: z.string().nullish(),
  replyToId: z.string().nullish(),
  timestamp: z.string().nullish(),
});
export type IncomingActivity = z.infer<typeof incomingActivitySchema>;
