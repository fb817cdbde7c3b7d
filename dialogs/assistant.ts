// The bot's side of a conversation: (state, turn) -> (state, replies), and nothing else happens but what the ports do.
import { decide, type Knowledge, knowledgeOn, type Language } from '../knowledge/index.ts';
import { act } from './actions.ts';
import { type AskedLog, type AskedRecord, askedRecord } from './askedLog.ts';
import type { CollectionCodes } from './escalation/collectionCodes.ts';
import type { EscalationStore, FeedbackStore } from './escalation/escalationStore.ts';
import { findReference } from './escalation/reference.ts';
import type { OpeningHours } from './escalation/waitingTime.ts';
import { answerText } from './main.ts';
import { unsupported } from './notices.ts';
import { dayOf } from './reading/calendar.ts';
import { readChoice } from './reading/choice.ts';
import { isMostlyEmail } from './reading/email.ts';
import { readLanguageRequest } from './reading/languageRequest.ts';
import { looksUnfinished } from './reading/unfinished.ts';
import { asksWhatIsOn } from './reading/whatsOn.ts';
import { personChoice, say, suggestions } from './replies.ts';
import type { Reply } from './reply.ts';
import { passOn, staffTalk } from './silence.ts';
import type { DialogState } from './state.ts';
import { guarded, type Outcome, PortFault, type Talk } from './talk.ts';
import { texts } from './texts/index.ts';
import { maxTextLength, type Turn } from './turn.ts';

export interface AssistantOptions {
  /** What we know right now; asked anew for every turn, so that new knowledge needs no restart. */
  readonly knowledge: () => Knowledge;
  readonly escalations: EscalationStore;
  readonly feedback: FeedbackStore;
  readonly codes?: CollectionCodes;
  /** When staff are there. */
  readonly hours?: OpeningHours;
  /** Where it is written down what was asked; nothing is, if it is left out. */
  readonly asked?: AskedLog;
  /** Where the privacy notice is; null leaves the link out. */
  readonly privacyUrl: string | null;
  /** Whether replies go to the address a visitor leaves; else it is for staff alone. */
  readonly mailsReplies?: boolean;
  /** Told when a store fails; the visitor has got a sentence by then, or notices nothing. */
  readonly onFault?: (fault: Error) => void;
}

export interface Assistant {
  /** The first thing a visitor sees. */
  welcome(language: Language): readonly Reply[];
  /** Answers one turn. The turn handled last gives nothing and changes nothing. */
  handle(state: DialogState, turn: Turn): Promise<Outcome>;
  /** Whether a text is probably the first part of a question: worth a second's wait for the next message. */
  waitsForMore(state: DialogState, text: string): boolean;
}

export function createAssistant(options: AssistantOptions): Assistant {
  const ports = guarded(options, options.onFault);

  /** The visitor gets the answer, whether or not it could be counted. */
  async function writeDown(record: AskedRecord): Promise<void> {
    try {
      await options.asked?.record(record);
    } catch (cause) {
      options.onFault?.(new Error('What was asked could not be written down', { cause }));
    }
  }

  return {
    welcome(language) {
      const { base } = options.knowledge();
      const choices = [...suggestions(base, language), personChoice(language)];
      return [say(language, texts[language].welcome(options.privacyUrl), { kind: 'smallTalk', choices })];
    },

    async handle(stored, turn) {
      if (turn.id === stored.lastTurnId) return { state: stored, replies: [] };
      const state = withPickedLanguage(stored, turn);
      const language = state.language ?? turn.locale ?? 'en';
      const talk: Talk = {
        turn,
        state: { ...state, yesOrNo: null, silent: false },
        pending: state.yesOrNo,
        language,
        words: texts[language],
        // Whatever this turn looks up is known on its day.
        ...knowledgeOn(options.knowledge(), dayOf(turn.at)),
        ports,
      };
      try {
        const { state: next, replies, decided } = await respond(talk, state);
        await writeDown(await askedRecord(turn, talk, decided));
        const handled = { lastTurnId: turn.id, lastTurnAt: turn.at.toISOString() };
        return { state: { ...next, ...offeredBy(replies, next), ...handled }, replies };
      } catch (fault) {
        if (!(fault instanceof PortFault)) throw fault;
        options.onFault?.(fault);
        return {
          state: stored,
          replies: [unsupported(fault.storing ? 'storageFailure' : 'failure', language)],
        };
      }
    },

    waitsForMore(state, text) {
      const { matcher } = options.knowledge();
      // Nobody shall see the bot typing while staff talk.
      if (state.silent) return false;
      if (state.awaiting || readChoice(text, state.offered) || isComplete(text)) return false;
      return looksUnfinished(text, () => {
        const context = state.lastEntry === null ? {} : { context: state.lastEntry };
        return decide(matcher.match(text, context)).kind === 'answer';
      });
    },
  };
}

/** Whoever picks another language in the client wants it from now on, whatever was spoken before. */
function withPickedLanguage(state: DialogState, { locale }: Turn): DialogState {
  if (locale === null || locale === state.locale) return state;
  return { ...state, locale, language: state.locale === null ? state.language : locale };
}

async function respond(talk: Talk, before: DialogState): Promise<Outcome> {
  const { turn, language } = talk;
  const staff = await staffTalk(talk);
  const silence = staff && (await passOn(talk, staff));
  if (silence) return silence;
  if (turn.action) return act(talk, turn.action);
  // Before anything is trimmed: what has been cut may end in blanks.
  if (turn.text.length > maxTextLength) return { state: before, replies: [unsupported('tooLong', language)] };
  const text = turn.text.trim();
  if (text === '') return { state: before, replies: [unsupported('empty', language)] };
  return answerText(talk, text);
}

/** Short, but nothing is missing: a reference, a wish for another language, an address, "events in June". */
function isComplete(text: string): boolean {
  return (
    findReference(text) !== null ||
    readLanguageRequest(text) !== null ||
    isMostlyEmail(text) ||
    asksWhatIsOn(text)
  );
}

/** The buttons in sight: those of the replies just given, else those from before. */
function offeredBy(replies: readonly Reply[], state: DialogState): Pick<DialogState, 'offered'> {
  const offered = replies.flatMap(({ choices }) => choices);
  return { offered: offered.length > 0 ? offered.map((choice) => ({ ...choice })) : state.offered };
}
