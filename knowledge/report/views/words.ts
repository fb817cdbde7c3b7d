// How figures, days and entries are written in the report.
import { type Entry, entryText } from '../../entry.ts';
import type { Language } from '../../language.ts';
import { type Html, html } from './html.ts';

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** 13,092 */
export function whole(value: number): string {
  return numbers.format(value);
}

/** @param decimals after the point, all of them written */
export function decimal(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(0(?:\.0*)?)$/u, '$1');
}

/** "1 entry", "2 entries" */
export function counted(count: number, one: string, many: string): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

/** @param day YYYY-MM-DD */
export function longDay(day: string): string {
  return days.format(new Date(day));
}

/** Where a curator finds an entry: its id and its file. */
export function whereIs(id: string, files: ReadonlyMap<string, string>): Html {
  const file = files.get(id);
  return html`<span class="where"><code>${id}</code>${file !== undefined && html` <span class="file">${file}</span>`}</span>`;
}

/** An entry's question as it stands in a language, marked as that for those who listen to the page. */
export function questionOf(entry: Entry, language: Language): Html {
  const told = entryText(entry, language);
  return html`<span lang="${told.language}">${told.text.question}</span>`;
}
