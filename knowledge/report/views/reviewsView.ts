import type { Report } from '../report.ts';
import type { Due } from '../reviews.ts';
import { type Html, html } from './html.ts';
import { columnChart } from './pictures.ts';
import { folded, type Section, scrolling } from './section.ts';
import { counted, longDay, questionOf, whereIs, whole } from './words.ts';

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const longMonths = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** When answers must be compared with their sources again. */
export function reviewsSection({ reviews, files }: Report): Section {
  const { overdue, within, later, next, months, afterMonths } = reviews;
  const soon = within.reduce((sum, { due }) => sum + due.length, 0);
  return {
    id: 'reviews',
    title: 'Reviews due',
    state: overdue.length > 0 ? `${whole(overdue.length)} overdue` : 'none overdue',
    purpose:
      'Shows when answers must be compared with their sources again: begin with what is overdue, correct what has changed, and set checkedOn and reviewBy anew.',
    body: html`<dl class="tiles small">
<div class="tile ${overdue.length > 0 ? 'bad' : ''}"><dt>Overdue</dt><dd>${whole(overdue.length)}</dd></div>
${within.map(
  ({ days, due }, index) =>
    html`<div class="tile"><dt>${index === 0 ? `Within ${days} days` : `Then within ${days}`}</dt><dd>${whole(due.length)}</dd></div>
`,
)}<div class="tile"><dt>Later</dt><dd>${whole(later)}</dd></div>
</dl>
${soon === 0 && next !== null && html`<p>Nothing is due in the next half year. The next review is on ${longDay(next)}.</p>`}
<h3>By month</h3>
${scrolling(
  'Reviews by month, picture',
  columnChart({
    title: 'Reviews due in each month',
    labels: 'column',
    columnWidth: 34,
    columns: months.map(({ month, count }, index) => ({
      label: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : monthNames.format(new Date(month)),
      value: count,
    })),
  }),
)}
<ul class="plain">${months
      .filter(({ count }) => count > 0)
      .map(
        ({ month, count }) => html`<li>${longMonths.format(new Date(month))}: ${whole(count)}</li>
`,
      )}${afterMonths > 0 && html`<li>after that: ${whole(afterMonths)}</li>`}${overdue.length > 0 && html`<li>overdue: ${whole(overdue.length)}</li>`}</ul>
${dueList('Overdue', overdue, files, true)}
${within.map(({ days, due }) => dueList(`Due within ${days} days`, due, files, days === 30))}`,
  };
}

function dueList(name: string, due: readonly Due[], files: Report['files'], open: boolean): Html | false {
  return (
    due.length > 0 &&
    folded(
      `${name} (${whole(due.length)})`,
      html`<ul class="due">${due.map(
        ({ entry, days }) => html`<li><span class="day">${longDay(entry.reviewBy)} <small>${
          days < 0
            ? `${counted(-days, 'day', 'days')} ago`
            : days === 0
              ? 'today'
              : `in ${counted(days, 'day', 'days')}`
        }</small></span> ${questionOf(entry, 'en')} ${whereIs(entry.id, files)}</li>
`,
      )}</ul>`,
      open,
    )
  );
}
