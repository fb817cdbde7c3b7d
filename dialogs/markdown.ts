// Puts what people typed into our Markdown without letting it mean anything.

/** Text as typed, on one line, every mark of Markdown or HTML made plain. */
export function asPlainText(text: string, maxLength: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  const short =
    characters.length > maxLength
      ? `${characters
          .slice(0, maxLength - 1)
          .join('')
          .trimEnd()}…`
      : line;
  return short.replace(/[\\`*_[\]<>&~|#!]/gu, '\\$&');
}

/** Enough of a question to know it again. */
const maxQuoted = 200;

/** Whoever reads what is stored must see nearly all of it. */
const maxStored = 1000;

/** A text that was stored, as it may stand in quotation marks. */
export function stored(text: string): string {
  return asPlainText(text, maxStored);
}

/** A question as it may stand in quotation marks. */
export function quotable(question: string): string {
  return asPlainText(question, maxQuoted);
}
