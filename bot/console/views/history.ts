// Everything that happened to an escalation, in order.
import type { EscalationEvent } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { ConsoleTexts, Words } from '../texts/texts.ts';
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
  deliveryUncertain: 'eventDeliveryUncertain',
  mailed: 'eventMailed',
  resend: 'eventResend',
  markDelivered: 'eventMarkDelivered',
  handoff: 'eventHandoff',
  handoffAccepted: 'eventHandoffAccepted',
  handoffFailed: 'eventHandoffFailed',
  handoffCompleted: 'eventHandoffCompleted',
} as const satisfies Record<EscalationEvent['kind'], keyof ConsoleTexts>;

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
    <p>${fill(t[sentences[event.kind]], { name })}</p>
    <p class="hint">${dateAndTime(event.at, words)}</p>
    ${text && (event.kind === 'reply' ? html`<div class="text">${markdown(text, 'staff')}</div>` : html`<p class="plain"${isTechnical(event) && html` lang="en"`}>${text}</p>`)}
  </li>`;
}

/** Why a delivery did not work is told in the service's own words. */
function isTechnical({ kind }: EscalationEvent): boolean {
  return kind === 'deliveryFailed' || kind === 'deliveryUncertain';
}
