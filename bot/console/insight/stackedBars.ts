// A picture of upright bars side by side, each in parts: what came on which day. Pure: numbers in, SVG out.
import { type Html, html } from '../../html.ts';
import { fillOf, type Ink, patterns } from './pattern.ts';

export interface StackedBars {
  /** Unique on the page, of letters and dashes. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence for those who do not see it. */
  readonly description: string;
  /** The order of the parts, the lowest first. */
  readonly inks: readonly Ink[];
  readonly bars: readonly {
    readonly label: string;
    readonly parts: Readonly<Partial<Record<Ink, number>>>;
    /** Something happened then: a mark above the bar. */
    readonly marked: boolean;
  }[];
  /** Writes a number as the reader does. */
  readonly number: (value: number) => string;
}

/** Units of the picture, which is scaled to the page's width. */
const size = { width: 720, height: 250 };
const plot = { left: 52, top: 16, width: 660, height: 200 };
const widestBar = 44;
const mostLabels = 8;

export function stackedBars({ id, title, description, inks, bars, number }: StackedBars): Html {
  const heights = bars.map(({ parts }) => sum(inks.map((ink) => parts[ink] ?? 0)));
  const ticks = niceTicks(Math.max(0, ...heights));
  const top = ticks.at(-1) ?? 1;
  const slot = plot.width / Math.max(1, bars.length);
  const width = Math.min(widestBar, slot * 0.8);
  const bottom = plot.top + plot.height;
  const y = (value: number) => bottom - (value / top) * plot.height;
  const every = Math.ceil(bars.length / mostLabels);
  return html`<svg class="picture" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${patterns(id, inks)}
${ticks.map(
  (tick) => html`<path class="grid" d="M${plot.left} ${round(y(tick))}h${plot.width}"></path>
<text class="tick" x="${plot.left - 8}" y="${round(y(tick) + 4)}" text-anchor="end">${number(tick)}</text>`,
)}
${bars.map(({ label, parts, marked }, index) => {
  const left = plot.left + index * slot + (slot - width) / 2;
  const middle = round(left + width / 2);
  let below = 0;
  const pieces = inks.map((ink) => {
    const value = parts[ink] ?? 0;
    if (value <= 0) return null;
    const from = below;
    below += value;
    return html`<rect class="part" x="${round(left)}" y="${round(y(below))}" width="${round(width)}" height="${round(y(from) - y(below))}" fill="${fillOf(id, ink)}"></rect>`;
  });
  return html`${pieces}${
    marked && html`<path class="taught" d="M${middle - 5} ${plot.top - 14}h10l-5 9z"></path>`
  }${
    index % every === 0 &&
    html`<text class="tick" x="${middle}" y="${bottom + 20}" text-anchor="middle">${label}</text>`
  }`;
})}
<path class="axis" d="M${plot.left} ${bottom}h${plot.width}"></path>
</svg>`;
}

/** Round numbers from 0 to the first one that is not below the largest value: about four steps, all whole. */
export function niceTicks(largest: number): number[] {
  const rough = Math.max(1, largest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5].find((factor) => power * factor >= rough) ?? 10));
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => Math.round(index * step));
}

/** Two digits are finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
