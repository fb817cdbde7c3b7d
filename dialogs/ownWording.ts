// Another wording of a question that waits for staff: visitors see what is stored, and may change it.
import { thoughtsOf } from './escalate.ts';
import { stored } from './markdown.ts';
import { maskPrivate } from './maskPrivate.ts';
import { confirmed, notYours, owned, refused } from './ownEscalation.ts';
import type { Outcome, Talk } from './talk.ts';

/** The text asked for after "change the text". */
export async function takeEdit(talk: Talk, reference: string, typed: string): Promise<Outcome> {
  const { turn, words, language, ports } = talk;
  const escalation = await owned(talk, reference);
  if (!escalation) return notYours(talk);
  const { text, bare } = await maskPrivate(typed, language);
  const result = await ports.escalations.change(
    escalation.id,
    { kind: 'editQuestion', text, tried: thoughtsOf(talk, bare) },
    turn.at,
    null,
    turn.id,
  );
  if (!result.ok) return refused(talk, result.refusal, escalation);
  return confirmed(talk, result.escalation, words.edited(reference, stored(result.escalation.question)));
}
