// Replies and answers on the console's pages: the same reading of Markdown as in the visitors' web chat.

import { type Html, html } from '../../html.ts';
import { type Block, type Inline, parseMarkdown } from '../../webChat/client/markdown.ts';

/** @param author staff mean their line ends; in the bot's written answers they are mere wrapping */
export function markdown(text: string, author: 'staff' | 'bot'): Html {
  return html`${parseMarkdown(text, { keepLines: author === 'staff' }).map(block)}`;
}

function block(each: Block): Html {
  if (each.kind === 'paragraph') return html`<p>${each.children.map(inline)}</p>`;
  const items = each.items.map((item) => html`<li>${item.map(inline)}</li>`);
  return each.ordered ? html`<ol start="${each.start}">${items}</ol>` : html`<ul>${items}</ul>`;
}

function inline(each: Inline): Html {
  switch (each.kind) {
    case 'text':
      return html`${each.text}`;
    case 'break':
      return html`<br>`;
    case 'strong':
      return html`<strong>${each.children.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${each.children.map(inline)}</em>`;
    case 'link':
      return html`<a href="${each.url}" rel="noopener noreferrer" target="_blank">${each.children.map(inline)}</a>`;
  }
}
