// Answers to what is no question: greetings, thanks, "yes", "are you a bot", "start over".
import type { Entry } from '../knowledge/index.ts';
import { aboutOwn, decided } from './decided.ts';
import { askForPerson, settle } from './escalate.ts';
import { takeTypedFeedback } from './feedback.ts';
import { tellNewestStatus } from './ownEscalation.ts';
import { answerChosen, noneOfThese } from './question.ts';
import type { Intent } from './reading/phrases/phrases.ts';
import { otherQuestionChoice, personChoice, say, suggestions } from './replies.ts';
import type { Choice } from './reply.ts';
import { rateJustReplied } from './replyRating.ts';
import { emptyState } from './state.ts';
import type { Outcome, Talk } from './talk.ts';

/** Answers small talk. It never changes what is on the table, unless that is what was said. */
export async function answerSmallTalk(talk: Talk, intent: Intent): Promise<Outcome> {
  const { state, pending, language, words, base } = talk;
  const ideas = suggestions(base, language);
  switch (intent) {
    case 'startOver':
      return startOver(talk);
    case 'cancel':
      return chat({ ...talk, state: settle(state) }, words.cancelled, ideas);
    case 'person':
      return askForPerson(talk);
    case 'status':
      return aboutOwn(talk, tellNewestStatus(talk));
    case 'isBot':
      return chat(talk, words.isBot, [...ideas, personChoice(language)]);
    case 'help':
      return chat(talk, words.help, [...ideas, personChoice(language)]);
    case 'notHelpful':
      return (await rateJustReplied(talk, false)) ?? (await takeTypedFeedback(talk, false)) ?? comfort(talk);
    case 'insult':
      return comfort(talk);
    case 'helpful':
      return (
        (await rateJustReplied(talk, true)) ??
        (await takeTypedFeedback(talk, true)) ??
        chat(talk, words.thanks, [])
      );
    case 'none':
    case 'no':
      if (state.asked && (pending === 'didYouMean' || (intent === 'none' && state.clarified))) {
        return noneOfThese(talk, state.asked);
      }
      if (pending === 'feedback') {
        const outcome = await takeTypedFeedback(talk, false);
        if (outcome) return outcome;
      }
      if (pending === 'anythingElse') return chat(talk, words.bye, []);
      return chat({ ...talk, state: pending === 'person' ? settle(state) : state }, words.goAhead, ideas);
    case 'yes':
      if (pending === 'person') return askForPerson(talk);
      if (pending === 'didYouMean') {
        const entry = onlyOffered(talk);
        if (entry) return answerChosen(talk, entry);
      }
      if (pending === 'feedback') {
        const outcome = await takeTypedFeedback(talk, true);
        if (outcome) return outcome;
      }
      return chat(talk, words.goAhead, ideas);
    case 'bye':
      return chat(talk, words.bye, []);
    case 'thanks':
      return chat({ ...talk, state: { ...state, yesOrNo: 'anythingElse' } }, words.thanks, []);
    case 'greeting':
      return chat(talk, words.greeting, ideas);
  }
}

/** Forgets what was talked about. Questions with staff stay there, and the buttons of earlier answers keep working. */
export function startOver(talk: Talk): Outcome {
  const { answers, collected, language, locale, lastTurnId } = talk.state;
  const state = { ...emptyState, answers, collected, language, locale, lastTurnId };
  return chat({ ...talk, state }, talk.words.startOver, suggestions(talk.base, talk.language));
}

/** The one question that was offered: "yes" means it. Of several it means none. */
function onlyOffered({ state, base }: Talk): Entry | undefined {
  const [only, ...others] = state.offered.flatMap(({ action }) =>
    action.action === 'ask' ? action.entry : [],
  );
  return only !== undefined && others.length === 0 ? base.byId.get(only) : undefined;
}

/** Anger is no question: a kind word, and a person if wished. */
function comfort(talk: Talk): Outcome {
  const { state, language, words } = talk;
  const choices = [personChoice(language), otherQuestionChoice(language)];
  return chat({ ...talk, state: { ...state, yesOrNo: 'person' } }, words.comfort, choices);
}

function chat(talk: Talk, text: string, choices: readonly Choice[]): Outcome {
  return {
    state: talk.state,
    replies: [say(talk.language, text, { kind: 'smallTalk', choices })],
    decided: decided(talk, 'smallTalk'),
  };
}
