import type { FactUse } from '../factUse.ts';
import type { Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { columnChart } from './pictures.ts';
import { folded, type Section, scrolling } from './section.ts';
import { counted, whole } from './words.ts';

/** Shown without unfolding. */
const factsShown = 30;

/** The figures that answers state, the oldest first. */
export function factsSection({ facts }: Report): Section {
  const unused = facts.filter(({ usedBy }) => usedBy.length === 0).length;
  const rest = facts.length - factsShown;
  return {
    id: 'facts',
    title: 'Facts',
    state: counted(facts.length, 'fact', 'facts'),
    purpose:
      'Shows how old the figures are and how many answers state them: look for newer numbers first (a founding year does not age), and change them in facts.yaml, where every answer takes them from.',
    body: html`<h3>By the year they are true for</h3>
${scrolling('Facts by year, picture', yearChart(facts))}
<p class="note">${counted(facts.filter(({ year }) => year === null).length, 'fact names', 'facts name')} no year; ${
      unused > 0 ? `${counted(unused, 'is', 'are')} used by no answer` : 'all are used by an answer'
    }. The years stand in the table.</p>
<h3>The oldest first</h3>
${factTable(facts.slice(0, factsShown), 'The oldest facts')}
${rest > 0 && folded(counted(rest, 'newer fact', 'newer facts'), factTable(facts.slice(factsShown), 'The newer facts'))}`,
  };
}

function yearChart(facts: readonly FactUse[]): Html {
  const years = facts.flatMap(({ year }) => year ?? []);
  const last = Math.max(...years);
  // Before that there are only a few.
  const first = Math.max(Math.min(...years), last - 19);
  return columnChart({
    title: 'Facts by the year they are true for',
    labels: 'column',
    columnWidth: 36,
    columns: Array.from({ length: years.length > 0 ? last - first + 1 : 0 }, (_, index) => {
      const year = first + index;
      const isFirst = index === 0 && years.some((one) => one < first);
      return {
        label: isFirst ? `≤${year}` : String(year),
        value: years.filter((one) => (isFirst ? one <= year : one === year)).length,
      };
    }),
  });
}

function factTable(facts: readonly FactUse[], name: string): Html {
  return scrolling(
    name,
    html`<table class="facts">
<caption>${name}</caption>
<thead><tr><th scope="col">True for</th><th scope="col">Fact</th><th scope="col">Value</th><th scope="col">Answers</th><th scope="col">Source</th></tr></thead>
<tbody>
${facts.map(
  ({ id, value, kind, asOf, source, usedBy }) =>
    html`<tr><td>${asOf}</td><th scope="row"><code>${id}</code></th><td>${value} <small>${kind}</small></td><td>${whole(usedBy.length)}</td><td class="words"><a href="${source.url}" rel="noreferrer">${source.title}</a></td></tr>
`,
)}</tbody></table>`,
  );
}
