// Sentences, words and how easily a text reads, by the formula made for its language.
import type { Language } from '../language.ts';
import { syllablesIn } from './syllables.ts';

export interface Formula {
  readonly name: string;
  /** Where it was published. */
  readonly source: string;
  readonly base: number;
  /** Taken off for each word of an average sentence. */
  readonly perWord: number;
  /** Taken off for each syllable of an average word. */
  readonly perSyllable: number;
}

/** All of them are Flesch's, fitted anew to the language: about 0 (hard) to 100 (easy). */
export const formulas: Readonly<Record<Language, Formula>> = {
  en: {
    name: 'Flesch Reading Ease',
    source: 'R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948), 221–233',
    base: 206.835,
    perWord: 1.015,
    perSyllable: 84.6,
  },
  es: {
    name: 'Fernández Huerta',
    source:
      'J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959), 29–32; with words per sentence, as G. Law corrected it in 2011',
    base: 206.84,
    perWord: 1.02,
    perSyllable: 60,
  },
  pt: {
    name: 'Flesch for Brazilian Portuguese',
    source:
      'T. Martins, C. Ghiraldelo, M. Nunes, O. de Oliveira Jr., Readability formulas applied to textbooks in Brazilian Portuguese, Notas do ICMSC-USP 28 (1996)',
    base: 248.835,
    perWord: 1.015,
    perSyllable: 84.6,
  },
  fr: {
    name: 'Kandel-Moles',
    source:
      'L. Kandel, A. Moles, Application de l’indice de Flesch à la langue française, Cahiers Études de Radio-Télévision 19 (1958), 253–274',
    base: 207,
    perWord: 1.015,
    perSyllable: 73.6,
  },
  de: {
    name: 'Amstad',
    source: 'T. Amstad, Wie verständlich sind unsere Zeitungen?, dissertation, University of Zurich (1978)',
    base: 180,
    perWord: 1,
    perSyllable: 58.5,
  },
};

export interface Prose {
  readonly sentences: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  /** About 0 (hard) to 100 (easy); may lie beyond either. */
  readonly readability: number;
}

/** @param answer Markdown of the allow-list, facts filled in */
export function measureProse(answer: string, language: Language): Prose {
  const { sentence, word } = segmenters(language);
  let sentences = 0;
  let words = 0;
  let syllables = 0;
  for (const block of blocksOf(answer)) {
    for (const { segment } of sentence.segment(block)) {
      const found = [...word.segment(segment)].filter(({ isWordLike }) => isWordLike);
      if (found.length === 0) continue;
      sentences++;
      words += found.length;
      for (const { segment: typed } of found) syllables += syllablesIn(typed, language);
    }
  }
  const { base, perWord, perSyllable } = formulas[language];
  const wordsPerSentence = words / (sentences || 1);
  return {
    sentences,
    words,
    wordsPerSentence,
    readability: base - perWord * wordsPerSentence - perSyllable * (syllables / (words || 1)),
  };
}

/** Paragraphs and list items, as they are read: without marks, link targets and bare addresses. */
function blocksOf(answer: string): string[] {
  return answer
    .replaceAll(/\]\([^)]*\)/gu, ']')
    .replaceAll(/<?(?:https?:\/\/|mailto:)\S+/gu, '')
    .replaceAll(/[*[\]]/gu, '')
    .split(/\n\s*\n|\n\s*(?:[-+]|\d+[.)])\s+/u)
    .map((block) => block.replaceAll(/\s+/gu, ' ').trim());
}

const made = new Map<Language, { sentence: Intl.Segmenter; word: Intl.Segmenter }>();

function segmenters(language: Language) {
  const known = made.get(language) ?? {
    sentence: new Intl.Segmenter(language, { granularity: 'sentence' }),
    word: new Intl.Segmenter(language, { granularity: 'word' }),
  };
  made.set(language, known);
  return known;
}
