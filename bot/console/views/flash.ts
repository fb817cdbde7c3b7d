// What staff have just done, as far as it is still so: an open page renews itself, and must not go on saying what was.
import { type EscalationEvent, takenBack } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import { deliveryTexts } from '../deliveries/texts.ts';
import type { EscalationModel } from './escalation.ts';
import { action, hidden } from './reply.ts';

export const doneNames = [
  'replied',
  'claimed',
  'closed',
  'separated',
  'reopened',
  'handedOver',
  'tookOver',
  'handedBack',
  'snoozed',
  'saved',
  'resent',
  'marked',
  'settledMeanwhile',
  'undone',
] as const;
export type Done = (typeof doneNames)[number];

export function flash(model: EscalationModel): Html | null {
  const { escalation, session, words, done } = model;
  const { t } = words;
  const { status, claimedBy, staffOwns, snoozedUntil } = escalation;
  const own = claimedBy === session.name;
  switch (done) {
    case 'replied':
      return status === 'answered' && own ? html`${delivery(model)}${undo(model)}` : null;
    case 'undone':
      return takenBack(model.history) !== null ? good(t.undone) : null;
    case 'claimed':
      return status === 'claimed' && own ? good(t.claimedDone) : null;
    case 'closed':
      return status === 'closed' ? good(t.closedDone) : null;
    // The page shows it: nobody else asks the same any more.
    case 'separated':
      return null;
    case 'reopened':
      return status === 'open' ? good(t.reopenedDone) : null;
    case 'handedOver':
      return own ? null : good(t.handedOverDone);
    case 'tookOver':
      return staffOwns && own ? good(t.tookOverDone) : null;
    case 'handedBack':
      return staffOwns ? null : good(t.handedBackDone);
    case 'snoozed':
      return snoozedUntil ? good(t.snoozedDone) : null;
    case 'saved':
      return good(t.savedDone);
    case 'resent':
      return sinceReply(model.history) === 'resend' ? good(deliveryTexts[words.language].resent) : null;
    case 'marked':
      return good(deliveryTexts[words.language].marked);
    case 'settledMeanwhile':
      return good(deliveryTexts[words.language].settledMeanwhile);
    case null:
      return null;
  }
}

/** While the reply has not gone out, it can be taken back. The script counts the seconds down. */
function undo(model: EscalationModel): Html | false {
  const { escalation, session, words, now, undoMs } = model;
  const { reply, staffOwns } = escalation;
  const left = (reply?.at.getTime() ?? 0) + undoMs - now.getTime();
  if (!reply || reply.by !== session.name || staffOwns || left <= 0) return false;
  const seconds = Math.ceil(left / 1_000);
  return html`<form class="undo" method="post" action="${action(model, 'undo')}" data-seconds="${seconds}">${hidden(model)}
    <button id="undo">${words.t.undo}</button> <span class="hint" data-hint="${words.t.undoHint}">${fill(words.t.undoHint, { seconds })}</span></form>`;
}

function delivery({ history, words: { t } }: EscalationModel): Html {
  switch (sinceReply(history)) {
    case 'delivered':
    case 'markDelivered':
      return good(t.repliedDelivered);
    case 'deliveryFailed':
    case 'deliveryUncertain':
      return html`<p class="alert">${t.repliedFailed}</p>`;
    default:
      return good(t.replied);
  }
}

const deliveryEvents: ReadonlySet<EscalationEvent['kind']> = new Set([
  'delivered',
  'deliveryFailed',
  'deliveryUncertain',
  'resend',
  'markDelivered',
]);

/** What became of the latest reply, as far as is known. */
function sinceReply(history: readonly EscalationEvent[]): EscalationEvent['kind'] | undefined {
  const replied = history.findLastIndex(({ kind }) => kind === 'reply');
  const since = history.slice(replied + 1);
  return since.findLast(({ kind }) => deliveryEvents.has(kind))?.kind;
}

function good(sentence: string): Html {
  return html`<p class="flash">${sentence}</p>`;
}
