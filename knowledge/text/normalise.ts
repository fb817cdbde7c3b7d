// Cleans what a visitor typed, and folds words so that accents, case and typography make no difference.

/** Characters of a question that the matcher looks at; a question that needs more is two questions. */
export const maxQuestionLength = 256;

/** Characters read before cleaning: bounds the work for text that cleaning shrinks (blanks, marks, control characters). */
const maxRawLength = 4_096;

/** Marks one letter may carry; more is decoration ("zalgo"). No word of our languages needs two. */
const tooManyMarks = /(\p{M}{2})\p{M}+/gu;

/** Control, format (bidi, zero-width), private, unassigned characters and what a lone surrogate becomes. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]+/gu;

/** Nothing to clean: printable Latin letters and signs, single blanks inside. */
const clean = /^(?! )(?:[!-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]| (?! |$)){0,256}$/;

/**
 * The text the matcher works on: composed (NFC), without control and bidi characters, blanks joined, at most
 * 256 characters long.
 */
export function cleanQuestion(text: string): string {
  if (clean.test(text)) return text;
  const visible = text
    .slice(0, maxRawLength)
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, (run) => (/[\t\n\r]/u.test(run) ? ' ' : ''))
    .replace(tooManyMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...visible.slice(0, 2 * maxQuestionLength)].slice(0, maxQuestionLength).join('').trim();
}

/** Lower case without accents: "Städte" and "stadte", "¿Qué" and "que" become the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/u.test(lower)) return lower;
  return (
    lower
      // Compatibility forms (full-width letters, ligatures) may grow 18-fold: capped again after it.
      .normalize('NFKD')
      .slice(0, 2 * maxQuestionLength)
      .replace(/\p{M}+/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
  );
}
