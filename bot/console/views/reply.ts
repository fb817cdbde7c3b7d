// The reply: the form while a question waits, what was said once it does not.
import { fill, type Html, html } from '../html.ts';
import { replyLimit } from '../limits.ts';
import { languageName } from '../texts/texts.ts';
import type { EscalationModel } from './escalation.ts';
import { markdown } from './markdown.ts';
import { csrfField } from './page.ts';
import { clock, dateAndTime } from './time.ts';

export function replySection(model: EscalationModel): Html {
  const { escalation, words } = model;
  const { t } = words;
  const waits = escalation.status === 'open' || escalation.status === 'claimed';
  return html`<section aria-labelledby="reply">
  <h2 id="reply">${waits ? t.yourReply : t.latestReply}</h2>
  ${escalation.reply && latest(model, escalation.reply)}
  <div class="owner" data-live="owner" aria-live="polite">${owner(model)}</div>
  ${waits && form(model)}
  ${!waits && !escalation.reply && html`<p class="hint">${t.noMore}</p>`}
  ${!waits && model.draft !== '' && unsent(model)}
  ${escalation.status !== 'closed' && escalation.status !== 'withdrawn' && close(model)}
</section>`;
}

function latest(
  { words }: EscalationModel,
  reply: NonNullable<EscalationModel['escalation']['reply']>,
): Html {
  return html`<article class="said staff"><p class="by"><b>${reply.by}</b> ${dateAndTime(reply.at, words)}</p>
  <div class="text" dir="auto">${markdown(reply.text, 'staff')}</div></article>`;
}

function form(model: EscalationModel): Html {
  const { escalation, session, words, draft } = model;
  const { t } = words;
  return html`<form class="stack reply" method="post" action="${action(model, 'reply')}">
  ${hidden(model)}
  <label for="text">${fill(t.replyLabel, { language: languageName(escalation.language, words.language) })}</label>
  <textarea id="text" name="text" rows="8" required lang="${escalation.language}" dir="auto" spellcheck="true"
    aria-describedby="text-hint text-left" data-limit="${replyLimit}" data-left="${t.replyLeft}"
    data-over="${t.replyTooLong}"${model.problem && html` aria-invalid="true" autofocus`}>
${draft}</textarea>
  <p class="hint" id="text-hint">${fill(t.replyHint, { name: session.name })}</p>
  <p class="hint left" id="text-left"></p>
  <div class="preview" hidden data-empty="${t.previewEmpty}"><h3>${t.preview}</h3>
    <article class="said staff"><p class="by"><b>${session.name}</b></p><div class="text" id="preview" dir="auto"></div></article>
  </div>
  <p class="buttons"><button class="primary">${t.send}</button> <span class="hint shortcut" hidden>${t.sendShortcut}</span></p>
</form>`;
}

function unsent({ words, draft }: EscalationModel): Html {
  return html`<div class="stack"><label for="unsent">${words.t.unsent}</label>
  <textarea id="unsent" rows="8" readonly>
${draft}</textarea></div>`;
}

/** Who is on it. It renews itself, so that whoever is writing learns at once when somebody else was faster. */
function owner(model: EscalationModel): Html {
  const { escalation, session, words } = model;
  const { t } = words;
  const { status, claimedBy, reply } = escalation;
  switch (status) {
    case 'open':
      return html`<p>${t.nobodyYet}</p>${claim(model)}`;
    case 'claimed':
      return claimedBy === session.name
        ? html`<p>${t.claimedByYou}</p>`
        : html`<p>${fill(t.otherOnIt, { name: claimedBy ?? t.colleague })}</p>`;
    case 'answered': {
      const name = reply?.by ?? t.colleague;
      const time = clock(reply?.at ?? escalation.updatedAt, words);
      return html`<p class="meanwhile">${fill(t.answeredMeanwhile, { name, time })}</p>`;
    }
    case 'closed':
    case 'withdrawn':
      return html`<p class="meanwhile">${t.overMeanwhile}</p>`;
  }
}

function claim(model: EscalationModel): Html {
  return html`<form method="post" action="${action(model, 'claim')}">${hidden(model)}<button id="claim">${model.words.t.claim}</button></form>`;
}

// A second, deliberate step without any script: the button is inside a closed <details>.
function close(model: EscalationModel): Html {
  const { t } = model.words;
  const answered = model.escalation.status === 'answered';
  return html`<details class="close"><summary>${answered ? t.doneOpen : t.closeOpen}</summary>
  <form class="stack" method="post" action="${action(model, 'close')}">${hidden(model)}
    <p>${answered ? t.doneSure : t.closeSure}</p><button class="danger">${t.closeButton}</button></form></details>`;
}

function action({ escalation }: EscalationModel, name: string): string {
  return `/console/escalations/${encodeURIComponent(escalation.id)}/${name}`;
}

function hidden({ escalation, session }: EscalationModel): Html {
  return html`${csrfField(session)}<input type="hidden" name="version" value="${escalation.version}">`;
}
