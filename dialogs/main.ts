// What a typed message is, in this order: a choice, what we asked for, a reference, a wish for a language or a person,
// small talk, an address, and last a question.
import type { Language } from '../knowledge/index.ts';
import { act } from './actions.ts';
import { openByCode } from './collect.ts';
import { aboutOwn } from './decided.ts';
import { askedOf, escalate } from './escalate.ts';
import { findCollectionCode } from './escalation/collectionCodes.ts';
import { findReference } from './escalation/reference.ts';
import { takeEmail, takeUnaskedEmail } from './ownEmail.ts';
import { newestReference, noneOwn, takeDetails, tellStatus } from './ownEscalation.ts';
import { takeEdit } from './ownWording.ts';
import { answerQuestion, askToRephrase, read } from './question.ts';
import { readChoice } from './reading/choice.ts';
import { isMostlyEmail, readEmail } from './reading/email.ts';
import { showEmail } from './reading/hiddenEmail.ts';
import { readLanguageRequest } from './reading/languageRequest.ts';
import { withoutMarkup } from './reading/markup.ts';
import { readOwnAction } from './reading/ownAction.ts';
import type { Intent } from './reading/phrases/phrases.ts';
import { personAbout, readSmallTalk, type SmallTalk } from './reading/smallTalk.ts';
import { asksWhatIsOn } from './reading/whatsOn.ts';
import { wordsOf } from './reading/words.ts';
import { answerReply, chosen, type OwnAction, say } from './replies.ts';
import { rateNewestReply } from './replyRating.ts';
import { answerSmallTalk } from './smallTalk.ts';
import type { DialogState } from './state.ts';
import { inLanguage, type Outcome, type Talk } from './talk.ts';
import type { Texts } from './texts/texts.ts';

/** A longer message with a reference in it is about something else. */
const maxWordsWithReference = 9;
/** Thanks with this much around them are still thanks, unless the knowledge has an answer. */
const maxThanksWords = 6;

/** What one is thankful for. */
const thanksFor = /^(?:for|por|pour|für|fuer|pela|pelas|pelo|pelos)\s[^?]*$/iu;

/** What gives up a question that we asked the visitor. */
const waysOut: readonly Intent[] = [
  'cancel',
  'startOver',
  'help',
  'no',
  'none',
  'bye',
  'thanks',
  'greeting',
  'isBot',
  'status',
  'insult',
];

/** Answers a typed message. */
export async function answerText(talk: Talk, text: string): Promise<Outcome> {
  const chosen = readChoice(text, talk.state.offered);
  if (chosen) return act(talk, chosen);
  const own = readOwnAction(text);
  if (own === 'replyHelped' || own === 'replyDidNotHelp') return rateTyped(talk, own === 'replyHelped');
  if (own) return ownAction(talk, own);
  const talked = readSmallTalk(text);
  const wished = readLanguageRequest(text);
  if (wished) return switchLanguage(talk, wished);
  const { awaiting } = talk.state;
  const code = findCollectionCode(text);
  const reference = wordsOf(text).length <= maxWordsWithReference ? findReference(text) : null;
  const leaves =
    (talked.intent !== null && talked.rest === '' && waysOut.includes(talked.intent)) ||
    code !== null ||
    // Asked for details one may well name another question; as a question or an address it makes no sense.
    (reference !== null && awaiting?.kind !== 'details' && awaiting?.kind !== 'edit');
  if (awaiting && !leaves) return takeAwaited(talk, text);
  const free = awaiting ? { ...talk, state: { ...talk.state, awaiting: null } } : talk;
  if (code !== null) return aboutOwn(free, openByCode(free, code));
  if (reference !== null) return aboutOwn(free, tellStatus(free, reference));
  if (talked.intent !== null && talked.rest === '' && !isAnswered(free, text, talked)) {
    // "Servus" and "ciao" are said on coming as well as on leaving; nobody begins by leaving.
    const comes = talked.mayGreet && talk.state.lastTurnId === null;
    const spoken = inLanguage(free, spokenLanguage(free, talked.languages));
    return answerSmallTalk(spoken, comes ? 'greeting' : talked.intent);
  }
  const about = personAbout(text);
  if (about !== null) return escalate(free, askedOf(free, about, 'askedForPerson'));
  const shown = showEmail(text, false);
  const email = isMostlyEmail(shown) ? await readEmail(shown) : null;
  if (email !== null) return aboutOwn(free, takeUnaskedEmail(free, email));
  return question(free, text, talked);
}

async function question(talk: Talk, text: string, talked: SmallTalk): Promise<Outcome> {
  const { intent, rest } = talked;
  const greeted = intent === null ? talk : inLanguage(talk, spokenLanguage(talk, talked.languages));
  if (intent !== null && isOnlyPolite(greeted, rest, intent)) return answerSmallTalk(greeted, intent);
  const spoken = intent === null || talk.state.language ? talk : greeted;
  const bare = withoutMarkup(rest);
  return bare === '' ? askToRephrase(spoken, text) : answerQuestion(spoken, bare, text);
}

/** "Thanks for the great explanation": no question, though we do not know each word of it. */
function isOnlyPolite(talk: Talk, rest: string, intent: Intent): boolean {
  const { verdict } = read(talk, rest);
  if (verdict.kind === 'answer' || asksWhatIsOn(rest)) return false;
  if (verdict.kind === 'noAnswer' && !verdict.intelligible) return true;
  const polite = intent === 'thanks' || intent === 'bye' || intent === 'helpful';
  if (intent === 'thanks' && thanksFor.test(rest)) return true;
  return (
    polite && !rest.includes('?') && wordsOf(rest).length <= maxThanksWords && verdict.kind === 'noAnswer'
  );
}

/** Whether a text with typing errors that looks like small talk is a question we can answer. */
function isAnswered(talk: Talk, text: string, { exact }: SmallTalk): boolean {
  return !exact && read(talk, text).verdict.kind === 'answer';
}

/** A text we asked for. */
async function takeAwaited(talk: Talk, text: string): Promise<Outcome> {
  const { awaiting } = talk.state;
  const free: Talk = { ...talk, state: { ...talk.state, awaiting: null } };
  switch (awaiting?.kind) {
    case 'details':
      return aboutOwn(free, takeDetails(free, awaiting.escalation, text));
    case 'edit':
      return aboutOwn(free, takeEdit(free, awaiting.escalation, text));
    case 'email': {
      const { verdict } = read(talk, text);
      const answered = verdict.kind === 'answer' && !text.includes('@');
      return answered
        ? answerQuestion(free, text, text)
        : aboutOwn(talk, takeEmail(talk, awaiting.escalation, awaiting.askedAgain));
    }
    case 'question': {
      const { result } = read(talk, text);
      const spoken = result.languageConfidence >= 0.8 ? inLanguage(free, result.language) : free;
      return escalate(spoken, askedOf(spoken, text, 'askedForPerson'));
    }
    case undefined:
      return answerQuestion(free, text, text);
  }
}

/** "That did not answer it", typed: about a staff reply, unless the bot has answered something since. */
async function rateTyped(talk: Talk, helped: boolean): Promise<Outcome> {
  const rated = talk.pending === 'feedback' ? null : await rateNewestReply(talk, helped);
  return rated ?? answerSmallTalk(talk, helped ? 'helpful' : 'notHelpful');
}

/** "Withdraw the question", typed when no such button is in sight: it means the newest one. */
async function ownAction(talk: Talk, action: OwnAction): Promise<Outcome> {
  const escalation = await newestReference(talk);
  return escalation === null ? aboutOwn(talk, noneOwn(talk)) : act(talk, { action, escalation });
}

/** Goes on in another language, and says the last answer again in it. */
function switchLanguage(talk: Talk, wished: Language): Outcome {
  const { state, words, base, turn } = inLanguage(talk, wished);
  const last = state.answers.at(-1);
  const entry = last && state.lastEntry === last.entry ? base.byId.get(last.entry) : undefined;
  const switched = say(wished, words.languageSwitched, { kind: 'smallTalk' });
  if (!last || !entry || state.asked || state.awaiting) {
    const text = `${words.languageSwitched} ${openQuestion(state, words)}`;
    return { state, replies: [say(wished, text, { kind: 'smallTalk' })] };
  }
  const answers = [...state.answers, { ...last, id: turn.id }].slice(-20);
  return {
    state: { ...state, answers, yesOrNo: 'feedback' },
    replies: [switched, answerReply(base, chosen(entry), wished, turn.id)],
  };
}

/** What we wait for, asked again; else the question that opens everything. */
function openQuestion({ awaiting }: DialogState, words: Texts): string {
  switch (awaiting?.kind) {
    case 'details':
      return words.askForDetails(awaiting.escalation);
    case 'edit':
      return words.askForEdit(awaiting.escalation);
    case 'email':
      return words.askForEmail(awaiting.escalation);
    case 'question':
      return words.whatIsTheQuestion;
    case undefined:
      return words.whatToKnow;
  }
}

/** The language of small talk: the conversation's if the words are in it ("ok", "hi"), else their own. */
function spokenLanguage({ state, turn, language }: Talk, spoken: readonly Language[]): Language {
  const preferred = [state.language, turn.locale].find((known) => known && spoken.includes(known));
  return preferred ?? spoken[0] ?? language;
}
