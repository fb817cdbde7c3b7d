import type { AskedWording } from '../askUnseen.ts';
import type { Pair } from '../overlap.ts';
import type { Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { heatClass, heatMap } from './pictures.ts';
import { folded, type Section, scrolling } from './section.ts';
import { counted, decimal, questionOf, whereIs, whole } from './words.ts';

/** Crossings between topics that are told in words. */
const crossingsTold = 8;

/** Which entries, and topics, are taken for each other. */
export function overlapSection({ overlap, files }: Report): Section {
  const { pairs, more, lost, topics, cells } = overlap;
  const crossings = cells
    .filter(({ asked, taken, mixUps }) => asked !== taken && mixUps >= 0.5)
    .sort((a, b) => b.mixUps - a.mixUps)
    .slice(0, crossingsTold);
  return {
    id: 'overlap',
    title: 'Overlap',
    state: `${counted(lost, 'phrasing', 'phrasings')} nearer to another entry`,
    purpose:
      'Shows which entries the bot finds hardest to tell apart: give each of the two more phrasings with the words that only it should have, or make one entry of them.',
    body: html`<p class="note">How it is measured: each phrasing is asked of a bot that has learnt three quarters of the phrasings,
this one not among them. A mix-up counts as much as the other entry was believed. What visitors ask is easier as a rule, so
compare these figures with each other, and with those of your last report.</p>
<h3>By topic</h3>
<p>Of 100 phrasings of the row’s topic, so many would be taken for an entry of the column’s topic. On the diagonal it is another
entry of the same topic.</p>
${scrolling(
  'Overlap of topics, picture',
  heatMap({
    title: 'Heat map: of 100 phrasings of a topic, how many are taken for another entry, by topic',
    names: topics,
    values: cells.map(({ mixUps }) => mixUps),
  }),
)}
${
  crossings.length > 0 &&
  html`<p>The topics that run into each other most:</p>
<ul class="plain">${crossings.map(
    ({ asked, taken, mixUps }) =>
      html`<li>${asked} taken for ${taken}: ${decimal(mixUps, 1)} of 100</li>
`,
  )}</ul>`
}
${folded(
  'The picture as a table',
  scrolling(
    'Overlap of topics, table',
    html`<table class="heattable">
<caption>Mix-ups of 100 phrasings</caption>
<thead><tr><th scope="col">Asked</th>${topics.map((topic) => html`<th scope="col">${topic}</th>`)}</tr></thead>
<tbody>
${topics.map(
  (topic, row) => html`<tr><th scope="row">${topic}</th>${cells
    .slice(row * topics.length, (row + 1) * topics.length)
    .map(({ mixUps }) => html`<td class="${heatClass(mixUps)}">${decimal(mixUps, 1)}</td>`)}</tr>
`,
)}</tbody></table>`,
  ),
)}
<h3>The hardest pairs</h3>
${
  pairs.length > 0
    ? html`<ol class="cards">
${pairs.map((pair) => pairCard(pair, files))}</ol>`
    : html`<p>No phrasing came near another entry.</p>`
}
${more > 0 && html`<p class="note">${counted(more, 'more pair comes', 'more pairs come')} near each other less often.</p>`}`,
  };
}

function pairCard({ first, second, count, lost, mixUps, closest }: Pair, files: Report['files']): Html {
  return html`<li>
<p class="pair"><span>${questionOf(first, 'en')} ${whereIs(first.id, files)}</span><span class="or">or</span><span>${questionOf(second, 'en')} ${whereIs(second.id, files)}</span></p>
<p class="note">${counted(count, 'phrasing comes', 'phrasings come')} near the other entry, ${whole(lost)} of them nearer than their own;
weight of the mix-ups ${decimal(mixUps, 1)}.</p>
<ul class="calls">${closest.map(callLine)}</ul>
</li>
`;
}

function callLine({ wording, language, entry, own, rival }: AskedWording): Html {
  return html`<li><q lang="${language}">${wording}</q> <span class="tag">${language}</span>
<span class="figures">own <code>${entry.id}</code> ${decimal(own, 2)}, <code>${rival?.id}</code> ${decimal(rival?.confidence ?? 0, 2)}</span></li>
`;
}
