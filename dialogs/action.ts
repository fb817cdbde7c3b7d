// What a button carries. It names the thing meant, never a text that would be matched again.
import { z } from 'zod';

const entryId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  .max(80);
const reference = z.string().min(4).max(24);

export const actionSchema = z.discriminatedUnion('action', [
  /** Answer this entry: a suggested question, or a choice of did-you-mean. */
  z.strictObject({ action: z.literal('ask'), entry: entryId }),
  /** None of the offered questions is meant. */
  z.strictObject({ action: z.literal('noneOfThese') }),
  /** Talk to a person. */
  z.strictObject({ action: z.literal('person') }),
  /** Was the answer given in turn `answer` helpful? */
  z.strictObject({
    action: z.literal('feedback'),
    entry: entryId,
    answer: z.string().min(1).max(200),
    helpful: z.boolean(),
  }),
  /** What the visitor may do with a question of their own that waits for staff. */
  z.strictObject({ action: z.literal('withdraw'), escalation: reference }),
  z.strictObject({ action: z.literal('addDetails'), escalation: reference }),
  z.strictObject({ action: z.literal('leaveEmail'), escalation: reference }),
  z.strictObject({ action: z.literal('editQuestion'), escalation: reference }),
  /** Replies to this question shall come into this conversation. */
  z.strictObject({ action: z.literal('answerHere'), escalation: reference }),
  /** Did the staff reply to this question help? */
  z.strictObject({ action: z.literal('rateReply'), escalation: reference, helped: z.boolean() }),
  z.strictObject({ action: z.literal('help') }),
  /** Gives up what we asked for. */
  z.strictObject({ action: z.literal('cancel') }),
  z.strictObject({ action: z.literal('startOver') }),
]);

export type Action = z.infer<typeof actionSchema>;

/**
 * Reads what came with a pressed button.
 * @param value an activity's value: anything at all
 * @returns the action, or null when it is none of ours (a forged or outdated button)
 */
export function parseAction(value: unknown): Action | null {
  const parsed = actionSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
