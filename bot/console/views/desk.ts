// What staff may do with a question besides replying: each a form of its own behind a button, so that all of it fits on a phone,
// works by keyboard and without a script. What is open or being written is spared by client/live.ts.
import { maxLabelLength, maxNameLength, nextOpening, priorities } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { replyLimit } from '../limits.ts';
import { priorityNames } from './due.ts';
import type { EscalationModel } from './escalation.ts';
import { action, hidden } from './reply.ts';
import { dateAndTime } from './time.ts';

export function deskSection(model: EscalationModel): Html {
  const { escalation, words } = model;
  const { status } = escalation;
  const waits = status === 'open' || status === 'claimed';
  const over = status === 'closed' || status === 'withdrawn';
  return html`<section aria-labelledby="manage">
  <h2 id="manage">${words.t.manage}</h2>
  <div class="desk">
    <div data-live="note-form">${note(model)}</div>
    <div data-live="hand-over">${(waits || escalation.staffOwns) && handOver(model)}</div>
    <div data-live="snooze">${waits && snooze(model)}</div>
    <div data-live="priority">${!over && priority(model)}</div>
    <div data-live="labels">${labels(model)}</div>
    <div data-live="route">${!over && model.plan.queues.length > 1 && route(model)}</div>
    <div data-live="reopen">${(status === 'answered' || status === 'closed') && reopen(model)}</div>
  </div>
</section>`;
}

/** Beside who is on it: the conversation itself, taken over or given back to the bot. */
export function talk(model: EscalationModel): Html | false {
  const { escalation, session, words } = model;
  const { t } = words;
  const { status, claimedBy, staffOwns } = escalation;
  if (status === 'closed' || status === 'withdrawn') return false;
  if (!staffOwns) {
    const others = status === 'claimed' && claimedBy !== session.name;
    return !others && html`${button(model, 'take-over', t.talk, 'talk')}<p class="hint">${t.talkHint}</p>`;
  }
  const sentence =
    claimedBy === session.name ? t.talking : fill(t.talkingOther, { name: claimedBy ?? t.colleague });
  return html`<p><strong>${sentence}</strong></p>${button(model, 'hand-back', t.handBack, 'hand-back')}`;
}

function note(model: EscalationModel): Html {
  const { people, noteDraft, words } = model;
  const { t } = words;
  const names = people.map((name) => `@${name}`).join(', ');
  return fold(
    model,
    'note',
    t.noteOpen,
    html`<label for="note">${t.noteLabel}</label>
    <textarea id="note" name="note" rows="4" required maxlength="${replyLimit}" dir="auto" spellcheck="true"${
      names !== '' && html` aria-describedby="note-hint"`
    }>
${noteDraft}</textarea>
    ${names !== '' && html`<p class="hint" id="note-hint">${fill(t.noteHint, { names })}</p>`}
    <button>${t.noteButton}</button>`,
    noteDraft !== '',
  );
}

function handOver(model: EscalationModel): Html {
  const { people, escalation, words } = model;
  const { t } = words;
  return fold(
    model,
    'hand-over',
    t.handOver,
    html`<label for="to">${t.handOverTo}</label>
    <input id="to" name="to" list="people" maxlength="${maxNameLength}" autocomplete="off">
    <datalist id="people">${people
      .filter((name) => name !== escalation.claimedBy)
      .map((name) => html`<option>${name}</option>`)}</datalist>
    <p class="buttons"><button>${t.handOverButton}</button>
    ${escalation.status === 'claimed' && html`<button name="back" value="1">${t.toQueue}</button>`}</p>`,
  );
}

const hour = 3_600_000;
const week = 7 * 24 * hour;

function snooze(model: EscalationModel): Html {
  const { escalation, plan, now, words } = model;
  const { t } = words;
  if (escalation.snoozedUntil)
    return html`<p>${fill(t.snoozedTill, { time: dateAndTime(escalation.snoozedUntil, words) })}</p>${button(model, 'wake', t.wakeButton, 'wake')}`;
  // From now on it may be open until tonight: what is meant is the next morning.
  const morning = nextOpening(plan.hours, new Date(now.getTime() + 12 * hour));
  const choice = (until: Date, name: Html | string) =>
    html`<button name="until" value="${until.toISOString()}" formnovalidate>${name}</button>`;
  return fold(
    model,
    'snooze',
    t.snoozeOpen,
    html`<p class="hint">${t.snoozeHint}</p>
    <p class="buttons">${choice(new Date(now.getTime() + hour), t.snoozeHour)}
    ${choice(morning, fill(t.snoozeMorning, { time: dateAndTime(morning, words) }))}
    ${choice(new Date(now.getTime() + week), t.snoozeWeek)}</p>
    <label for="local">${fill(t.snoozeAt, { zone: plan.hours.timeZone })}</label>
    <input id="local" name="local" type="datetime-local">
    <button>${t.snoozeButton}</button>`,
  );
}

function priority(model: EscalationModel): Html {
  const { escalation, words } = model;
  const { t } = words;
  return fold(
    model,
    'priority',
    t.priorityOpen,
    html`<label for="priority">${t.priority}</label>
    <select id="priority" name="priority">${priorities.map(
      (each) =>
        html`<option value="${each}"${each === escalation.priority && html` selected`}>${t[priorityNames[each]]}</option>`,
    )}</select>
    <button>${t.priorityButton}</button>`,
  );
}

function labels(model: EscalationModel): Html {
  const { escalation, words } = model;
  const { t } = words;
  const removable = escalation.labels.map(
    (label) => html`<li><form method="post" action="${action(model, 'remove-label')}">${hidden(model)}
    <button class="quiet" name="label" value="${label}"><span class="hidden">${fill(t.labelRemove, { label })}</span><span
      aria-hidden="true">${label} ×</span></button></form></li>`,
  );
  return fold(
    model,
    'add-label',
    t.labelOpen,
    html`<label for="label">${t.labelAdd}</label>
    <input id="label" name="label" required maxlength="${maxLabelLength}" autocomplete="off">
    <button>${t.labelButton}</button>`,
    false,
    removable.length > 0 && html`<ul class="words">${removable}</ul>`,
  );
}

function route(model: EscalationModel): Html {
  const { escalation, plan, words } = model;
  const { t } = words;
  return fold(
    model,
    'queue',
    t.routeOpen,
    html`<label for="queue">${t.queueName}</label>
    <select id="queue" name="queue">${plan.queues.map(
      ({ id, name }) =>
        html`<option value="${id}"${id === escalation.queue && html` selected`}>${name}</option>`,
    )}</select>
    <button>${t.routeButton}</button>`,
  );
}

function reopen(model: EscalationModel): Html {
  return button(model, 'reopen', model.words.t.reopenButton, 'reopen');
}

/** A form behind a button that opens it. */
function fold(
  model: EscalationModel,
  name: string,
  title: string,
  form: Html,
  open = false,
  before: Html | false = false,
): Html {
  return html`<details class="more"${open && html` open`}><summary id="open-${name}">${title}</summary>
  <div class="folded">${before}
  <form class="stack" method="post" action="${action(model, name)}">${hidden(model)}${form}</form></div></details>`;
}

function button(model: EscalationModel, name: string, title: string, id: string): Html {
  return html`<form method="post" action="${action(model, name)}">${hidden(model)}<button id="${id}">${title}</button></form>`;
}
