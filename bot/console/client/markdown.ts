// The Markdown that visitors are shown: paragraphs, bold, italic, lists, https, mailto and tel links. Everything else is text.
// Text in, tree out: the server makes HTML of the tree, the preview in the browser makes elements.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { ordered: boolean; items: string[] } | null = null;
  const finish = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', children: parseLines(paragraph) });
    if (list) blocks.push({ kind: 'list', ordered: list.ordered, items: list.items.map(parseInline) });
    paragraph = [];
    list = null;
  };
  for (const line of text.split('\n')) {
    const item = /^\s{0,3}(?:([-*+])|\d{1,9}[.)])\s+(.*)$/u.exec(line);
    if (item) {
      const ordered = item[1] === undefined;
      if (!list || list.ordered !== ordered) {
        finish();
        list = { ordered, items: [] };
      }
      list.items.push(item[2] ?? '');
    } else if (line.trim() === '') {
      finish();
    } else {
      if (list) finish();
      paragraph.push(line.trim());
    }
  }
  finish();
  return blocks;
}

function parseLines(lines: readonly string[]): readonly Inline[] {
  return lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? parseInline(line) : [{ kind: 'break' }, ...parseInline(line)],
  );
}

// Bold, italic, [label](target), a bare address. No nesting of a kind in itself, so each part is looked at once per kind.
const marks =
  /\*\*(?<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|\*(?<emphasis>[^*\s](?:[^*]*[^*\s])?)\*|\[(?<label>[^[\]]{1,300})\]\((?<target>[^()\s]{1,2000})\)|(?<bare>https:\/\/[^\s<>"')\]]{1,2000}[^\s<>"')\].,;:!?])/gu;

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const { strong, emphasis, label, target, bare } = match.groups ?? {};
    const found = strong
      ? ({ kind: 'strong', children: parseInline(strong) } as const)
      : emphasis
        ? ({ kind: 'emphasis', children: parseInline(emphasis) } as const)
        : link(target ?? bare ?? '', label ?? bare ?? '');
    if (!found) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(found);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function link(href: string, label: string): Inline | null {
  return /^(?:https:\/\/|mailto:|tel:)/iu.test(href)
    ? { kind: 'link', href, children: [{ kind: 'text', text: label }] }
    : null;
}
