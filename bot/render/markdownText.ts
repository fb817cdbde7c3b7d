// Markdown as it reads in a terminal or in a mail: no marks, and the targets of links in brackets.
import { type Block, type Inline, parseMarkdown } from '../webChat/client/markdown.ts';

/** @param author staff mean their line ends; in the bot's written answers they are mere wrapping */
export function markdownText(source: string, author: 'staff' | 'bot'): string {
  return parseMarkdown(source, { keepLines: author === 'staff' })
    .map(block)
    .join('\n\n');
}

function block(each: Block): string {
  if (each.kind === 'paragraph') return inlines(each.children);
  return each.items
    .map((item, index) => `${each.ordered ? `${each.start + index}.` : '-'} ${inlines(item)}`)
    .join('\n');
}

function inlines(parts: readonly Inline[]): string {
  return parts.map(inline).join('');
}

function inline(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return inlines(part.children);
    case 'link': {
      const label = inlines(part.children);
      const target = part.url.replace(/^(?:mailto|tel):/u, '');
      return label === target || `${label}/` === target ? label : `${label} (${target})`;
    }
  }
}
