// What a pressed button does; typing its label does the same.
import type { Action } from './action.ts';
import { answerHere } from './collect.ts';
import { aboutOwn } from './decided.ts';
import { askForPerson } from './escalate.ts';
import { takeFeedback } from './feedback.ts';
import { handleOwn } from './ownEscalation.ts';
import { answerChosen, noneOfThese } from './question.ts';
import { say, suggestions } from './replies.ts';
import { rateReply } from './replyRating.ts';
import { answerSmallTalk, startOver } from './smallTalk.ts';
import type { Outcome, Talk } from './talk.ts';

/** Does what a button says. Whatever the bot was waiting for is given up. */
export async function act(given: Talk, action: Action): Promise<Outcome> {
  const talk: Talk = { ...given, state: { ...given.state, awaiting: null } };
  switch (action.action) {
    case 'ask': {
      const entry = talk.base.byId.get(action.entry);
      return entry ? answerChosen(talk, entry) : outdated(talk);
    }
    case 'noneOfThese':
      return talk.state.asked ? noneOfThese(talk, talk.state.asked) : askForPerson(talk);
    case 'person':
      return askForPerson(talk);
    case 'feedback':
      return takeFeedback(talk, action);
    case 'withdraw':
    case 'addDetails':
    case 'leaveEmail':
    case 'editQuestion':
      return aboutOwn(talk, handleOwn(talk, action.action, action.escalation));
    case 'answerHere':
      return aboutOwn(talk, answerHere(talk, action.escalation));
    case 'rateReply':
      return aboutOwn(talk, rateReply(talk, action.escalation, action.helped));
    case 'help':
    case 'cancel':
      return answerSmallTalk(talk, action.action);
    case 'startOver':
      return startOver(talk);
  }
}

function outdated(talk: Talk): Outcome {
  const { language, words, base, state } = talk;
  return { state, replies: [say(language, words.outdatedButton, { choices: suggestions(base, language) })] };
}
