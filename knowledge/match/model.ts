// All that is computed once from the knowledge: words, features, index, linear head, language statistics. It is learnt as plain
// data, so that another thread can do it and a file can keep it; opening it adds what works on the data.
import type { Entry, KnowledgeBase, OutOfScope } from '../entry.ts';
import { type Language, languages } from '../language.ts';
import {
  createLanguageDetector,
  type LanguageCounts,
  type LanguageDetector,
  learnLanguages,
} from '../text/detectLanguage.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { placeNames } from '../text/placeNames.ts';
import { tokenise } from '../text/tokens.ts';
import { type AnswerWords, indexAnswers } from './answerWords.ts';
import { createWeighting, rarities, rawFeatures, type Vector, type Weighting } from './features.ts';
import { addWord, closeLexicon, createLexicon, type Lexicon, lookUp } from './lexicon.ts';
import {
  createLinearHead,
  type LinearHead,
  mixedOrder,
  trainLinearHead,
  type Weights,
} from './linearHead.ts';
import { createNeighbours, type Neighbours, neighbourOrder } from './neighbours.ts';
import { createPostings, type Postings } from './postings.ts';
import { createRepairer, type Repairer } from './repair.ts';
import { findSynonyms, indexSynonyms, type SynonymIndex } from './synonyms.ts';

/** One phrasing (or canonical question) of a class: an entry, or a group of questions that are out of scope. */
export interface Row {
  /** Entries come first, in their order, then the groups. */
  readonly label: number;
  readonly language: Language;
  readonly text: string;
}

/** What is learnt from the knowledge: nothing but strings, numbers, lists, maps and sets. */
export interface LearntModel {
  /** Number of classes: entries and out-of-scope groups. */
  readonly labelCount: number;
  readonly rows: readonly Row[];
  readonly lexicon: Lexicon;
  readonly idf: Float64Array;
  /** Of the rows' vectors, each of length 1, in the order of neighbours.ts. */
  readonly postings: Postings;
  readonly head: Weights;
  readonly synonyms: SynonymIndex;
  /** How often each folded word occurs in the phrasings. */
  readonly wordCounts: ReadonlyMap<string, number>;
  /** Folded names of places: no misspellings. */
  readonly places: ReadonlySet<string>;
  readonly languages: LanguageCounts;
  readonly answerWords: AnswerWords;
  /** Word features that each class's phrasings have. */
  readonly labelWords: readonly ReadonlySet<number>[];
}

export interface Model extends Omit<LearntModel, 'head' | 'idf' | 'languages' | 'postings' | 'wordCounts'> {
  readonly entries: readonly Entry[];
  readonly outOfScope: readonly OutOfScope[];
  readonly weighting: Weighting;
  readonly neighbours: Neighbours;
  readonly head: LinearHead;
  readonly repairer: Repairer;
  readonly detector: LanguageDetector;
}

const nothing: Vector = { ids: new Int32Array(), values: new Float32Array(), length: 0 };

/** Learns all there is to learn; takes about two and a half seconds for 31,000 phrasings. */
export function learnModel(knowledge: KnowledgeBase): LearntModel {
  const synonyms = indexSynonyms(knowledge.synonyms);
  const rows = wordingsOf(knowledge);
  const texts = rows.map((row) => ({ ...row, tokens: tokenise(cleanQuestion(row.text)) }));
  const lexicon = createLexicon();
  const spoken = new Map<string, Record<Language, number>>();
  const wordCounts = new Map<string, number>();
  for (const { tokens, language } of texts) {
    for (const token of tokens) {
      addWord(lexicon, token, language);
      for (const form of new Set([token.folded, token.lower])) {
        const count = spoken.get(form) ?? { en: 0, es: 0, pt: 0, fr: 0, de: 0 };
        count[language]++;
        spoken.set(form, count);
      }
      wordCounts.set(token.folded, (wordCounts.get(token.folded) ?? 0) + 1);
    }
  }
  closeLexicon(lexicon);

  const featured = texts.map(({ tokens, label, language }) => {
    const words = tokens.map((token) => lookUp(lexicon, token, language));
    const groups = findSynonyms(synonyms, tokens).map((hit) => hit.group);
    return { raw: rawFeatures(lexicon, words, [...new Set(groups)], true), label };
  });
  const labelCount = knowledge.entries.length + knowledge.outOfScope.length;
  const idf = rarities(lexicon.size, featured, labelCount);
  const weighting = createWeighting(idf);
  const vectors = featured.map(({ raw }) => weighting.vector(raw));
  const rowLabels = Int32Array.from(rows, ({ label }) => label);
  const labelSizes = sizesOf(rowLabels, labelCount);
  const labelWords = Array.from({ length: labelCount }, () => new Set<number>());
  for (const { raw, label } of featured) for (const id of raw.words.ids) labelWords[label]?.add(id);

  return {
    labelCount,
    rows,
    lexicon,
    idf,
    postings: createPostings(
      lexicon.size,
      Array.from(neighbourOrder(rows), (row) => vectors[row] ?? nothing),
    ),
    head: trainLinearHead(
      lexicon.size,
      vectors,
      rowLabels,
      labelSizes,
      mixedOrder(rows.map(({ text }) => text)),
    ),
    synonyms,
    wordCounts,
    places: placeNames(),
    languages: learnLanguages(spoken),
    answerWords: indexAnswers(knowledge.entries),
    labelWords,
  };
}

/** Makes a model of what was learnt from the same knowledge. */
export function openModel({ entries, outOfScope }: KnowledgeBase, learnt: LearntModel): Model {
  const { idf, head, postings, wordCounts, languages: counts, ...data } = learnt;
  return {
    ...data,
    entries,
    outOfScope,
    weighting: createWeighting(idf),
    neighbours: createNeighbours(postings, neighbourOrder(learnt.rows), learnt.rows, learnt.labelCount),
    head: createLinearHead(head),
    repairer: createRepairer(wordCounts, data.places),
    detector: createLanguageDetector(counts),
  };
}

function sizesOf(rowLabels: Int32Array, labelCount: number): Int32Array {
  const sizes = new Int32Array(labelCount);
  for (const label of rowLabels) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

/** An entry's id as a phrasing: "summer-school" says what the entry is about, and counts where a new entry has few phrasings yet. */
export function wordsOfId(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Every phrasing of every class, class by class. */
function wordingsOf({ entries, outOfScope }: KnowledgeBase): Row[] {
  const classes = [
    ...entries.map(({ id, texts }) => (language: Language) => {
      const text = texts[language];
      return text ? [text.question, ...text.phrasings, ...(language === 'en' ? [wordsOfId(id)] : [])] : [];
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
