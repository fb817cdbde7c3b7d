// Above the queue: search, filters and saved views. Below it: what to do with the selected questions.
import { type DeskPlan, maxNameLength, priorities } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { StaffSession } from '../staffSessions.ts';
import type { Words } from '../texts/texts.ts';
import { priorityNames } from '../views/due.ts';
import { csrfField } from '../views/page.ts';
import { bulkActions } from './bulk.ts';
import { isNarrowed, owners, type QueueQuery, queueSearch } from './query.ts';
import { type SavedView, viewNameLimit } from './savedViews.ts';
import { termLimit } from './search.ts';
import { type QueueTexts, queueTexts } from './texts.ts';

export interface ToolsModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly query: QueueQuery;
  readonly plan: DeskPlan;
  readonly views: readonly SavedView[];
}

export function searchBar(model: ToolsModel): Html {
  const { words, query } = model;
  const t = queueTexts[words.language];
  return html`<div class="tools">
<form method="get" action="/console" role="search" class="find">
  <label for="search">${t.search}</label>
  <input id="search" name="find" type="search" value="${query.find}" maxlength="${termLimit}" autocomplete="off" aria-describedby="search-hint">
  <button>${t.search}</button>
  <p class="hint" id="search-hint">${t.searchHint}</p>
</form>
${savedViews(model, t)}
${query.find === '' && filters(model, t)}
</div>`;
}

function savedViews({ views, session }: ToolsModel, t: QueueTexts): Html | false {
  if (views.length === 0) return false;
  return html`<nav aria-label="${t.views}"><ul class="views">${views.map(
    ({ name, query }) => html`<li><a href="/console?${query}">${name}</a>
    <form method="post" action="/console/views/remove">${csrfField(session)}<input type="hidden" name="name" value="${name}"><button class="quiet"
      ><span class="hidden">${fill(t.removeView, { name })}</span><span aria-hidden="true">×</span></button></form></li>`,
  )}</ul></nav>`;
}

function filters({ session, query, plan }: ToolsModel, t: QueueTexts): Html {
  const chosen = (is: boolean) => is && html` selected`;
  return html`<details class="more"${isNarrowed(query) && html` open`}><summary>${t.filter}</summary>
<div class="folded">
<form method="get" action="/console" class="stack">
  <input type="hidden" name="status" value="${query.status}">
  ${
    plan.queues.length > 1 &&
    html`<label for="filter-queue">${t.queue}</label>
  <select id="filter-queue" name="queue"><option value="">${t.anybody}</option>${plan.queues.map(
    ({ id, name }) => html`<option value="${id}"${chosen(id === query.queue)}>${name}</option>`,
  )}</select>`
  }
  <label for="filter-owner">${t.owner}</label>
  <select id="filter-owner" name="owner"><option value="">${t.anybody}</option>${owners.map(
    (owner) => html`<option value="${owner}"${chosen(owner === query.owner)}>${t[owner]}</option>`,
  )}</select>
  <label for="filter-label">${t.label}</label>
  <input id="filter-label" name="label" value="${query.label}" maxlength="100" autocomplete="off">
  <button>${t.show}</button>
  ${isNarrowed(query) && html`<p><a href="/console">${t.clear}</a></p>`}
</form>
<form method="post" action="/console/views/save" class="stack">
  ${csrfField(session)}<input type="hidden" name="query" value="${queueSearch({ ...query, after: '' })}">
  <label for="view-name">${t.viewName}</label>
  <input id="view-name" name="name" required maxlength="${viewNameLimit}" autocomplete="off">
  <button>${t.saveView}</button>
</form></div></details>`;
}

/** Its boxes stand before the questions and name this form. */
export function bulkForm({ words, session, query, plan }: ToolsModel): Html {
  const t = queueTexts[words.language];
  return html`<form id="bulk" method="post" action="/console/bulk" class="bulk">
  ${csrfField(session)}<input type="hidden" name="back" value="${queueSearch(query)}">
  <details class="more"><summary>${t.bulk} <span id="bulk-count" data-selected="${t.selected}"></span></summary>
  <div class="folded"><div class="stack">
  <p hidden><label><input type="checkbox" id="bulk-all"> ${t.selectAll}</label></p>
  <label for="bulk-action">${t.action}</label>
  <select id="bulk-action" name="action">${bulkActions
    .filter((action) => action !== 'route' || plan.queues.length > 1)
    .map((action) => html`<option value="${action}">${t[action]}</option>`)}</select>
  <div class="stack" data-for="handOver addLabel"><label for="bulk-value">${t.value}</label>
  <input id="bulk-value" name="value" maxlength="${maxNameLength}" autocomplete="off"></div>
  <div class="stack" data-for="priority"><label for="bulk-priority">${words.t.priority}</label>
  <select id="bulk-priority" name="priority">${priorities.map((each) => html`<option value="${each}">${words.t[priorityNames[each]]}</option>`)}</select></div>
  ${
    plan.queues.length > 1 &&
    html`<div class="stack" data-for="route"><label for="bulk-queue">${t.queue}</label>
  <select id="bulk-queue" name="queue">${plan.queues.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></div>`
  }
  <button class="primary">${t.bulkDo}</button>
  </div></div></details></form>`;
}
