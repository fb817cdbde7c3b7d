// A picture of lying bars, one below the other, each with its name and its number. Pure: numbers in, SVG out.
import { type Html, html } from '../../html.ts';
import { fillOf, type Ink, patterns } from './pattern.ts';
import { round } from './stackedBars.ts';

export interface RowBars {
  /** Unique on the page, of letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence for those who do not see it. */
  readonly description: string;
  /** The order of the parts, the first one on the left. */
  readonly inks: readonly Ink[];
  readonly rows: readonly {
    readonly label: string;
    readonly parts: Readonly<Partial<Record<Ink, number>>>;
    /** What stands at the row's end: its number, written for the reader. */
    readonly note: string;
  }[];
}

/** Units of the picture; text is 14 of them high, and legible on a phone that shows 280 pixels of the 360. */
const width = 360;
const rowHeight = 42;
const bar = { top: 20, height: 14 };
/** Characters that fit beside the number. */
const longestLabel = 40;

export function rowBars({ id, title, description, inks, rows }: RowBars): Html {
  const totals = rows.map(({ parts }) => inks.reduce((all, ink) => all + (parts[ink] ?? 0), 0));
  const largest = Math.max(0, ...totals);
  const scale = largest > 0 ? width / largest : 0;
  return html`<svg class="picture rows" viewBox="0 0 ${width} ${Math.max(1, rows.length) * rowHeight}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${patterns(id, inks)}
${rows.map(({ label, parts, note }, index) => {
  const top = index * rowHeight;
  let left = 0;
  const pieces = inks.map((ink) => {
    const value = parts[ink] ?? 0;
    if (value <= 0) return null;
    const x = left;
    left += value * scale;
    return html`<rect class="part" x="${round(x)}" y="${top + bar.top}" width="${round(value * scale)}" height="${bar.height}" fill="${fillOf(id, ink)}"></rect>`;
  });
  return html`<text class="name" x="0" y="${top + 14}">${shortened(label)}</text>
<text class="note" x="${width}" y="${top + 14}" text-anchor="end">${note}</text>
<rect class="track" x="0" y="${top + bar.top}" width="${width}" height="${bar.height}"></rect>${pieces}`;
})}
</svg>`;
}

function shortened(label: string): string {
  const signs = [...label];
  return signs.length > longestLabel ? `${signs.slice(0, longestLabel - 1).join('')}…` : label;
}
