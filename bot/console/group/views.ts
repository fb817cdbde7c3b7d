// Questions that ask the same: in the queue a number, on the page every wording, and a way to answer one by itself.
import type { Escalation } from '../../../dialogs/index.ts';
import { fill, type Html, html } from '../../html.ts';
import type { StaffSession } from '../staffSessions.ts';
import { count, languageName, type Words } from '../texts/texts.ts';
import { csrfField } from '../views/page.ts';
import { dateAndTime } from '../views/time.ts';
import { groupTexts } from './texts.ts';

export interface Group {
  /** The one this question joined; null when it stands for itself. */
  readonly first: Escalation | null;
  /** Those that joined this one, oldest first. */
  readonly joined: readonly Escalation[];
}

/** "asked by 3", or nothing for a question that nobody else asks. */
export function askedBy(escalation: Escalation, joined: readonly Escalation[], words: Words): Html | false {
  const others = joined.filter(({ joinedTo }) => joinedTo === escalation.id).length;
  return (
    others > 0 &&
    html`<span class="asked-by">${fill(groupTexts[words.language].askedBy, { count: count(others + 1, words.language) })}</span>`
  );
}

/** Above the conversation of a question that is not alone. */
export function groupSection(model: {
  readonly words: Words;
  readonly session: StaffSession;
  readonly escalation: Escalation;
  readonly group: Group;
}): Html | false {
  const { words, group, escalation, session } = model;
  const t = groupTexts[words.language];
  if (group.first) {
    return html`<section class="card" aria-label="${t.title}">
  <p>${fill(t.isJoined, { reference: link(group.first, group.first.reference) })}</p>
  ${separate(escalation, session, t.separate)}
</section>`;
  }
  return (
    group.joined.length > 0 &&
    html`<section class="card" aria-labelledby="group">
  <h2 id="group">${t.title} (${count(group.joined.length, words.language)})</h2>
  <p class="hint">${t.lead}</p>
  <ul class="group">${group.joined.map((one) => wording(one, session, words))}</ul>
</section>`
  );
}

function wording(one: Escalation, session: StaffSession, words: Words): Html {
  const t = groupTexts[words.language];
  return html`<li>
    <p lang="${one.language}" dir="auto">${link(one, one.question)}</p>
    ${one.details.map((text) => html`<p class="plain" lang="${one.language}" dir="auto">${text}</p>`)}
    <p class="hint"><span class="reference">${one.reference}</span> · ${languageName(one.language, words.language)} · ${dateAndTime(one.at, words)}</p>
    ${separate(one, session, t.separateNamed.replace('{reference}', one.reference))}
  </li>`;
}

function link({ id }: Escalation, text: string): Html {
  return html`<a href="/console/escalations/${encodeURIComponent(id)}">${text}</a>`;
}

function separate({ id, status }: Escalation, session: StaffSession, label: string): Html | false {
  const over = status === 'closed' || status === 'withdrawn';
  return (
    !over &&
    html`<form method="post" action="/console/escalations/${encodeURIComponent(id)}/separate">${csrfField(session)}<button class="quiet">${label}</button></form>`
  );
}
