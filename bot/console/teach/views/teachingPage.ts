// One teaching: what it is, what it would do or does, and what may be done with it.
import type { Teaching } from '../../../../dialogs/index.ts';
import { entryOf, type Standing } from '../../../../knowledge/index.ts';
import { fill, type Html, html } from '../../../html.ts';
import type { StaffSession } from '../../staffSessions.ts';
import type { Words } from '../../texts/texts.ts';
import { csrfField } from '../../views/page.ts';
import { dateAndTime } from '../../views/time.ts';
import type { RehearsalState } from '../rehearsals.ts';
import { type TeachTexts, teachWords } from '../texts.ts';
import { teachPage } from './frame.ts';
import { rehearsalSection } from './rehearsalSection.ts';

export interface TeachingModel {
  readonly words: Words;
  readonly session: StaffSession;
  readonly teaching: Teaching;
  /** Of a draft; null of anything else. */
  readonly rehearsal: RehearsalState | null;
  /** How it stands to the files, when it is live. */
  readonly standing: Standing | null;
  readonly needsSecond: boolean;
  /** Why something was not done. */
  readonly problem: string | null;
}

export function teachingPage(model: TeachingModel): Html {
  const { words, teaching, problem } = model;
  const t = teachWords(words);
  const { change, escalation } = teaching;
  return teachPage(
    model,
    change.ask,
    html`<p class="back"><a href="/console/teach">← ${t.backToList}</a></p>
${problem && html`<div class="alert" role="alert" id="problem" tabindex="-1"><p>${problem}</p></div>`}
<p class="meta">${stateBadge(teaching, t)} <span>${fill(t.by, { name: teaching.author })}</span> ${dateAndTime(teaching.at, words)}</p>
<h1 class="question" lang="${change.language}" dir="auto">${change.ask}</h1>
<p>${what(teaching, t)}</p>
${escalation !== null && html`<p><a href="/console/escalations/${encodeURIComponent(escalation)}">${t.backToQuestion}</a></p>`}
<div data-live="state" role="status">${stateOf(model, t)}</div>
<div class="work" data-live="teaching">${teaching.state === 'draft' ? draft(model, t) : publication(model, t)}</div>
${teaching.state !== 'discarded' && discard(model, t)}`,
  );
}

export function stateBadge({ state }: Pick<Teaching, 'state'>, t: TeachTexts): Html {
  const look = { draft: 'open', published: 'claimed', exported: 'answered', discarded: 'closed' } as const;
  return html`<span class="badge ${look[state]}">${t[state]}</span>`;
}

export function what({ change }: Pick<Teaching, 'change'>, t: TeachTexts): Html {
  const entry = html`<code>${entryOf(change)}</code>`;
  return change.kind === 'addPhrasing'
    ? html`${fill(t.whatPhrasing, { entry })}: <q lang="${change.language}" dir="auto">${change.phrasing}</q>`
    : fill(t.whatEntry, { entry });
}

/** One sentence: what it is at. It is read out when it changes. */
function stateOf({ teaching, rehearsal, standing }: TeachingModel, t: TeachTexts): Html | false {
  const here = `/console/teach/${encodeURIComponent(teaching.id)}`;
  const waits = (sentence: string) =>
    html`<p class="flash">${sentence} <a href="${here}">${t.lookAgain}</a></p>`;
  if (teaching.state === 'discarded') return html`<p class="flash">${t.gone}</p>`;
  if (teaching.state !== 'draft') {
    switch (standing?.kind) {
      case undefined:
        return waits(t.learning);
      case 'applied':
        return html`<p class="flash">${t.live}</p>`;
      case 'contained':
        return html`<p class="flash">${t.liveInFiles}</p>`;
      case 'leftOut':
        return html`<p class="alert">${t.leftOut} <span lang="en">${standing.reason}</span></p>`;
    }
  }
  if (rehearsal?.kind === 'failed')
    return html`<p class="alert">${t.failed} <a href="${here}?again=1">${t.tryAgain}</a></p>`;
  if (rehearsal?.kind !== 'done') return waits(t.running);
  if (teaching.sentAt !== null) return html`<p class="flash">${t.sent}</p>`;
  return html`<p class="flash">${rehearsal.rehearsal.faults.length > 0 ? t.triedFaulty : t.tried}</p>`;
}

function draft(model: TeachingModel, t: TeachTexts): Html {
  const { teaching, session, rehearsal, needsSecond } = model;
  const here = `/console/teach/${encodeURIComponent(teaching.id)}`;
  const edit = html`<p><a href="${here}/edit">${t.edit}</a></p>`;
  if (rehearsal?.kind !== 'done') return edit;
  const { faults, lost } = rehearsal.rehearsal;
  const second = needsSecond && teaching.author === session.name;
  const done = second && teaching.sentAt !== null;
  return html`${rehearsalSection(rehearsal.rehearsal, model.words)}
  ${second && html`<p>${t.secondNeeded}</p>`}
  ${
    faults.length === 0 &&
    !done &&
    html`<form class="stack" method="post" action="${here}/${second ? 'send' : 'publish'}">${hidden(model)}
      ${
        lost.length > 0 &&
        html`<p class="choice"><input type="checkbox" id="lost" name="lost" value="confirmed" required><label for="lost">${t.confirmLost}</label></p>`
      }
      <p class="buttons"><button class="primary">${second ? t.send : t.publish}</button> ${!second && html`<span class="hint">${t.publishHint}</span>`}</p></form>`
  }
  ${edit}`;
}

function publication({ teaching, standing, words }: TeachingModel, t: TeachTexts): Html {
  const { approver, publishedAt } = teaching;
  return html`${standing?.kind === 'applied' && html`<p class="hint">${t.notInFiles}</p>`}
  ${
    approver !== null &&
    publishedAt !== null &&
    html`<p class="meta">${t.published}: ${approver}, ${dateAndTime(publishedAt, words)}</p>`
  }`;
}

function discard(model: TeachingModel, t: TeachTexts): Html {
  return html`<details class="more close"><summary>${t.discardOpen}</summary>
  <form class="stack" method="post" action="/console/teach/${encodeURIComponent(model.teaching.id)}/discard">${hidden(model)}
    <p>${t.discardSure}</p><button class="danger">${t.discard}</button></form></details>`;
}

function hidden({ session, teaching }: TeachingModel): Html {
  return html`${csrfField(session)}<input type="hidden" name="version" value="${teaching.version}">`;
}
