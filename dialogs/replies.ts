// Makes replies: the neutral shape with what this one needs, and the buttons.
import { type Entry, entryText, hasLifeSpan, type KnowledgeBase, type Language } from '../knowledge/index.ts';
import type { Choice, Reply } from './reply.ts';
import { texts } from './texts/index.ts';

/** Teams shows six buttons on a card, and the two of feedback are among them. */
export const maxChoices = 6;
const maxRelated = 3;
/** The entry that tells how to reach ICLEI without us. */
const contactEntry = 'iclei-contact';
const suggested = ['what-is-iclei', 'smart-approach', 'how-companies-work-with-iclei'];

/** A sentence of the bot, and what it comes with. */
export function say(language: Language, text: string, extra: Partial<Reply> = {}): Reply {
  return {
    kind: 'other',
    language,
    text,
    sources: [],
    dates: null,
    choices: [],
    feedback: null,
    entry: null,
    confidence: null,
    escalation: null,
    author: { kind: 'bot' },
    ...extra,
  };
}

/** An entry that is given as the answer. */
export interface Given {
  readonly entry: Entry;
  /** 0 to 1. */
  readonly confidence: number;
  /** False: the visitor is told how the question was understood. */
  readonly certain: boolean;
  /** What else may have been meant, the likeliest first. */
  readonly others: readonly Entry[];
}

/** An entry that the visitor has picked. */
export function chosen(entry: Entry): Given {
  return { entry, confidence: 1, certain: true, others: [] };
}

/** An entry as an answer, with its sources, its dates and what one may ask next: first what else may have been meant. */
export function answerReply(
  base: KnowledgeBase,
  { entry, confidence, certain, others }: Given,
  wanted: Language,
  turnId: string,
  more: readonly Choice[] = [],
): Reply {
  const { text, language } = entryText(entry, wanted);
  const words = texts[wanted];
  const notices = [
    ...(certain ? [] : [words.takenAs(text.question)]),
    ...(language === wanted ? [] : [words.englishOnly]),
  ].map((notice) => `*${notice}*\n\n`);
  const related = entry.related.flatMap((id) => base.byId.get(id) ?? []);
  const next = [...new Set([...others, ...related])].slice(0, maxRelated);
  return say(language, notices.join('') + text.answer, {
    kind: 'answer',
    sources: entry.sources,
    dates: { asOf: entry.asOf, checkedOn: entry.checkedOn },
    choices: [...next.map((one) => askChoice(one, wanted)), ...more],
    feedback: { entry: entry.id, answer: turnId },
    entry: entry.id,
    confidence,
  });
}

/** "Is it one of these?", or of a single one: "Do you mean …?" */
export function didYouMean(
  language: Language,
  offered: readonly { readonly entry: Entry; readonly confidence: number }[],
): Reply {
  const words = texts[language];
  const questions = offered.map(({ entry }) => askChoice(entry, language));
  const [first, ...others] = questions;
  const single = first !== undefined && others.length === 0;
  const none = single ? words.buttons.notThis : words.buttons.noneOfThese;
  return say(language, single ? words.doYouMean(first.label) : words.didYouMean, {
    kind: 'didYouMean',
    confidence: offered[0]?.confidence ?? null,
    choices: [...questions, { label: none, action: { action: 'noneOfThese' } }],
  });
}

/** The button that asks an entry. */
export function askChoice(entry: Entry, language: Language): Choice {
  return { label: entryText(entry, language).text.question, action: { action: 'ask', entry: entry.id } };
}

/** Three questions to begin with: of entries that are served at any time, for a welcome is no turn and has no day. */
export function suggestions(base: KnowledgeBase, language: Language): Choice[] {
  const lasting = base.entries.filter((entry) => !hasLifeSpan(entry));
  const chosen = suggested.flatMap((id) => lasting.find((entry) => entry.id === id) ?? []);
  const others = lasting.filter((entry) => !chosen.includes(entry));
  return [...chosen, ...others].slice(0, suggested.length).map((entry) => askChoice(entry, language));
}

export function personChoice(language: Language): Choice {
  return { label: texts[language].buttons.person, action: { action: 'person' } };
}

export function cancelChoice(language: Language): Choice {
  return { label: texts[language].buttons.cancel, action: { action: 'cancel' } };
}

export function otherQuestionChoice(language: Language): Choice {
  return { label: texts[language].buttons.otherQuestion, action: { action: 'help' } };
}

/** Ways out when nothing more can be handed over: add to a question with staff, or reach ICLEI directly. */
export function limitChoices(base: KnowledgeBase, language: Language, waiting: string | undefined): Choice[] {
  const contact = base.byId.get(contactEntry);
  const add = (escalation: string): Choice => ({
    label: texts[language].addDetailsTo(escalation),
    action: { action: 'addDetails', escalation },
  });
  return [
    ...(waiting === undefined ? [] : [add(waiting)]),
    ...(contact ? [askChoice(contact, language)] : []),
    otherQuestionChoice(language),
  ];
}

/** What a visitor may do with a question that waits for staff. */
export function ownChoices(language: Language, escalation: string, which: readonly OwnAction[]): Choice[] {
  return which.map((action) => ({ label: texts[language].buttons[action], action: { action, escalation } }));
}
/** The same, where other things were talked about since: which question is meant must be said. */
export function withdrawChoice(language: Language, escalation: string): Choice {
  return { label: texts[language].withdrawNamed(escalation), action: { action: 'withdraw', escalation } };
}
export type OwnAction = 'addDetails' | 'leaveEmail' | 'withdraw' | 'editQuestion';
export const allOwnActions: readonly OwnAction[] = ['addDetails', 'leaveEmail', 'withdraw'];
