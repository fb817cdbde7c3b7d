// What the bot remembers of one conversation between two turns: small, plain JSON, with a version.
import { z } from 'zod';
import { languages } from '../knowledge/index.ts';
import { actionSchema } from './action.ts';
import { triedSchema } from './escalation/escalation.ts';

/** A question that has no answer yet, with all that staff will want to know about it. */
const askedSchema = z.object({ text: z.string(), tried: triedSchema });

const stateSchema = z.object({
  version: z.literal(1),
  /** The turn handled last: the same one again changes nothing. */
  lastTurnId: z.string().nullable(),
  /** When it came (ISO): whether staff have replied since. */
  lastTurnAt: z.iso.datetime().nullable().default(null),
  language: z.enum(languages).nullable(),
  /** The client's language in the turn handled last: another one means that the visitor has just picked it. */
  locale: z.enum(languages).nullable().default(null),
  /** The entry answered last: what "it" means. */
  lastEntry: z.string().nullable(),
  /** The latest answers, the newest last: which question each button "not helpful" is about. */
  answers: z.array(z.object({ id: z.string(), entry: z.string(), question: z.string() })),
  /** The question on the table: clarified, or found badly answered, but not yet with staff. */
  asked: askedSchema.nullable(),
  /** The last text that got no answer, and when (ISO): the next message may be its second half. */
  unanswered: z.object({ text: z.string(), at: z.iso.datetime() }).nullable(),
  /** Whether we asked "did you mean" since the last answer: at most once in a row. */
  clarified: z.boolean(),
  /** Buttons of the last reply that had any: typing a label, or its number, presses it. */
  offered: z.array(z.object({ label: z.string(), action: actionSchema })),
  /** What the last reply leaves open to a bare "yes" or "no". */
  yesOrNo: z.enum(['feedback', 'didYouMean', 'person', 'anythingElse']).nullable(),
  /** What the next text will be taken for. */
  awaiting: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('question') }),
      z.object({ kind: z.literal('details'), escalation: z.string() }),
      z.object({ kind: z.literal('edit'), escalation: z.string() }),
      z.object({ kind: z.literal('email'), escalation: z.string(), askedAgain: z.boolean() }),
    ])
    .nullable(),
  /** References of questions asked elsewhere that were opened here by their code; `here`: the reply comes here. */
  collected: z.array(z.object({ reference: z.string(), here: z.boolean() })).default([]),
  /** Reference of the escalation opened last, as long as nothing was answered since. */
  justEscalated: z.string().nullable(),
  /** Staff talked with the visitor in the turn handled last. */
  silent: z.boolean().default(false),
});

export type DialogState = Readonly<z.infer<typeof stateSchema>>;
export type AskedQuestion = NonNullable<DialogState['asked']>;

export const emptyState: DialogState = {
  version: 1,
  lastTurnId: null,
  lastTurnAt: null,
  language: null,
  locale: null,
  lastEntry: null,
  answers: [],
  asked: null,
  unanswered: null,
  clarified: false,
  offered: [],
  yesOrNo: null,
  awaiting: null,
  collected: [],
  justEscalated: null,
  silent: false,
};

/** Whether the last buttons shown are about one of the visitor's own questions: nothing else was talked about since. */
export function isInSight({ offered }: DialogState, reference: string): boolean {
  return offered.some(({ action }) => 'escalation' in action && action.escalation === reference);
}

/**
 * Reads a stored state.
 * @param value whatever the storage gave back
 * @returns the state, or the empty one when it cannot be read: the conversation then starts anew
 */
export function parseDialogState(value: unknown): DialogState {
  const parsed = stateSchema.safeParse(value);
  return parsed.success ? parsed.data : emptyState;
}
