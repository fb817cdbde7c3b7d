import type { Outcome } from '../../check/regression.ts';
import { languageNames } from '../../language.ts';
import type { AskedWording } from '../askUnseen.ts';
import type { Report } from '../report.ts';
import type { Weakest } from '../weakest.ts';
import { type Html, html } from './html.ts';
import { bar, stackedBar } from './pictures.ts';
import { folded, type Section } from './section.ts';
import { decimal, whereIs, whole } from './words.ts';

const outcomes = ['right', 'askedBack', 'missed', 'wrong'] as const;
const outcomeNames: Readonly<Record<Outcome, string>> = {
  right: 'right answer',
  askedBack: 'asked back',
  missed: 'no answer',
  wrong: 'wrong answer',
};

/** The phrasings that would miss their entry. */
export function weakestSection({ weakest, files }: Report): Section {
  const asked = weakest.reduce((sum, one) => sum + one.asked, 0);
  const wrong = weakest.reduce((sum, one) => sum + one.outcomes.wrong, 0);
  return {
    id: 'weakest',
    title: 'Weakest phrasings',
    state: `${Math.round((100 * wrong) / (asked || 1))} % mistaken when not learnt`,
    purpose:
      'Shows the phrasings that would miss their entry if they were not among what the bot has learnt: add a second phrasing with the same words, or move the phrasing to the entry that it really asks for.',
    body: html`<table class="outcomes">
<caption>What the phrasings would get that the bot has not learnt (visitors’ questions fare better: they are more alike)</caption>
<thead><tr><th scope="col">Language</th>${outcomes.map((outcome) => html`<th scope="col"><span class="key ${outcome}" aria-hidden="true"></span>${outcomeNames[outcome]}</th>`)}</tr></thead>
${weakest.map(outcomeRows)}</table>
${weakest.map((one, index) =>
  folded(
    html`<span lang="${one.language}">${languageNames[one.language]}</span>, the ${whole(one.wordings.length)} weakest`,
    html`<ol class="rows">${one.wordings.map((wording) => weakLine(wording, files))}</ol>`,
    index === 0,
  ),
)}`,
  };
}

/** The picture, and under it its figures. */
function outcomeRows({ language, asked, outcomes: counts }: Weakest): Html {
  return html`<tbody><tr class="picture"><td colspan="5">${stackedBar(outcomes.map((kind) => ({ kind, count: counts[kind] })))}</td></tr>
<tr><th scope="row"><span lang="${language}">${languageNames[language]}</span></th>${outcomes.map((outcome) => html`<td>${Math.round((100 * counts[outcome]) / asked)} %</td>`)}</tr></tbody>
`;
}

function weakLine(
  { wording, language, entry, own, rival, outcome }: AskedWording,
  files: Report['files'],
): Html {
  return html`<li>
<p class="wording"><q lang="${language}">${wording}</q> <span class="outcome ${outcome}">${outcomeNames[outcome]}</span></p>
<p class="call">${bar(own, 'own')} <b>${decimal(own, 2)}</b> <span>its own: ${whereIs(entry.id, files)}</span></p>
${
  rival
    ? html`<p class="call">${bar(rival.confidence, 'rival')} <b>${decimal(rival.confidence, 2)}</b> <span>${
        rival.entry ? 'next: ' : 'next, out of scope: '
      }${whereIs(rival.id, files)}</span></p>`
    : html`<p class="call none">Nothing else comes near.</p>`
}
</li>
`;
}
