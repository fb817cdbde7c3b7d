// Everything that happened to an escalation, in order.
import {
  type EscalationEvent,
  isVisitorCommandKind,
  type VisitorCommandKind,
} from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { ConsoleTexts, Words } from '../texts/texts.ts';
import { visitorTexts } from '../visitor/texts.ts';
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
  delivered: 'eventDelivered',
  deliveryFailed: 'eventDeliveryFailed',
} as const satisfies Record<Exclude<EscalationEvent['kind'], VisitorCommandKind>, keyof ConsoleTexts>;

function sentenceOf(kind: EscalationEvent['kind'], { t, language }: Words): string {
  return isVisitorCommandKind(kind) ? visitorTexts[language][kind] : t[sentences[kind]];
}

export function historySection(model: {
  readonly words: Words;
  readonly history: readonly EscalationEvent[];
}): Html {
  const { words, history } = model;
  return html`<section class="card" aria-labelledby="history">
  <h2 id="history">${words.t.history}</h2>
  <ol class="history">${history.map((event) => happened(event, words))}</ol>
</section>`;
}

function happened(event: EscalationEvent, words: Words): Html {
  const { t } = words;
  const { kind } = event.actor;
  const name = event.actor.name ?? (kind === 'visitor' ? t.theVisitor : kind === 'bot' ? t.bot : t.colleague);
  // The question itself heads the page already.
  const text = event.kind === 'opened' ? null : event.text;
  return html`<li class="${event.kind}">
    <p>${fill(sentenceOf(event.kind, words), { name })}</p>
    <p class="hint">${dateAndTime(event.at, words)}</p>
    ${text && (event.kind === 'reply' ? html`<div class="text">${markdown(text, 'staff')}</div>` : html`<p class="plain"${event.kind === 'deliveryFailed' && html` lang="en"`}>${text}</p>`)}
  </li>`;
}
