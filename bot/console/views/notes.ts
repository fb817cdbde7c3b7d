// What staff noted for each other. It looks unlike anything a visitor sees, and says so.
import type { EscalationEvent } from '../../../dialogs/index.ts';
import { type Html, html } from '../../html.ts';
import type { EscalationModel } from './escalation.ts';
import { dateAndTime } from './time.ts';

export function notesSection({ history, words }: EscalationModel): Html {
  const notes = history.filter(({ kind }) => kind === 'note');
  return html`<div data-live="notes">${
    notes.length > 0 &&
    html`<section class="notes" aria-labelledby="notes"><h2 id="notes">${words.t.notes}</h2>
    <p class="hint">${words.t.notesHint}</p>
    <ul>${notes.map(
      (
        note,
      ) => html`<li><p class="by"><b>${note.actor.name ?? words.t.colleague}</b> ${dateAndTime(note.at, words)}</p>
      <p class="plain" dir="auto">${withMentions(note)}</p></li>`,
    )}</ul></section>`
  }</div>`;
}

/** The text with the names it mentions set off. */
function withMentions({ text, mentions = [] }: EscalationEvent): Html {
  const names = [...mentions].sort((a, b) => b.length - a.length).map((name) => `@${name.toLowerCase()}`);
  const pieces: Html[] = [];
  let plain = '';
  let rest = text ?? '';
  while (rest !== '') {
    const lower = rest.toLowerCase();
    const name = names.find((each) => lower.startsWith(each));
    if (name === undefined) {
      plain += rest.slice(0, 1);
      rest = rest.slice(1);
    } else {
      pieces.push(html`${plain}<strong class="mention">${rest.slice(0, name.length)}</strong>`);
      plain = '';
      rest = rest.slice(name.length);
    }
  }
  return html`${pieces}${plain}`;
}
