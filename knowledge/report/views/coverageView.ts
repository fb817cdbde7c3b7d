import { languageNames, languages } from '../../language.ts';
import { type CoverageCell, goodPhrasings, isGap } from '../coverage.ts';
import type { Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { folded, type Section, scrolling } from './section.ts';
import { counted, decimal, whereIs } from './words.ts';

/** Topics by languages. */
export function coverageSection({ coverage, files }: Report): Section {
  const gaps = coverage.flatMap(({ cells }) => cells).filter(isGap).length;
  const thin = coverage.flatMap(({ cells }) =>
    cells.flatMap(({ language, thin: ids }) => ids.map((id) => ({ id, language }))),
  );
  return {
    id: 'coverage',
    title: 'Coverage',
    state: gaps > 0 ? counted(gaps, 'gap', 'gaps') : 'no gaps',
    purpose: `Shows what is told of each topic in each language: where a cell is marked, write the entries it lacks, or more phrasings (${goodPhrasings} or more an entry).`,
    body: html`${scrolling(
      'Coverage, table',
      html`<table class="coverage">
<caption>Entries, and under them the phrasings that one has on average; thin: entries with fewer than ${goodPhrasings} phrasings</caption>
<thead><tr><th scope="col">Topic</th>${languages.map(
        (language) =>
          html`<th scope="col"><abbr title="${languageNames[language]}" lang="${language}">${language}</abbr></th>`,
      )}</tr></thead>
<tbody>
${coverage.map(
  ({ topic, cells }) => html`<tr><th scope="row">${topic}</th>${cells.map(coverageCell)}</tr>
`,
)}</tbody>
</table>`,
    )}
${
  thin.length > 0 &&
  folded(
    `Entries with fewer than ${goodPhrasings} phrasings (${thin.length})`,
    html`<ul class="plain">${thin.map(
      ({ id, language }) => html`<li>${whereIs(id, files)} <span class="tag">${language}</span></li>
`,
    )}</ul>`,
  )
}`,
  };
}

function coverageCell(cell: CoverageCell): Html {
  const { entries, missing, meanPhrasings, thin } = cell;
  const lacks = [
    entries === 0 && 'none',
    entries > 0 && missing > 0 && `${missing} missing`,
    thin.length > 0 && `${thin.length} thin`,
  ].filter((lack) => lack !== false);
  return html`<td${isGap(cell) && html` class="gap"`}><b>${entries}</b> <span>${
    entries > 0 ? decimal(meanPhrasings, 1) : '–'
  }</span>${lacks.length > 0 && html` <em>${lacks.join(', ')}</em>`}</td>`;
}
