// Everything that happened to an escalation, in order.
import { z } from 'zod';
import {
  type DeskPlan,
  type EscalationEvent,
  isVisitorCommandKind,
  knownQueue,
  priorities,
  type VisitorCommandKind,
} from '../../../dialogs/index.ts';
import { fill, type Html, type HtmlValue, html } from '../../html.ts';
import type { ConsoleTexts, Words } from '../texts/texts.ts';
import { visitorTexts } from '../visitor/texts.ts';
import { priorityNames } from './due.ts';
import { markdown } from './markdown.ts';
import { dateAndTime } from './time.ts';

const sentences = {
  opened: 'eventOpened',
  addDetails: 'eventAddDetails',
  leaveEmail: 'eventLeaveEmail',
  withdraw: 'eventWithdraw',
  claim: 'eventClaim',
  reply: 'eventReply',
  close: 'eventClose',
  undoReply: 'eventUndoReply',
  reopen: 'eventReopen',
  handOver: 'eventHandOver',
  takeOver: 'eventTakeOver',
  handBack: 'eventHandBack',
  snooze: 'eventSnooze',
  wake: 'eventWake',
  setPriority: 'eventSetPriority',
  addLabel: 'eventAddLabel',
  removeLabel: 'eventRemoveLabel',
  note: 'eventNote',
  route: 'eventRoute',
  remind: 'eventRemind',
  returned: 'eventReturned',
  delivered: 'eventDelivered',
  deliveryFailed: 'eventDeliveryFailed',
  deliveryUncertain: 'eventDeliveryUncertain',
  mailed: 'eventMailed',
  resend: 'eventResend',
  markDelivered: 'eventMarkDelivered',
  handoff: 'eventHandoff',
  handoffAccepted: 'eventHandoffAccepted',
  handoffFailed: 'eventHandoffFailed',
  handoffCompleted: 'eventHandoffCompleted',
} as const satisfies Record<Exclude<EscalationEvent['kind'], VisitorCommandKind>, keyof ConsoleTexts>;

/** Events whose text is not part of their sentence, and is shown below it. */
const quoted: readonly EscalationEvent['kind'][] = [
  'addDetails',
  'editQuestion',
  'leaveEmail',
  'reply',
  'deliveryFailed',
  'deliveryUncertain',
  'handoffAccepted',
  'handoffFailed',
  'handoffCompleted',
];

export function historySection(model: {
  readonly words: Words;
  readonly history: readonly EscalationEvent[];
  readonly plan: DeskPlan;
}): Html {
  const { words, history, plan } = model;
  return html`<section class="card" aria-labelledby="history">
  <h2 id="history">${words.t.history}</h2>
  <ol class="history">${history.map((event) => happened(event, words, plan))}</ol>
</section>`;
}

function happened(event: EscalationEvent, words: Words, plan: DeskPlan): Html {
  const text = quoted.includes(event.kind) ? event.text : null;
  return html`<li class="${event.kind}">
    <p>${fill(sentenceOf(event, words), slotsOf(event, words, plan))}</p>
    <p class="hint">${dateAndTime(event.at, words)}</p>
    ${text && (event.kind === 'reply' ? html`<div class="text">${markdown(text, 'staff')}</div>` : html`<p class="plain"${isTechnical(event) && html` lang="en"`}>${text}</p>`)}
  </li>`;
}

/** Some things are said otherwise when the clock does them, or when nobody is named. */
function sentenceOf({ kind, actor, text }: EscalationEvent, { t, language }: Words): string {
  if (isVisitorCommandKind(kind)) return visitorTexts[language][kind];
  if (kind === 'handOver' && text === null) return t.eventHandOverQueue;
  if (actor.kind === 'bot' && kind === 'wake') return t.eventWakeItself;
  if (actor.kind === 'bot' && kind === 'handBack') return t.eventTalkOver;
  return t[sentences[kind]];
}

function slotsOf(event: EscalationEvent, words: Words, plan: DeskPlan): Readonly<Record<string, HtmlValue>> {
  const { t } = words;
  const { kind } = event.actor;
  const name = event.actor.name ?? (kind === 'visitor' ? t.theVisitor : kind === 'bot' ? t.bot : t.colleague);
  const text = event.text ?? '';
  switch (event.kind) {
    case 'handOver':
    case 'remind':
    case 'returned':
      return { name, owner: event.text ?? t.colleague };
    case 'snooze':
      return { name, time: dateAndTime(new Date(text), words) };
    case 'setPriority':
      return { name, priority: t[priorityNames[priority.parse(text)]] };
    case 'addLabel':
    case 'removeLabel':
      return { name, label: text };
    case 'route':
      return { name, queue: knownQueue(plan, text).name };
    default:
      return { name };
  }
}

const priority = z.enum(priorities).catch('normal');
/** Why a delivery did not work is told in the service's own words. */
function isTechnical({ kind }: EscalationEvent): boolean {
  return kind === 'deliveryFailed' || kind === 'deliveryUncertain';
}
