// The queue: who waits, since when, and who is on it.
import { type DeskPlan, type Escalation, type EscalationCounts, knownQueue } from '../../../dialogs/index.ts';
import { type Fault, formatFault } from '../../../knowledge/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { QuestionToLookAt } from '../deliveries/deliveries.ts';
import { lookAtLine } from '../deliveries/views.ts';
import { askedBy } from '../group/views.ts';
import { pickPrefix } from '../queue/bulk.ts';
import { isNarrowed, type QueueQuery, queueAddress } from '../queue/query.ts';
import type { Flash } from '../queue/routes.ts';
import type { SavedView } from '../queue/savedViews.ts';
import { queueTexts } from '../queue/texts.ts';
import { bulkForm, searchBar } from '../queue/views.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, duration, languageName, type Words } from '../texts/texts.ts';
import { dueWords, labelList, priorityBadge } from './due.ts';
import { page } from './page.ts';
import { type Group, groupNames, groups, groupTitles, statusBadge } from './status.ts';
import { dateAndTime } from './time.ts';

export interface QueueModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly query: QueueQuery;
  readonly views: readonly SavedView[];
  readonly counts: EscalationCounts;
  readonly plan: DeskPlan;
  /** Those that wait: the most urgent first; others: the oldest; those that were searched for: the likeliest. */
  readonly escalations: readonly Escalation[];
  /** Those that joined one of them. */
  readonly joined: readonly Escalation[];
  /** Whether there are more after these. */
  readonly more: boolean;
  readonly now: Date;
  readonly flash: Flash | null;
  readonly toLookAt: readonly QuestionToLookAt[];
  /** What keeps the knowledge on disk from being live. */
  readonly knowledgeFaults: readonly Fault[];
}

export function queuePage(model: QueueModel): Html {
  const { words, query, flash } = model;
  const { t } = words;
  const waiting = total(model, 'waiting');
  return page(
    model,
    waiting > 0 ? `(${waiting}) ${t.queue}` : t.queue,
    html`<h1>${t.queue}</h1>
${flash && html`<p class="${flash.isProblem ? 'alert' : 'flash'}" role="${flash.isProblem ? 'alert' : 'status'}">${flash.text}</p>`}
${searchBar(model)}
<div data-live="queue">
${lookAtLine(words, model.toLookAt)}
${model.knowledgeFaults.length > 0 && knowledgeFaults(model)}
<nav class="tabs" aria-label="${t.filters}"><ul>
${groupNames.map((name) => tab(model, name))}
</ul></nav>
${query.find !== '' && html`<h2 class="found">${fill(queueTexts[words.language].foundTitle, { term: query.find })}</h2>`}
${model.escalations.length === 0 ? empty(query, words) : list(model)}
</div>
${model.escalations.length > 0 && bulkForm(model)}`,
  );
}

/** As many faults as fit above the queue; the log has all. */
const faultsShown = 5;

function knowledgeFaults({ words: { t }, knowledgeFaults: faults }: QueueModel): Html {
  return html`<section class="alert" aria-labelledby="knowledge-faults">
    <h2 id="knowledge-faults">${t.knowledgeFaultsTitle}</h2>
    <p>${t.knowledgeFaultsLead}</p>
    <ul lang="en">${faults.slice(0, faultsShown).map((fault) => html`<li>${formatFault(fault)}</li>`)}</ul>
  </section>`;
}

function total({ counts }: QueueModel, group: Group): number {
  if (group === 'snoozed') return counts.snoozed;
  const all = groups[group].reduce((sum, status) => sum + counts[status], 0);
  return group === 'waiting' ? all - counts.snoozed : all;
}

function tab(model: QueueModel, group: Group): Html {
  const { words, query } = model;
  const isHere = query.find === '' && query.status === group;
  return html`<li><a id="tab-${group}" href="${queueAddress({ status: group })}"${isHere && html` aria-current="page"`}>
    ${words.t[groupTitles[group]]} <span class="count">${count(total(model, group), words.language)}</span></a></li>`;
}

function empty(query: QueueQuery, { t, language }: Words): Html {
  const done = query.status === 'waiting' && !isNarrowed(query);
  if (query.find !== '')
    return html`<p role="status">${fill(queueTexts[language].nothingFound, { term: query.find })}</p>
  <p><a href="/console">${queueTexts[language].clear}</a></p>`;
  return html`<section class="empty">
    <img src="/console/assets/${done ? 'done' : 'none'}.svg" alt="" width="120" height="96">
    <h2>${done ? t.emptyWaiting : t.emptyOther}</h2>
    <p>${done ? t.emptyWaitingLead : t.emptyOtherLead}</p>
  </section>`;
}

function list(model: QueueModel): Html {
  const { words, query, escalations, more } = model;
  const urgent = query.status === 'waiting' && query.find === '';
  const last = escalations.at(-1);
  return html`<ul class="queue" aria-label="${urgent ? words.t.listUrgent : words.t.listName}">
${escalations.map((each) => row(model, each))}
</ul>
${
  more &&
  last &&
  html`<p class="next"><a href="${queueAddress({ ...query, after: last.id })}">${fill(
    queueTexts[words.language].more,
    { count: count(escalations.length, words.language) },
  )}</a></p>`
}`;
}

function row(model: QueueModel, escalation: Escalation): Html {
  const { words, session } = model;
  const { t, language } = words;
  const age = duration(model.now.getTime() - escalation.at.getTime(), language);
  const waits = escalation.status === 'open' || escalation.status === 'claimed';
  return html`<li class="row ${escalation.status}">
  <label class="pick"><input type="checkbox" form="bulk" id="pick-${escalation.id}" name="${pickPrefix}${escalation.id}" value="1"><span class="hidden">${fill(
    queueTexts[language].select,
    { question: escalation.question },
  )}</span></label>
  <h2><a id="q-${escalation.id}" href="/console/escalations/${encodeURIComponent(escalation.id)}"
    lang="${escalation.language}" dir="auto">${escalation.question}</a></h2>
  <p class="meta">
    ${statusBadge(escalation.status, words)}
    ${askedBy(escalation, model.joined, words)}
    ${priorityBadge(escalation, words)}
    ${dueWords(escalation, model.now, words)}
    ${escalation.snoozedUntil && html`<span>${fill(t.snoozedTill, { time: dateAndTime(escalation.snoozedUntil, words) })}</span>`}
    <span class="age">${fill(waits ? t.waitingFor : t.askedAgo, { age })}</span>
    <span class="initial">${languageName(escalation.language, language)}</span>
    <span class="reference">${escalation.reference}</span>
    ${model.plan.queues.length > 1 && html`<span>${knownQueue(model.plan, escalation.queue).name}</span>`}
    ${escalation.status === 'claimed' && html`<span>${owner(escalation.claimedBy, session, words)}</span>`}
    ${escalation.remindedAt && html`<span>${t.reminded}</span>`}
    ${escalation.reply && html`<span>${fill(t.answeredBy, { name: escalation.reply.by })}</span>`}
    <span class="${escalation.email ? 'has' : 'hint'}">${escalation.email ? t.withEmail : t.withoutEmail}</span>
    ${
      escalation.details.length > 0 &&
      html`<span>${fill(t.detailsAdded, { count: count(escalation.details.length, language) })}</span>`
    }
    ${labelList(escalation, words)}
  </p>
</li>`;
}

function owner(name: string | null, session: StaffSession, { t }: Words): Html {
  return name === session.name ? html`${t.claimedByYou}` : fill(t.claimedBy, { name: name ?? t.colleague });
}
