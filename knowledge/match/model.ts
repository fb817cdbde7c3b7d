// All that is computed once from the knowledge: words, features, index, linear head, language statistics.
import type { Entry, KnowledgeBase, OutOfScope } from '../entry.ts';
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

/** One phrasing (or canonical question) of a class: an entry, or a group of questions that are out of scope. */
export interface Row {
  /** Entries come first, in their order, then the groups. */
  readonly label: number;
  readonly language: Language;
  readonly text: string;
}

export interface Model {
  readonly entries: readonly Entry[];
  readonly outOfScope: readonly OutOfScope[];
  /** Number of classes: entries and out-of-scope groups. */
  readonly labelCount: number;
  readonly rows: readonly Row[];
  readonly rowLabels: Int32Array;
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
  /** Word features that each class's phrasings have. */
  readonly labelWords: readonly ReadonlySet<number>[];
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
      for (const form of new Set([token.folded, token.lower])) {
        const count = wordCounts.get(form) ?? { en: 0, es: 0, pt: 0, fr: 0, de: 0 };
        count[language]++;
        wordCounts.set(form, count);
      }
      counts.set(token.folded, (counts.get(token.folded) ?? 0) + 1);
    }
  }
  lexicon.close();
  yield;

  const featured = yield* mapInSteps(
    texts,
    ({ tokens, label, language }): { raw: RawFeatures; label: number } => {
      const words = tokens.map((token) => lexicon.look(token, language));
      const groups = synonyms.find(tokens).map((hit) => hit.group);
      return { raw: rawFeatures(lexicon, words, [...new Set(groups)], true), label };
    },
  );
  const size = lexicon.size();
  const labelCount = knowledge.entries.length + knowledge.outOfScope.length;
  const weighting = createWeighting(size, featured, labelCount);
  const vectors = yield* mapInSteps(featured, ({ raw }) => weighting.vector(raw));
  const rowLabels = Int32Array.from(texts, ({ label }) => label);
  const labelWords = Array.from({ length: labelCount }, () => new Set<number>());
  for (const { raw, label } of featured) for (const id of raw.words.ids) labelWords[label]?.add(id);

  return {
    entries: knowledge.entries,
    outOfScope: knowledge.outOfScope,
    labelCount,
    rows: texts.map(({ label, language, text }) => ({ label, language, text })),
    rowLabels,
    rowLengths: Float64Array.from(vectors, ({ length }) => length),
    lexicon,
    weighting,
    postings: createPostings(size, vectors),
    head: yield* trainLinearHead(size, vectors, rowLabels, labelCount),
    synonyms,
    repairer: createRepairer(counts),
    detector: createLanguageDetector(wordCounts),
    answerWords: createAnswerWords(knowledge.entries),
    labelWords,
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

/** Every phrasing of every class, class by class. */
function wordingsOf({ entries, outOfScope }: KnowledgeBase): Row[] {
  const classes = [
    ...entries.map(({ texts }) => (language: Language) => {
      const text = texts[language];
      return text ? [text.question, ...text.phrasings] : [];
    }),
    ...outOfScope.map(
      ({ texts }) =>
        (language: Language) =>
          texts[language].phrasings,
    ),
  ];
  return classes.flatMap((phrasingsIn, label) =>
    languages.flatMap((language) => phrasingsIn(language).map((text) => ({ label, language, text }))),
  );
}
