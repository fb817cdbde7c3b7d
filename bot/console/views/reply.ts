// The reply: what was said, who is on it, and the form. Each part renews itself; client/live.ts spares what is being written.
import { labels, staffReply } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { deliveryTexts } from '../deliveries/texts.ts';
import { replyLimit } from '../limits.ts';
import { moduleList } from '../textModules/views.ts';
import { languageName } from '../texts/texts.ts';
import { visitorTexts } from '../visitor/texts.ts';
import { talk } from './desk.ts';
import type { EscalationModel } from './escalation.ts';
import { mailNote } from './mail.ts';
import { markdown } from './markdown.ts';
import { csrfField } from './page.ts';
import { clock, dateAndTime } from './time.ts';

export function replySection(model: EscalationModel): Html {
  const { escalation, words } = model;
  const { t } = words;
  const { status } = escalation;
  const waits = status === 'open' || status === 'claimed';
  const over = status === 'closed' || status === 'withdrawn';
  return html`<section aria-labelledby="reply">
  <div data-live="said">
    <h2 id="reply">${waits ? t.yourReply : t.latestReply}</h2>
    ${escalation.reply && latest(model, escalation.reply)}
    ${escalation.reply && whereabouts(model, escalation.reply.at)}
    ${didNotHelp(model)}
    ${mailNote(model)}
  </div>
  <div class="owner" data-live="owner" aria-live="polite">${owner(model)}</div>
  <div class="owner talk" data-live="talk" aria-live="polite">${talk(model)}</div>
  <div data-live="form">${over ? unsent(model) : waits || talks(model) ? form(model) : again(model)}</div>
  <div data-live="close">${!over && close(model)}</div>
</section>`;
}

/** Why a question that has a reply waits again. */
function didNotHelp({ history, words }: EscalationModel): Html | false {
  const since = history.slice(history.findLastIndex(({ kind }) => kind === 'reply') + 1);
  return (
    since.some(({ kind }) => kind === 'replyDidNotHelp') &&
    html`<p class="alert">${visitorTexts[words.language].didNotHelp}</p>`
  );
}

function latest(
  { words }: EscalationModel,
  reply: NonNullable<EscalationModel['escalation']['reply']>,
): Html {
  return html`<article class="said staff"><p class="by"><b>${reply.by}</b> ${dateAndTime(reply.at, words)}</p>
  <div class="text" dir="auto">${markdown(reply.text, 'staff')}</div></article>`;
}

/** Who talks with the visitor writes one message after the other. */
function talks({ escalation, session }: EscalationModel): boolean {
  return escalation.staffOwns && escalation.claimedBy === session.name;
}

/** Whether the visitor of our own web chat can have read the reply; of other channels nobody tells us. */
function whereabouts({ escalation, history, reach, words }: EscalationModel, repliedAt: Date): Html | null {
  const shown = history.some(({ kind, at }) => kind === 'delivered' && at >= repliedAt);
  if (escalation.conversation.channel !== 'directline' || !shown) return null;
  const t = deliveryTexts[words.language];
  const seen = reach.lastSeen !== null && reach.lastSeen >= repliedAt;
  return html`<p class="hint">${seen ? t.seenSince : t.waitsForVisitor}</p>`;
}

/** After a reply another one is a deliberate step: a correction, not a second answer by mistake. */
function again(model: EscalationModel): Html {
  return html`<details class="more"${model.draft !== '' && html` open`}><summary>${model.words.t.againOpen}</summary>${form(model)}</details>`;
}

function form(model: EscalationModel): Html {
  const { escalation, words, draft } = model;
  const { t } = words;
  const answered = escalation.status === 'answered' && !talks(model);
  const language = languageName(escalation.language, words.language);
  return html`<form class="stack reply" method="post" action="${action(model, 'reply')}">
  ${hidden(model)}${answered && html`<input type="hidden" name="again" value="1">`}
  <label for="text">${fill(answered ? t.againLabel : t.replyLabel, { language })}</label>
  <textarea id="text" name="text" rows="8" required lang="${escalation.language}" dir="auto" spellcheck="true"
    aria-describedby="text-hint text-left" data-limit="${replyLimit}" data-left="${t.replyLeft}"
    data-over="${t.replyTooLong}"${model.problem && html` aria-invalid="true" autofocus`}>
${draft}</textarea>
  <p class="hint" id="text-hint">${fill(t.replyHint, { name: model.session.name })}</p>
  <p class="hint left" id="text-left"></p>
  ${moduleList(model.modules, escalation.language, { reference: escalation.reference, me: model.session.name }, words)}
  ${preview(model)}
  <p class="buttons"><button class="primary">${answered ? t.sendAgain : t.send}</button> <span class="hint shortcut" hidden>${t.sendShortcut}</span></p>
</form>`;
}

/** Stands for the reply in the message around it; it is in no keyboard. */
const place = '\uFFFC';

/** The script puts what is typed between the question and the reference, as the visitor will see it. */
function preview({ escalation, session, words: { t } }: EscalationModel): Html {
  const { language } = escalation;
  const whole = staffReply(escalation, { text: place, by: session.name, at: escalation.updatedAt }).text;
  const at = whole.lastIndexOf(place);
  return html`<div class="preview" hidden data-empty="${t.previewEmpty}"><h3>${t.preview}</h3>
    <span hidden class="before">${whole.slice(0, at)}</span><span hidden class="after">${whole.slice(at + place.length)}</span>
    <article class="said staff" lang="${language}"><p class="by"><b>${labels(language).staffName(session.name)}</b></p>
    <div class="text" id="preview" dir="auto"></div></article>
  </div>`;
}

/** A text that can't be sent any more is kept to be copied; the script shows it when the question ends while one is writing. */
function unsent({ words, draft }: EscalationModel): Html {
  return html`<div class="stack kept"${draft === '' && html` hidden`}><label for="unsent">${words.t.unsent}</label>
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
      return html`<p class="meanwhile">${fill(t.refusedAnswered, { name, time })}</p>`;
    }
    case 'closed':
    case 'withdrawn':
      return html`<p>${t.noMore}</p>`;
  }
}

function claim(model: EscalationModel): Html {
  return html`<form method="post" action="${action(model, 'claim')}">${hidden(model)}<button id="claim">${model.words.t.claim}</button></form>`;
}

// A second, deliberate step without any script: the button is inside a closed <details>.
function close(model: EscalationModel): Html {
  const { t } = model.words;
  const answered = model.escalation.status === 'answered';
  return html`<details class="more close"><summary>${answered ? t.doneOpen : t.closeOpen}</summary>
  <form class="stack" method="post" action="${action(model, 'close')}">${hidden(model)}
    <p>${answered ? t.doneSure : t.closeSure}</p><button class="danger">${t.closeButton}</button></form></details>`;
}

/** Where a form of this question goes. */
export function action({ escalation }: EscalationModel, name: string): string {
  return `/console/escalations/${encodeURIComponent(escalation.id)}/${name}`;
}

/** Who sends it, and what they saw. */
export function hidden({ escalation, session }: EscalationModel): Html {
  return html`${csrfField(session)}<input type="hidden" name="version" value="${escalation.version}">`;
}
