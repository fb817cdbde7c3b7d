// What was said in the conversation, so that nobody answers without its context.
import { type Html, html } from '../../html.ts';
import type { TranscriptLine } from '../options.ts';
import type { Words } from '../texts/texts.ts';
import { markdown } from './markdown.ts';
import { dateAndTime } from './time.ts';

export function transcriptSection(model: {
  readonly words: Words;
  readonly transcript: readonly TranscriptLine[];
}): Html {
  const { words, transcript } = model;
  return html`<section>
  <h2 id="conversation">${words.t.conversation}</h2>
  <div class="transcript" data-live="transcript" tabindex="0" role="region" aria-labelledby="conversation">
  ${
    transcript.length === 0
      ? html`<p class="hint">${words.t.conversationEmpty}</p>`
      : html`<ol>${transcript.map((line) => said(line, words))}</ol>`
  }
  </div>
</section>`;
}

function said(line: TranscriptLine, words: Words): Html {
  const text =
    line.from === 'visitor'
      ? html`<p class="plain" dir="auto">${line.text}</p>`
      : html`<div class="text" dir="auto">${markdown(line.text, line.from)}</div>`;
  return html`<li class="said ${line.from}">
    <p class="by"><b>${line.name ?? words.t[line.from]}</b> ${dateAndTime(line.at, words)}</p>
    ${text}
  </li>`;
}
