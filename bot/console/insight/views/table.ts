// The figures under a picture: a table that scrolls by itself where the page is narrow.
import { type Html, type HtmlValue, html } from '../../../html.ts';

export interface DataTable {
  /** Says what the table is of, for those who jump to it. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly HtmlValue[])[];
  /** Whether what follows the first cell are numbers, which stand below each other. */
  readonly numbers?: boolean;
}

export function dataTable({ caption, head, rows, numbers = true }: DataTable): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table class="${numbers ? 'numbers' : 'words-table'}">
<caption class="hidden">${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody>
</table></div>`;
}

/** The same behind a button, where it would be longer than its picture. */
export function foldedTable(summary: string, table: DataTable): Html {
  return html`<details class="more"><summary>${summary}</summary>${dataTable(table)}</details>`;
}
