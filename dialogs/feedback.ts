// "Was this helpful?" A no is recorded and never the end: other words, or a person.
import { askedOf } from './escalate.ts';
import { otherQuestionChoice, say, suggestions } from './replies.ts';
import type { Outcome, Talk } from './talk.ts';

export interface Feedback {
  readonly entry: string;
  /** Turn that gave the answer. */
  readonly answer: string;
  readonly helpful: boolean;
}

/** Records what the visitor thinks of an answer of this conversation, and goes on from there. */
export async function takeFeedback(talk: Talk, { entry, answer, helpful }: Feedback): Promise<Outcome> {
  const { turn, state, language, words, base, ports } = talk;
  const given = state.answers.find(({ id }) => id === answer);
  if (!given || given.entry !== entry) {
    return {
      state,
      replies: [say(language, words.outdatedButton, { choices: suggestions(base, language) })],
    };
  }
  await ports.feedback.record({ conversation: turn.conversation, answer, entry, helpful, at: turn.at });
  if (helpful) {
    // A "no" given before is taken back: its question needs no person any more.
    const takenBack = state.asked?.tried.cause === 'notHelpful' && state.asked.tried.rejected.includes(entry);
    return {
      state: takenBack ? { ...state, asked: null } : state,
      replies: [say(language, words.feedbackThanks, { kind: 'smallTalk' })],
    };
  }
  const asked = askedOf(talk, given.question, 'notHelpful');
  return {
    state: {
      ...state,
      asked: { ...asked, tried: { ...asked.tried, rejected: [entry] } },
      justEscalated: null,
      yesOrNo: 'person',
    },
    replies: [
      say(language, words.feedbackSorry, {
        choices: [
          { label: words.buttons.sendToPerson, action: { action: 'person' } },
          otherQuestionChoice(language),
        ],
      }),
    ],
  };
}

/** "That didn't help", typed: it is about the answer given last. */
export async function takeTypedFeedback(talk: Talk, helpful: boolean): Promise<Outcome | null> {
  const last = talk.state.answers.at(-1);
  return last ? takeFeedback(talk, { entry: last.entry, answer: last.id, helpful }) : null;
}
