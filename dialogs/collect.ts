// A question that was asked elsewhere, opened by its code: its status, its reply, and going on with it here.
import type { CollectionCode } from './escalation/collectionCodes.ts';
import { confirmed, notYours, owned, ownQuestions, refused, statusOf } from './ownEscalation.ts';
import { personChoice, say, suggestions } from './replies.ts';
import type { Outcome, Talk } from './talk.ts';

/** Questions of elsewhere that one conversation remembers. */
const mostCollected = 10;

/** A typed code. */
export async function openByCode(talk: Talk, code: CollectionCode): Promise<Outcome> {
  const { turn, state, words, ports } = talk;
  // A visitor's own question opens without its secret part anyway.
  const own = (await ownQuestions(talk)).find(({ reference }) => reference === code.reference);
  if (own) return statusOf(talk, own);
  if (!ports.codes) return notYours(talk);
  const { id: turnId, visitorId, conversation, at } = turn;
  const redeemed = await ports.codes.redeem(code, { turnId, visitorId, conversation, at });
  const escalation = redeemed.kind === 'right' ? await ports.escalations.byId(redeemed.escalationId) : null;
  if (!escalation)
    return turnedAway(talk, redeemed.kind === 'tooMany' ? words.tooManyCodes : words.wrongCode);
  const collected = [...state.collected, { reference: escalation.reference, here: false }].slice(
    -mostCollected,
  );
  return statusOf({ ...talk, state: { ...state, collected } }, escalation);
}

function turnedAway({ state, language, base }: Talk, text: string): Outcome {
  const choices = [...suggestions(base, language), personChoice(language)];
  return { state: { ...state, awaiting: null }, replies: [say(language, text, { choices })] };
}

/** "Answer me here": replies come into this conversation from now on. */
export async function answerHere(talk: Talk, reference: string): Promise<Outcome> {
  const { turn, state, words, ports } = talk;
  const escalation = await owned(talk, reference);
  if (!escalation) return notYours(talk);
  const result = await ports.escalations.change(
    escalation.id,
    { kind: 'moveHere', conversationReference: turn.reference },
    turn.at,
    null,
    turn.id,
  );
  if (!result.ok) return refused(talk, result.refusal, escalation);
  const collected = state.collected.map((one) =>
    one.reference === reference ? { ...one, here: true } : one,
  );
  const moved: Talk = { ...talk, state: { ...state, collected } };
  return confirmed(moved, result.escalation, words.answeredHere(reference));
}
