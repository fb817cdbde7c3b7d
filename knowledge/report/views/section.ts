// The frame that all parts of the report share.
import { type Html, type HtmlValue, html } from './html.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** In the list of contents: "3 gaps". */
  readonly state: string;
  /** One sentence: what the section is for, and what to do. */
  readonly purpose: string;
  readonly body: HtmlValue;
}

export function renderSection({ id, title, purpose, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="purpose">${purpose}</p>
${body}
</section>
`;
}

/** What is wider than a phone scrolls by itself, by keyboard too. */
export function scrolling(name: string, body: HtmlValue): Html {
  return html`<div class="scrolling" role="region" tabindex="0" aria-label="${name}">${body}</div>`;
}

/** Folded away until somebody asks for it; open on paper. */
export function folded(summary: HtmlValue, body: HtmlValue, open = false): Html {
  return open
    ? html`<details open><summary>${summary}</summary><div class="inside">${body}</div></details>
`
    : html`<details><summary>${summary}</summary><div class="inside">${body}</div></details>
`;
}
