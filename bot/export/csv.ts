// Rows of CSV (RFC 4180) that no spreadsheet takes for formulas (reliability S14).

/** Tells spreadsheets that the file is UTF-8: it comes before the first row, once. */
export const byteOrderMark = '\uFEFF';

export type Cell = string | number | null;

/** What begins a formula, also after blanks and signs that nobody sees; the wide ones are those of Asian keyboards. */
const formula = '[=+\\-@%|＝＋－＠]';
const unsafeStart = new RegExp(`^(?:[\\t\\r\\n\\0]|[\\p{Z}\\p{Cc}\\p{Cf}"]*${formula})`, 'u');
/** A program that parts cells at semicolons or tabs, or loses count of the quotes, begins a cell of its own here. */
const unsafeInside = new RegExp(`[;\\t\\r\\n][ \\u00A0"]*(?=${formula})`, 'gu');
/** Besides what RFC 4180 says: separators of other dialects, and blanks that some programs cut off. */
const needsQuotes = /[",;\r\n\t]|^\s|\s$/u;

/** One row with its line end. A number is written as it is, nothing for null. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  // A number of ours can't be a formula, negative or not.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = harmless(cell);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function harmless(text: string): string {
  const inside = text.replace(unsafeInside, "$&'");
  return unsafeStart.test(text) ? `'${inside}` : inside;
}
