// The way from a reply to teaching it, for those who may.
import type { Escalation } from '../../../../dialogs/index.ts';
import { type Html, html } from '../../../html.ts';
import type { StaffSession } from '../../staffSessions.ts';
import type { Words } from '../../texts/texts.ts';
import { teachWords } from '../texts.ts';

export function teachLink({
  escalation,
  session,
  words,
}: {
  readonly escalation: Escalation;
  readonly session: StaffSession;
  readonly words: Words;
}): Html | false {
  const t = teachWords(words);
  return (
    escalation.reply !== null &&
    session.roles.includes('curator') &&
    html`<p><a id="teach" href="/console/teach/new?escalation=${encodeURIComponent(escalation.id)}">${t.teachTheBot}</a> <span class="hint">${t.teachHint}</span></p>`
  );
}
