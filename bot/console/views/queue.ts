// The queue: who waits, since when, and who is on it.
import type { Escalation, EscalationStatus } from '../../../dialogs/index.ts';
import { type Fault, formatFault } from '../../../knowledge/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { askedBy } from '../group/views.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, duration, languageName, type Words } from '../texts/texts.ts';
import { page } from './page.ts';
import { type Group, groupNames, groups, groupTitles, statusBadge } from './status.ts';

export interface QueueModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly group: Group;
  readonly counts: Readonly<Record<EscalationStatus, number>>;
  /** Oldest first. */
  readonly escalations: readonly Escalation[];
  /** Those that joined one of them. */
  readonly joined: readonly Escalation[];
  readonly now: Date;
  readonly flash: string | null;
  /** What keeps the knowledge on disk from being live. */
  readonly knowledgeFaults: readonly Fault[];
}

export function queuePage(model: QueueModel): Html {
  const { words, group } = model;
  const { t } = words;
  const waiting = total(model, 'waiting');
  return page(
    model,
    waiting > 0 ? `(${waiting}) ${t.queue}` : t.queue,
    html`<h1>${t.queue}</h1>
${model.flash && html`<p class="flash" role="status">${model.flash}</p>`}
<div data-live="queue">
${model.knowledgeFaults.length > 0 && knowledgeFaults(model)}
<nav class="tabs" aria-label="${t.filters}"><ul>
${groupNames.map((name) => tab(model, name))}
</ul></nav>
${model.escalations.length === 0 ? empty(group, words) : list(model)}
</div>`,
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

function total(model: QueueModel, group: Group): number {
  return groups[group].reduce((sum, status) => sum + model.counts[status], 0);
}

function tab(model: QueueModel, group: Group): Html {
  const { words } = model;
  const href = group === 'waiting' ? '/console' : `/console?status=${group}`;
  return html`<li><a id="tab-${group}" href="${href}"${model.group === group && html` aria-current="page"`}>
    ${words.t[groupTitles[group]]} <span class="count">${count(total(model, group), words.language)}</span></a></li>`;
}

function empty(group: Group, { t }: Words): Html {
  const done = group === 'waiting';
  return html`<section class="empty">
    <img src="/console/assets/${done ? 'done' : 'none'}.svg" alt="" width="120" height="96">
    <h2>${done ? t.emptyWaiting : t.emptyOther}</h2>
    <p>${done ? t.emptyWaitingLead : t.emptyOtherLead}</p>
  </section>`;
}

function list(model: QueueModel): Html {
  const { words, escalations } = model;
  const all = total(model, model.group);
  return html`<ul class="queue" aria-label="${words.t.listName}">
${escalations.map((each) => row(model, each))}
</ul>
${
  all > escalations.length &&
  html`<p class="hint">${fill(words.t.oldestShown, {
    shown: count(escalations.length, words.language),
    count: count(all, words.language),
  })}</p>`
}`;
}

function row(model: QueueModel, escalation: Escalation): Html {
  const { words, session } = model;
  const { t, language } = words;
  const age = duration(model.now.getTime() - escalation.at.getTime(), language);
  const waits = escalation.status === 'open' || escalation.status === 'claimed';
  return html`<li class="row ${escalation.status}">
  <h2><a id="q-${escalation.id}" href="/console/escalations/${encodeURIComponent(escalation.id)}"
    lang="${escalation.language}" dir="auto">${escalation.question}</a></h2>
  <p class="meta">
    ${statusBadge(escalation.status, words)}
    ${askedBy(escalation, model.joined, words)}
    <span class="age">${fill(waits ? t.waitingFor : t.askedAgo, { age })}</span>
    <span class="initial">${languageName(escalation.language, language)}</span>
    <span class="reference">${escalation.reference}</span>
    ${escalation.status === 'claimed' && html`<span>${owner(escalation.claimedBy, session, words)}</span>`}
    ${escalation.reply && html`<span>${fill(t.answeredBy, { name: escalation.reply.by })}</span>`}
    <span class="${escalation.email ? 'has' : 'hint'}">${escalation.email ? t.withEmail : t.withoutEmail}</span>
    ${
      escalation.details.length > 0 &&
      html`<span>${fill(t.detailsAdded, { count: count(escalation.details.length, language) })}</span>`
    }
  </p>
</li>`;
}

function owner(name: string | null, session: StaffSession, { t }: Words): Html {
  return name === session.name ? html`${t.claimedByYou}` : fill(t.claimedBy, { name: name ?? t.colleague });
}
