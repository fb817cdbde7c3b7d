// Replies and answers on the console's pages, as visitors see them.
import { type Block, type Inline, parseMarkdown } from '../client/markdown.ts';
import { type Html, html } from '../html.ts';

export function markdown(text: string): Html {
  return html`${parseMarkdown(text).map(block)}`;
}

function block(each: Block): Html {
  if (each.kind === 'paragraph') return html`<p>${each.children.map(inline)}</p>`;
  const items = each.items.map((item) => html`<li>${item.map(inline)}</li>`);
  return each.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
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
      return html`<a href="${each.href}" rel="noopener noreferrer" target="_blank">${each.children.map(inline)}</a>`;
  }
}
