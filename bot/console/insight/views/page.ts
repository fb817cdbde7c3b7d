// The page of figures: which period, then one section for each question one may have.
import { fill, type Html, html } from '../../../html.ts';
import { page } from '../../views/page.ts';
import { type Period, usualDays, writtenDay } from '../period.ts';
import { messageSections } from './messages.ts';
import { type InsightModel, numberOf, textsOf } from './model.ts';
import { taughtSection } from './taught.ts';
import { timesSection } from './times.ts';
import { unansweredSection, unhelpfulSection } from './unanswered.ts';

export function insightPage(model: InsightModel): Html {
  const t = textsOf(model);
  return page(
    { ...model, part: 'insight' },
    t.title,
    html`<link rel="stylesheet" href="/console/assets/insight.css">
<h1>${t.title}</h1>
<p class="hint">${t.lead}</p>
${!model.choice.ok && html`<div class="alert" role="alert"><p>${t.faults[model.choice.fault]} ${t.shownInstead}</p></div>`}
${periodForm(model)}
<div class="insight">
${messageSections(model)}
${unansweredSection(model)}
${unhelpfulSection(model)}
${timesSection(model)}
${taughtSection(model)}
${exportSection(model)}
</div>`,
  );
}

function periodForm(model: InsightModel): Html {
  const t = textsOf(model);
  const { period, days } = model.choice;
  const number = numberOf(model);
  const { language } = model.words;
  return html`<section aria-label="${t.period}" class="period">
<nav class="tabs" aria-label="${t.period}"><ul>${usualDays.map(
    (count) =>
      html`<li><a href="/console/insight?days=${count}"${count === days && html` aria-current="page"`}>${fill(t.days, { count: number(count) })}</a></li>`,
  )}</ul></nav>
<form method="get" action="/console/insight">
<div><label for="from">${t.from}</label><input id="from" name="from" type="date" required value="${period.from}"></div>
<div><label for="to">${t.to}</label><input id="to" name="to" type="date" required value="${period.to}"></div>
<button>${t.show}</button>
</form>
<p class="hint">${fill(t.shown, {
    from: writtenDay(period.from, language, 'medium'),
    to: writtenDay(period.to, language, 'medium'),
  })}</p>
</section>`;
}

function exportSection(model: InsightModel): Html | false {
  const t = textsOf(model);
  if (!model.session.roles.includes('administrator')) return false;
  const query = periodQuery(model.choice.period);
  return html`<section class="card" aria-labelledby="export"><h2 id="export">${t.exportTitle}</h2>
<p>${t.exportLead}</p>
<ul class="downloads"><li><a href="/console/insight/export.csv?${query}" download>${t.exportCsv}</a></li>
<li><a href="/console/insight/export.json?${query}" download>${t.exportJson}</a></li></ul></section>`;
}

function periodQuery({ from, to }: Period): string {
  return `from=${from}&to=${to}`;
}
