// The Markdown an answer may hold: paragraphs, **bold**, *italic*, lists, https and mailto links. Every channel can
// show that; anything more would look wrong in one of them, or be unsafe.
import MarkdownIt, { type Env, type Token } from 'markdown-it';

export interface MarkdownFault {
  /** Words of the text to point at. */
  readonly needle: string;
  /** "has a heading. Write …" */
  readonly message: string;
}

const allowed = new Set([
  ...['paragraph_open', 'paragraph_close', 'inline', 'text', 'softbreak', 'hardbreak'],
  ...['strong_open', 'strong_close', 'em_open', 'em_close', 'link_open', 'link_close'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close'],
]);

const names: Readonly<Record<string, string>> = {
  heading_open: 'a heading. Write a bold line',
  code_inline: 'code marks (`). Leave them out',
  code_block: 'an indented block. Begin the line further left',
  fence: 'a code block. Leave it out',
  blockquote_open: 'a quotation mark at the beginning of a line (>). Use quotation marks around the words',
  hr: 'a rule (---). Begin a new paragraph',
  image: 'an image. Link to it',
  html_block: 'HTML. Write Markdown',
  html_inline: 'HTML. Write Markdown',
  table_open: 'a table. Write a list',
  s_open: 'struck-out text. Leave it out',
};

/** The table itself is told. */
const insideTable = /^(?:thead|tbody|tr|th|td)_/u;

/** All of Markdown is read, so that what is not wanted is seen; links are judged below instead of being dropped. */
const reader = new MarkdownIt({ html: true });
reader.validateLink = () => true;
reader.normalizeLink = (url) => url;

/** @returns what is not allowed in the text, in order */
export function markdownFaults(text: string): MarkdownFault[] {
  const faults: MarkdownFault[] = [];
  const lines = text.split('\n');
  const env: Env = {};
  const judge = (token: Token, line: string): void => {
    if (!allowed.has(token.type)) {
      if (!token.type.endsWith('_close') && !insideTable.test(token.type)) {
        faults.push({
          needle: needleOf(token, line),
          message: `has ${names[token.type] ?? `"${token.markup}"`}.`,
        });
      }
    } else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const message = linkFault(href);
      if (message) faults.push({ needle: text.includes(href) ? href : '](', message });
    }
    for (const child of token.children ?? []) judge(child, line);
  };
  for (const token of reader.parse(text, env)) judge(token, lines[token.map?.[0] ?? 0]?.trim() ?? '');
  if (Object.keys(env.references ?? {}).length > 0) {
    faults.push({ needle: ']:', message: 'defines a link apart from its words. Write [words](https://…).' });
  }
  return faults;
}

/** @returns what is wrong with a link's target, or null */
export function linkFault(href: string): string | null {
  const target = URL.parse(href);
  if (target?.protocol === 'mailto:') {
    return /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+$/iu.test(href)
      ? null
      : `has a mail link that is no plain address ("${href}").`;
  }
  if (target?.protocol !== 'https:') return `has a link to "${href}". Links begin with https:// or mailto:.`;
  if (target.username || target.password || target.port) {
    return `has a link with a user name or a port ("${href}"). Link to the public page.`;
  }
  return null;
}

function needleOf(token: Token, line: string): string {
  if (token.type === 'image') return '![';
  if (token.type === 'html_inline') return token.content;
  if (token.type === 'code_inline') return `${token.markup}${token.content}`;
  return token.type === 's_open' ? token.markup : line;
}
