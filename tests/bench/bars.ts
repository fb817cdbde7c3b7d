// A picture of the contestants: how many questions each gets right, and how long it takes.
import type { ContestFigures } from './contest.ts';

/** An SVG with a bar for each contestant: the share of in-scope questions whose first match is right. */
export function barsOf(title: string, figures: Readonly<Record<string, ContestFigures>>): string {
  const line = 26;
  const left = 110;
  const scale = 3.2;
  const names = Object.keys(figures);
  const height = 40 + line * names.length;
  const bars = Object.entries(figures).map(([name, { top1, p50Ms }], i) => {
    const y = 32 + line * i;
    const time = p50Ms < 1 ? `${p50Ms.toFixed(2)} ms` : `${p50Ms.toFixed(0)} ms`;
    return (
      `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${name}</text>` +
      `<rect x="${left}" y="${y}" width="${(top1 * scale).toFixed(1)}" height="18" fill="${i === 0 ? '#0b6e4f' : '#8aa39b'}"/>` +
      `<text x="${(left + top1 * scale + 6).toFixed(1)}" y="${y + 13}">${top1.toFixed(1)} %, ${time}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 ${height}" role="img" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="560" height="${height}" fill="#fff"/>
<g fill="#333"><text x="8" y="18" font-weight="bold">${title}</text>
${bars.join('\n')}</g>
</svg>
`;
}
