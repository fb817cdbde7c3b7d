// Questions without an answer in groups, and answers that did not help: what to write next.
import { fill, type Html, html } from '../../../html.ts';
import { percent } from '../../texts/texts.ts';
import { leastHelpful } from '../figures.ts';
import { legend } from '../pattern.ts';
import { rowBars } from '../rowBars.ts';
import { entryName, type InsightModel, numberOf, textsOf } from './model.ts';
import { dataTable } from './table.ts';

const shownGroups = 20;
const shownEntries = 10;

export function unansweredSection(model: InsightModel): Html {
  const t = textsOf(model);
  const { unanswered } = model;
  const head = html`<h2 id="unanswered">${t.unansweredTitle}</h2>`;
  if (unanswered.length === 0) {
    return html`<section class="card" aria-labelledby="unanswered">${head}<p>${t.unansweredNone}</p></section>`;
  }
  const number = numberOf(model);
  const shown = unanswered.slice(0, shownGroups);
  return html`<section class="card" aria-labelledby="unanswered">${head}<p class="hint">${t.unansweredLead}</p>
${dataTable({
  caption: t.unansweredTitle,
  numbers: false,
  head: [t.examples, t.count, t.escalation],
  rows: shown.map(({ entry, examples, count, escalation }) => [
    html`<ul class="wordings">${examples.map(
      ({ question, language }) => html`<li lang="${language}" dir="auto">${question}</li>`,
    )}</ul>${
      entry !== null &&
      html`<p class="hint">${fill(t.near, { question: html`${entryName(model, entry)}` })}</p>`
    }`,
    number(count),
    escalation === null
      ? '–'
      : html`<a href="/console/escalations/${encodeURIComponent(escalation)}">${t.openEscalation}</a>`,
  ]),
})}
${
  unanswered.length > shown.length &&
  html`<p class="hint">${fill(t.groupsShown, { shown: number(shown.length), count: number(unanswered.length) })}</p>`
}</section>`;
}

export function unhelpfulSection(model: InsightModel): Html {
  const t = textsOf(model);
  const { language } = model.words;
  const worst = leastHelpful(model.judged).slice(0, shownEntries);
  const head = html`<h2 id="unhelpful">${t.unhelpfulTitle}</h2>`;
  if (worst.length === 0) {
    return html`<section class="card" aria-labelledby="unhelpful">${head}<p>${t.unhelpfulNone}</p></section>`;
  }
  const number = numberOf(model);
  const named = worst.map((one) => ({ ...one, name: entryName(model, one.entry) }));
  return html`<section class="card" aria-labelledby="unhelpful">${head}<p class="hint">${t.unhelpfulLead}</p>
<div class="beside"><div>${rowBars({
    id: 'judged',
    title: t.unhelpfulTitle,
    description: named.map(({ name, share }) => `${name} ${percent(share, language)}`).join('. '),
    inks: ['escalated', 'answered'],
    rows: named.map(({ name, share }) => ({
      label: name,
      parts: { escalated: share, answered: 1 - share },
      note: percent(share, language),
    })),
  })}
${legend('judged', [
  { ink: 'escalated', name: t.unhelpful },
  { ink: 'answered', name: t.helpful },
])}</div>
${dataTable({
  caption: t.unhelpfulTitle,
  head: [t.answer, t.unhelpful, t.helpful, t.unhelpfulShare],
  rows: named.map(({ name, helpful, unhelpful, share }) => [
    name,
    number(unhelpful),
    number(helpful),
    percent(share, language),
  ]),
})}</div></section>`;
}
