// Entries to teach a wording: those nearest to the question first, and what a search over all questions finds.
import Fuse from 'fuse.js';
import { entryText, type Knowledge, type Language } from '../../../knowledge/index.ts';

export interface Candidate {
  readonly id: string;
  readonly question: string;
  /** The language the question is really in. */
  readonly language: Language;
  /** How likely the matcher thinks it; null when it was searched for. */
  readonly confidence: number | null;
}

/** Entries offered of each kind. */
const most = { near: 5, found: 8 };
/** Characters of a search that are looked at: the time it takes grows with them. */
const longestSearch = 48;

/** The entries nearest to a question. */
export function nearest(
  { matcher }: Knowledge,
  question: string,
  asked: Language,
  reader: Language,
): Candidate[] {
  return matcher
    .match(question, { language: asked })
    .matches.slice(0, most.near)
    .map(({ entry, confidence }) => ({ ...candidate(entry, reader), confidence }));
}

/** The entries whose question, in the reader's language or in English, or whose id is like what was typed, word by word. */
export function search(knowledge: Knowledge, typed: string, reader: Language): Candidate[] {
  return indexOf(knowledge, reader)
    .search(typed.slice(0, longestSearch))
    .slice(0, most.found)
    .map(({ item }) => item);
}

interface Searched extends Candidate {
  readonly english: string;
}

/** Made once for each knowledge and language: half of the time is in it. */
const indexes = new WeakMap<Knowledge['base'], Map<Language, Fuse<Searched>>>();

function indexOf({ base }: Knowledge, reader: Language): Fuse<Searched> {
  const ofBase = indexes.get(base) ?? new Map<Language, Fuse<Searched>>();
  indexes.set(base, ofBase);
  const known = ofBase.get(reader);
  if (known) return known;
  const all = base.entries.map((entry) => ({
    ...candidate(entry, reader),
    english: entry.texts.en.question,
  }));
  const keys = ['id', 'question', 'english'];
  const made = new Fuse(all, { keys, useTokenSearch: true, ignoreLocation: true, threshold: 0.3 });
  ofBase.set(reader, made);
  return made;
}

/** One entry, if it is there. */
export function oneEntry({ base }: Knowledge, id: string, reader: Language): Candidate[] {
  const entry = base.byId.get(id);
  return entry ? [candidate(entry, reader)] : [];
}

function candidate(entry: Parameters<typeof entryText>[0], reader: Language): Candidate {
  const { text, language } = entryText(entry, reader);
  return { id: entry.id, question: text.question, language, confidence: null };
}
