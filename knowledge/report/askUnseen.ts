// Asks every phrasing as if nobody had written it. A matcher that knows a phrasing always finds its entry; what a curator
// wants to know is what a visitor gets who happens to word a question like that.
import { askQuestion, type Outcome } from '../check/regression.ts';
import type { Entry, EntryText, KnowledgeBase } from '../entry.ts';
import { sealKnowledge } from '../finish.ts';
import { type Language, languages } from '../language.ts';
import type { Matcher, MatchResult } from '../matcher.ts';

/** Each matcher learns three quarters of the phrasings and is asked the rest: as good as all, and quick to build. */
const parts = 4;

/** What came nearest besides the phrasing's own entry. */
export interface Rival {
  readonly id: string;
  /** null: a group of questions that are out of scope */
  readonly entry: Entry | null;
  /** 0 to 1 */
  readonly confidence: number;
}

export interface AskedWording {
  readonly entry: Entry;
  readonly language: Language;
  readonly wording: string;
  /** Confidence of its own entry, 0 to 1. */
  readonly own: number;
  /** null when nothing else came near */
  readonly rival: Rival | null;
  /** What a visitor would have got. */
  readonly outcome: Outcome;
}

/**
 * Asks the phrasings of all entries, each of a matcher that has not learnt it.
 * @returns one for each phrasing (canonical questions included) of an entry that has another in that language
 */
export function askUnseen(
  knowledge: KnowledgeBase,
  createMatcher: (knowledge: KnowledgeBase) => Matcher,
): AskedWording[] {
  const asked: AskedWording[] = [];
  for (let part = 0; part < parts; part++) {
    const matcher = createMatcher(without(knowledge, part));
    for (const entry of knowledge.entries) {
      for (const language of languages) {
        for (const wording of split(entry.texts[language], part).held)
          asked.push(ask(entry, language, wording, matcher, knowledge));
      }
    }
  }
  return asked;
}

function ask(
  entry: Entry,
  language: Language,
  wording: string,
  matcher: Matcher,
  knowledge: KnowledgeBase,
): AskedWording {
  // No language is given: a first question has none.
  const { outcome, result } = askQuestion({ ask: wording, want: entry.id }, matcher);
  const own = result.matches.find((match) => match.entry.id === entry.id)?.confidence ?? 0;
  return { entry, language, wording, own, rival: rivalOf(result, entry.id, knowledge), outcome };
}

function rivalOf({ matches, outOfScope }: MatchResult, own: string, { byId }: KnowledgeBase): Rival | null {
  const other = matches.find(({ entry }) => entry.id !== own);
  if (outOfScope && outOfScope.confidence > (other?.confidence ?? 0))
    return { id: outOfScope.group.id, entry: null, confidence: outOfScope.confidence };
  // The matcher's own copy of the entry lacks what was held back, perhaps its question.
  return other
    ? { id: other.entry.id, entry: byId.get(other.entry.id) ?? other.entry, confidence: other.confidence }
    : null;
}

/** The knowledge without one part of its phrasings. */
function without(knowledge: KnowledgeBase, part: number): KnowledgeBase {
  const learn = (text: EntryText): EntryText => {
    const [question = text.question, ...phrasings] = split(text, part).learnt;
    return { ...text, question, phrasings };
  };
  return sealKnowledge({
    ...knowledge,
    entries: knowledge.entries.map((entry) => {
      const { en, es, pt, fr, de } = entry.texts;
      return {
        ...entry,
        texts: {
          en: learn(en),
          ...(es && { es: learn(es) }),
          ...(pt && { pt: learn(pt) }),
          ...(fr && { fr: learn(fr) }),
          ...(de && { de: learn(de) }),
        },
      };
    }),
  });
}

/** Every fourth phrasing is held back; the only one there is never is. */
function split(text: EntryText | undefined, part: number) {
  const all = text ? [text.question, ...text.phrasings] : [];
  const isHeld = (_: string, index: number) => all.length > 1 && index % parts === part;
  return { held: all.filter(isHeld), learnt: all.filter((wording, index) => !isHeld(wording, index)) };
}
