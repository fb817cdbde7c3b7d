// An address that visitors leave with a question of theirs, asked for or not.
import { isWaiting } from './escalate.ts';
import { asPlainText } from './markdown.ts';
import { confirmed, notYours, owned, refused } from './ownEscalation.ts';
import { readEmail } from './reading/email.ts';
import { showEmail } from './reading/hiddenEmail.ts';
import { cancelChoice, say, suggestions } from './replies.ts';
import type { Outcome, Talk } from './talk.ts';
import { mailTexts } from './texts/index.ts';

/** The text asked for after "leave an e-mail address". When it holds none we ask once more, then do without. */
export async function takeEmail(talk: Talk, reference: string, askedAgain: boolean): Promise<Outcome> {
  const { turn, state, language, words } = talk;
  const email = await readEmail(showEmail(turn.text, true));
  if (email !== null) return saveEmail(talk, reference, email);
  if (askedAgain) {
    return {
      state: { ...state, awaiting: null },
      replies: [say(language, words.noEmail, { choices: suggestions(talk.base, language) })],
    };
  }
  return {
    state: { ...state, awaiting: { kind: 'email', escalation: reference, askedAgain: true } },
    replies: [
      say(language, words.askForEmailAgain, { escalation: reference, choices: [cancelChoice(language)] }),
    ],
  };
}

/** Keeps an address with a question. */
async function saveEmail(talk: Talk, reference: string, email: string): Promise<Outcome> {
  const { turn, language, words, ports } = talk;
  const escalation = await owned(talk, reference);
  if (!escalation) return notYours(talk);
  const result = await ports.escalations.change(
    escalation.id,
    { kind: 'leaveEmail', email },
    turn.at,
    null,
    turn.id,
  );
  if (!result.ok) return refused(talk, result.refusal, escalation);
  const saved = ports.mailsReplies ? mailTexts(language).emailSaved : words.emailSaved;
  return confirmed(talk, result.escalation, saved(asPlainText(email, email.length), reference));
}

/** An address that nobody asked for: it goes to the question that waits, if there is one. */
export async function takeUnaskedEmail(talk: Talk, email: string): Promise<Outcome> {
  const { turn, state, language, words, ports } = talk;
  const own = await ports.escalations.ofConversation(turn.conversation);
  const waiting = own.find(isWaiting);
  if (waiting) return saveEmail(talk, waiting.reference, email);
  return {
    state,
    replies: [say(language, words.emailNotNeeded, { choices: suggestions(talk.base, language) })],
  };
}
