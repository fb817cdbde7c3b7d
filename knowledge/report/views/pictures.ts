// The report's pictures: inline SVG in the page's colours. Each has a title; the figures stand beside it as text.
import { type Html, html } from './html.ts';

export interface Column {
  /** Written under the column, or between it and the one before; empty for none. */
  readonly label: string;
  readonly value: number;
}

interface ColumnChart {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Labels name the column itself, or the value where it begins. */
  readonly labels: 'column' | 'start';
  /** In units of the drawing, about pixels. */
  readonly columnWidth: number;
}

const chartHeight = 110;
const labelHeight = 22;
const valueHeight = 18;

/** Columns with their values on top. */
export function columnChart({ title, columns, labels, columnWidth }: ColumnChart): Html {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const width = columns.length * columnWidth + 16;
  const base = valueHeight + chartHeight;
  const drawn = columns.map(({ label, value }, index) => {
    const left = 8 + index * columnWidth;
    const height = value > 0 ? Math.max(2, (value / most) * chartHeight) : 0;
    const middle = left + columnWidth / 2;
    return html`${height > 0 && html`<rect class="column" x="${left + 2}" y="${base - height}" width="${columnWidth - 4}" height="${height}" rx="2"/>`}
<text class="value" x="${middle}" y="${base - height - 5}">${value > 0 ? value : ''}</text>
<text class="label" x="${labels === 'column' ? middle : left}" y="${base + 16}">${label}</text>`;
  });
  return html`<svg class="chart" role="img" viewBox="0 0 ${width} ${base + labelHeight}" width="${width}">
<title>${title}</title>
${drawn}<line class="axis" x1="8" x2="${width - 8}" y1="${base}" y2="${base}"/></svg>`;
}

/** A share of a whole, 0 to 1; the figure must stand beside it. */
export function bar(share: number, kind: 'own' | 'rival'): Html {
  return html`<svg class="bar ${kind}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="6"/><rect width="${Math.round(100 * share)}" height="6"/></svg>`;
}

/** Parts of a whole beside each other; the figures must stand in text. */
export function stackedBar(parts: readonly { readonly kind: string; readonly count: number }[]): Html {
  const sum = parts.reduce((total, { count }) => total + count, 0) || 1;
  let left = 0;
  const drawn = parts.map(({ kind, count }) => {
    const width = (400 * count) / sum;
    const part = html`<rect class="${kind}" x="${left.toFixed(1)}" width="${Math.max(0, width - 1).toFixed(1)}" height="14"/>`;
    left += width;
    return part;
  });
  return html`<svg class="stacked" viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">${drawn}</svg>`;
}

interface HeatMap {
  readonly title: string;
  readonly names: readonly string[];
  /** Row by row. */
  readonly values: readonly number[];
}

const cell = 30;
const nameWidth = 226;

/** Rows and columns have the same names; the columns are numbered as the rows are. */
export function heatMap({ title, names, values }: HeatMap): Html {
  const size = names.length * cell;
  const rows = names.map((name, row) => {
    const top = cell * (row + 1);
    const cells = names.map((_, column) => {
      const value = values[row * names.length + column] ?? 0;
      const left = nameWidth + column * cell;
      return html`<rect class="${heatClass(value)}" x="${left + 1}" y="${top + 1}" width="${cell - 2}" height="${cell - 2}" rx="3"/>${
        value >= 0.5 &&
        html`<text class="heat ${heatClass(value)}" x="${left + cell / 2}" y="${top + 19.5}">${Math.round(value)}</text>`
      }`;
    });
    return html`<text class="name" x="0" y="${top + 19.5}">${row + 1}  ${name}</text>${cells}
`;
  });
  const heads = names.map(
    (_, column) =>
      html`<text class="head" x="${nameWidth + column * cell + cell / 2}" y="20">${column + 1}</text>`,
  );
  return html`<svg class="heatmap" role="img" viewBox="0 0 ${nameWidth + size + 2} ${size + cell + 2}" width="${nameWidth + size + 2}">
<title>${title}</title>
${heads}${rows}</svg>`;
}

/** Where each step of the colours begins; the same steps serve the table. */
const heatSteps = [0.5, 2, 5, 10, 20] as const;

/** @returns heat0 (nothing to see) to heat5 */
export function heatClass(value: number): string {
  return `heat${heatSteps.filter((step) => value >= step).length}`;
}
