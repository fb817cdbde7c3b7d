// All that is computed once from the knowledge: words, features, index, linear head, language statistics.
import type { Entry, KnowledgeBase } from '../entry.ts';
import { type Language, languages } from '../language.ts';
import { createLanguageDetector, type LanguageDetector } from '../text/detectLanguage.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { tokenise } from '../text/tokens.ts';
import { type AnswerWords, createAnswerWords } from './answerWords.ts';
import { createWeighting, type RawFeatures, rawFeatures, type Weighting } from './features.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type LinearHead, trainLinearHead } from './linearHead.ts';
import { createPostings, type Postings } from './postings.ts';
import { createRepairer, type Repairer } from './repair.ts';
import { createSynonymFinder, type SynonymFinder } from './synonyms.ts';

/** One phrasing (or canonical question) of an entry. */
export interface Row {
  readonly entry: number;
  readonly language: Language;
  readonly text: string;
}

export interface Model {
  readonly entries: readonly Entry[];
  readonly rows: readonly Row[];
  readonly rowEntries: Int32Array;
  /** Length of each row's vector. */
  readonly rowLengths: Float64Array;
  readonly lexicon: Lexicon;
  readonly weighting: Weighting;
  readonly postings: Postings;
  readonly head: LinearHead;
  readonly synonyms: SynonymFinder;
  readonly repairer: Repairer;
  readonly detector: LanguageDetector;
  readonly answerWords: AnswerWords;
  /** Word features that each entry's phrasings have. */
  readonly entryWords: readonly ReadonlySet<number>[];
}

/** Builds the model at once: at the start of the service, and where nobody waits. */
export function buildModel(knowledge: KnowledgeBase): Model {
  const steps = buildModelInSteps(knowledge);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Builds the model and stops every few milliseconds, so that a running service can answer in between. */
export function* buildModelInSteps(knowledge: KnowledgeBase): Generator<void, Model> {
  const synonyms = createSynonymFinder(knowledge.synonyms);
  const texts = yield* mapInSteps(wordingsOf(knowledge), (row) => ({
    ...row,
    tokens: tokenise(cleanQuestion(row.text)),
  }));
  const lexicon = createLexicon();
  const wordCounts = new Map<string, Record<Language, number>>();
  const counts = new Map<string, number>();
  for (const [i, { tokens, language }] of texts.entries()) {
    if (i % textsInOneStep === 0) yield;
    for (const token of tokens) {
      lexicon.add(token, language);
      const count = wordCounts.get(token.folded) ?? { en: 0, es: 0, pt: 0, fr: 0, de: 0 };
      count[language]++;
      wordCounts.set(token.folded, count);
      counts.set(token.folded, (counts.get(token.folded) ?? 0) + 1);
    }
  }
  lexicon.close();
  yield;

  const featured = yield* mapInSteps(
    texts,
    ({ tokens, entry, language }): { raw: RawFeatures; entry: number } => {
      const words = tokens.map((token) => lexicon.look(token, language));
      const groups = synonyms.find(tokens).map((hit) => hit.group);
      return { raw: rawFeatures(lexicon, words, [...new Set(groups)], true), entry };
    },
  );
  const size = lexicon.size();
  const weighting = createWeighting(size, featured, knowledge.entries.length);
  const vectors = yield* mapInSteps(featured, ({ raw }) => weighting.vector(raw));
  const rowEntries = Int32Array.from(texts, ({ entry }) => entry);
  const entryWords = knowledge.entries.map(() => new Set<number>());
  for (const { raw, entry } of featured) for (const id of raw.words.ids) entryWords[entry]?.add(id);

  return {
    entries: knowledge.entries,
    rows: texts.map(({ entry, language, text }) => ({ entry, language, text })),
    rowEntries,
    rowLengths: Float64Array.from(vectors, ({ length }) => length),
    lexicon,
    weighting,
    postings: createPostings(size, vectors),
    head: yield* trainLinearHead(size, vectors, rowEntries, knowledge.entries.length),
    synonyms,
    repairer: createRepairer(counts),
    detector: createLanguageDetector(wordCounts),
    answerWords: createAnswerWords(knowledge.entries),
    entryWords,
  };
}

/** Texts read between two pauses: some milliseconds. */
const textsInOneStep = 250;

function* mapInSteps<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Generator<void, Result[]> {
  const results: Result[] = [];
  for (const [i, item] of items.entries()) {
    if (i % textsInOneStep === 0) yield;
    results.push(map(item));
  }
  return results;
}

/** Every phrasing of every entry, entry by entry. */
function wordingsOf(knowledge: KnowledgeBase): Row[] {
  return knowledge.entries.flatMap((entry, index) =>
    languages.flatMap((language) => {
      const text = entry.texts[language];
      if (!text) return [];
      return [text.question, ...text.phrasings].map((phrasing) => ({
        entry: index,
        language,
        text: phrasing,
      }));
    }),
  );
}
