// The shape of what we know, after loading: facts are filled in, every field is checked, nothing changes any more.
import type { Language } from './language.ts';

/** Where an answer comes from: what a visitor sees under it. */
export interface Source {
  readonly title: string;
  /** https only */
  readonly url: string;
  /** As the curator wrote it: "2017-08-02", "2014-09", "2025", "undated (c. 2015)". */
  readonly date: string;
}

/** What an entry says in one language. */
export interface EntryText {
  /** The canonical wording, shown in did-you-mean and as a suggested question. */
  readonly question: string;
  /** Other wordings; the canonical one is not repeated here. */
  readonly phrasings: readonly string[];
  /** Markdown of the allow-list (paragraphs, **bold**, lists, https and mailto links), facts filled in. */
  readonly answer: string;
  /** What "it" or "they" means after this answer, for follow-ups ("the Solutions Gateway"); absent if nothing does. */
  readonly about?: string;
}

/** An event that an entry tells of, with its days: what "what is on in June?" is answered from. */
export interface DatedEvent {
  readonly name: Readonly<Record<Language, string>>;
  readonly place: Readonly<Record<Language, string>> | null;
  /** ISO days, the last one included. */
  readonly from: string;
  readonly to: string;
  /** Where the days come from. */
  readonly source: Source;
}

export interface Entry {
  /** kebab-case, never reused */
  readonly id: string;
  /** One of `topics`. */
  readonly topic: Topic;
  /** English is always there. */
  readonly texts: Readonly<{ en: EntryText } & Partial<Record<Language, EntryText>>>;
  readonly sources: readonly [Source, ...Source[]];
  /** The time the answer is true for, as the sources say it: "2025", "2017-08-02". */
  readonly asOf: string;
  /** ISO dates: when a curator last compared the answer with its sources, and when to do it again. */
  readonly checkedOn: string;
  readonly reviewBy: string;
  /** ISO days: the first and the last on which the entry is served; without one it has no such end. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  readonly events?: readonly DatedEvent[];
  /** Entry ids, offered as next questions, best first. */
  readonly related: readonly string[];
}

/** Questions that look near but are none of ours: what they are about, and what becomes of them. */
export interface OutOfScope {
  /** kebab-case */
  readonly id: string;
  /** What the group is about, for staff and curators, in English. */
  readonly note: string;
  /** `staff`: a matter for staff, handed over at once. `decline`: none of theirs either, said kindly. */
  readonly next: 'staff' | 'decline';
  readonly texts: Readonly<Record<Language, OutOfScopeText>>;
}

export interface OutOfScopeText {
  /** What the visitor is told. Markdown of the allow-list. */
  readonly reply: string;
  readonly phrasings: readonly string[];
}

/** A group of words that mean the same; the matcher treats them as one. */
export interface Synonyms {
  readonly term: string;
  /** Other names, in any language, as people type them. */
  readonly alsoTyped: readonly string[];
  readonly misspellings: readonly string[];
}

export interface KnowledgeBase {
  /** Hash of the files' content: the same knowledge has the same version. */
  readonly version: string;
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly synonyms: readonly Synonyms[];
  readonly outOfScope: readonly OutOfScope[];
}

/** The 17 topics of the fact sheet that the knowledge is curated from. */
export const topics = [
  'iclei-organisation',
  'iclei-history',
  'governance-leadership',
  'membership',
  'contact-offices',
  'strategy-pathways',
  'programmes',
  'events',
  'global-agendas',
  'other-networks',
  'sustainability-principles',
  'urban-systems',
  'smart-cities',
  'smart-city-how-to',
  'smart-city-risks',
  'city-business',
  'ppp-procurement',
] as const;
export type Topic = (typeof topics)[number];

/**
 * The entry's text in a language, or in English where the language is missing.
 * @returns the text and the language it is really in
 */
export function entryText(entry: Entry, language: Language): { text: EntryText; language: Language } {
  const text = entry.texts[language];
  return text ? { text, language } : { text: entry.texts.en, language: 'en' };
}
