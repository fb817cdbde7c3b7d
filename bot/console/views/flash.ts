// What staff have just done, as far as it is still so: an open page renews itself, and must not go on saying what was.
import type { EscalationEvent } from '../../../dialogs/index.ts';
import { type Html, html } from '../../html.ts';
import type { EscalationModel } from './escalation.ts';

export type Done = 'replied' | 'claimed' | 'closed' | 'separated';

export function flash(model: EscalationModel): Html | null {
  const { escalation, session, words, done } = model;
  const { t } = words;
  const { status, claimedBy } = escalation;
  const own = claimedBy === session.name;
  switch (done) {
    case 'replied':
      return status === 'answered' && own ? delivery(model) : null;
    case 'claimed':
      return status === 'claimed' && own ? good(t.claimedDone) : null;
    case 'closed':
      return status === 'closed' ? good(t.closedDone) : null;
    // The page shows it: nobody else asks the same any more.
    case 'separated':
    case null:
      return null;
  }
}

function delivery({ history, words: { t } }: EscalationModel): Html {
  switch (sinceReply(history)) {
    case 'delivered':
      return good(t.repliedDelivered);
    case 'deliveryFailed':
      return html`<p class="alert">${t.repliedFailed}</p>`;
    default:
      return good(t.replied);
  }
}

/** What became of the latest reply, as far as is known. */
function sinceReply(history: readonly EscalationEvent[]): EscalationEvent['kind'] | undefined {
  const replied = history.findLastIndex(({ kind }) => kind === 'reply');
  const since = history.slice(replied + 1);
  return since.findLast(({ kind }) => kind === 'delivered' || kind === 'deliveryFailed')?.kind;
}

function good(sentence: string): Html {
  return html`<p class="flash">${sentence}</p>`;
}
