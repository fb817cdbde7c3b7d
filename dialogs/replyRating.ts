// "That did not answer it": what a visitor thinks of a staff reply. A no puts the question back into the queue.
import { aboutOwn } from './decided.ts';
import type { Escalation } from './escalation/escalation.ts';
import { notYours, owned, ownQuestions, refused } from './ownEscalation.ts';
import { cancelChoice, say, suggestions } from './replies.ts';
import type { Outcome, Talk } from './talk.ts';

/** A button under a staff reply. */
export async function rateReply(talk: Talk, reference: string, helped: boolean): Promise<Outcome> {
  const escalation = await owned(talk, reference);
  return escalation?.reply ? rate(talk, escalation, helped) : notYours(talk);
}

async function rate(talk: Talk, escalation: Escalation, helped: boolean): Promise<Outcome> {
  const { turn, state, language, words, base, ports } = talk;
  const { id, reference } = escalation;
  const kind = helped ? 'replyHelped' : 'replyDidNotHelp';
  const result = await ports.escalations.change(id, { kind }, turn.at, null, turn.id);
  if (helped) {
    // Thanks for a reply to a question that is closed by now are still thanks.
    const choices = suggestions(base, language);
    return { state, replies: [say(language, words.feedbackThanks, { kind: 'smallTalk', choices })] };
  }
  if (!result.ok) return refused(talk, result.refusal, escalation);
  return {
    state: { ...state, awaiting: { kind: 'details', escalation: reference }, justEscalated: reference },
    replies: [
      say(language, words.reopened(reference), { escalation: reference, choices: [cancelChoice(language)] }),
    ],
  };
}

/** The button's words, typed: they are about the newest reply. */
export async function rateNewestReply(talk: Talk, helped: boolean): Promise<Outcome | null> {
  const newest = await newestReplied(talk);
  return newest && aboutOwn(talk, rate(talk, newest, helped));
}

/** "That didn't help": about a staff reply only if one came since the visitor wrote last, else about the bot's answer. */
export async function rateJustReplied(talk: Talk, helped: boolean): Promise<Outcome | null> {
  const { lastTurnAt } = talk.state;
  if (lastTurnAt === null) return null;
  const newest = await newestReplied(talk);
  const since = newest?.reply && newest.reply.at.toISOString() > lastTurnAt;
  return newest && since ? aboutOwn(talk, rate(talk, newest, helped)) : null;
}

async function newestReplied(talk: Talk): Promise<Escalation | null> {
  const replied = (await ownQuestions(talk)).filter(({ reply }) => reply !== null);
  const newestFirst = replied.toSorted((a, b) => (b.reply?.at.getTime() ?? 0) - (a.reply?.at.getTime() ?? 0));
  return newestFirst[0] ?? null;
}
