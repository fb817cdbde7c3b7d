// While staff talk with a visitor themselves the bot says nothing: what the visitor writes goes to them, and stays with the question
// they talk about. The buttons for one's own questions still work, for the visitor asks the bot for something there.
import type { Action } from './action.ts';
import { findCollectionCode } from './escalation/collectionCodes.ts';
import type { Escalation } from './escalation/escalation.ts';
import { maskPrivate } from './maskPrivate.ts';
import { ownQuestions } from './ownEscalation.ts';
import { askChoice } from './replies.ts';
import type { Outcome, Talk } from './talk.ts';
import { maxTextLength } from './turn.ts';

/** The question about which staff talk in this conversation, if they do. */
export async function staffTalk(talk: Talk): Promise<Escalation | null> {
  // Where one only looked at a question of elsewhere, nobody talks.
  const onlySeen = new Set(talk.state.collected.flatMap(({ reference, here }) => (here ? [] : [reference])));
  const own = await ownQuestions(talk);
  return own.find(({ staffOwns, reference }) => staffOwns && !onlySeen.has(reference)) ?? null;
}

/** @returns the bot's silence, or null when the turn is for the bot all the same */
export async function passOn(talk: Talk, { id }: Escalation): Promise<Outcome | null> {
  const { turn, state, ports } = talk;
  if (isForBot(talk)) return null;
  const { text } = await maskPrivate(saidIn(talk).trim(), talk.language);
  const silent: Outcome = {
    state: { ...state, awaiting: null, unanswered: null, silent: true },
    replies: [],
  };
  if (text === '') return silent;
  const result = await ports.escalations.change(id, { kind: 'addDetails', text }, turn.at, null, turn.id);
  // It has ended this very moment: then the bot is there again.
  return result.ok ? silent : null;
}

/** What is asked of the bot itself, or can't be passed on. */
function isForBot({ turn, state }: Talk): boolean {
  if (turn.action) return isOwn(turn.action) || (turn.action.action === 'cancel' && state.awaiting !== null);
  // Too long to be kept: whoever wrote it has to know.
  if (turn.text.length > maxTextLength) return true;
  // What opens a question is for nobody's eyes.
  if (findCollectionCode(turn.text) !== null) return true;
  if (state.awaiting?.kind === 'edit') return true;
  if (state.awaiting?.kind === 'email') return turn.text.includes('@');
  return state.offered.some(({ label, action }) => isOwn(action) && label === turn.text.trim());
}

/** What was typed; of another button, what it says: it stands in the conversation like a text. */
function saidIn({ turn: { action, text }, state, base, language }: Talk): string {
  if (action === null) return text;
  const entry = action.action === 'ask' ? base.byId.get(action.entry) : undefined;
  if (entry) return askChoice(entry, language).label;
  return state.offered.find((choice) => choice.action.action === action.action)?.label ?? '';
}

const ownActions: readonly Action['action'][] = [
  'withdraw',
  'addDetails',
  'leaveEmail',
  'editQuestion',
  'answerHere',
  'rateReply',
];

function isOwn({ action }: Action): boolean {
  return ownActions.includes(action);
}
