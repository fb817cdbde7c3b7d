// Markdown of the allow-list as a tree: paragraphs, bold, italic, lists, https, mailto and tel links. All else stays text.
// No DOM and no HTML here, so nothing in a text can become markup.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    };

export interface MarkdownOptions {
  /** Keep single line ends, as people who type a reply mean them; in written entries they are mere wrapping. */
  readonly keepLines: boolean;
}

/** Links inside bold inside links … go no deeper than this; the rest stays text. */
const maxDepth = 4;

const bullet = /^ {0,3}[-*+] +(.*)$/u;
const numbered = /^ {0,3}(\d{1,6})[.)] +(.*)$/u;

/** Reads a text as blocks. Time grows with the length, whatever the text. */
export function parseMarkdown(source: string, options: MarkdownOptions): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: { ordered: boolean; start: number; items: string[] } | null = null;

  function closeParagraph(): void {
    const text = joinLines(lines, options);
    lines = [];
    if (text) blocks.push({ kind: 'paragraph', children: parseInline(text, 0) });
  }
  function closeList(): void {
    if (list)
      blocks.push({
        kind: 'list',
        ordered: list.ordered,
        start: list.start,
        items: list.items.map((item) => parseInline(item, 0)),
      });
    list = null;
  }

  let blankBefore = false;
  for (const line of source.replaceAll('\r\n', '\n').split('\n')) {
    if (!line.trim()) {
      closeParagraph();
      blankBefore = true;
      continue;
    }
    const number = numbered.exec(line);
    const item = bullet.exec(line)?.[1] ?? number?.[2];
    if (item !== undefined) {
      closeParagraph();
      const ordered = number !== null;
      if (list && list.ordered !== ordered) closeList();
      list ??= { ordered, start: Number(number?.[1] ?? 1), items: [] };
      list.items.push(item);
    } else if (list && (!blankBefore || /^ {2,}/u.test(line))) {
      list.items.push(`${list.items.pop() ?? ''}${options.keepLines ? '\n' : ' '}${line.trim()}`);
    } else {
      closeList();
      lines.push(line);
    }
    blankBefore = false;
  }
  closeParagraph();
  closeList();
  return blocks;
}

function joinLines(lines: readonly string[], options: MarkdownOptions): string {
  return lines
    .map((line, index) => {
      const last = index === lines.length - 1;
      const hard = options.keepLines || / {2,}$|\\$/u.test(line);
      const text = line.trim().replace(/\\$/u, '');
      return last ? text : text + (hard ? '\n' : ' ');
    })
    .join('');
}

function parseInline(text: string, depth: number): readonly Inline[] {
  const out: Inline[] = [];
  let plain = '';
  function flush(): void {
    if (plain) out.push({ kind: 'text', text: plain });
    plain = '';
  }
  function push(node: Inline): void {
    flush();
    out.push(node);
  }
  let at = 0;
  while (at < text.length) {
    const found = depth < maxDepth ? nodeAt(text, at, depth) : null;
    const char = text.charAt(at);
    if (found) {
      push(found.node);
      at = found.end;
    } else if (char === '\n') {
      push({ kind: 'break' });
      at += 1;
    } else if (char === '\\' && /[!-/:-@[-`{-~]/u.test(text.charAt(at + 1))) {
      plain += text.charAt(at + 1);
      at += 2;
    } else {
      plain += char;
      at += 1;
    }
  }
  flush();
  return out;
}

function nodeAt(text: string, at: number, depth: number): { node: Inline; end: number } | null {
  const char = text.charAt(at);
  if (char === '*' || char === '_') return emphasisAt(text, at, char, depth);
  if (char === '[') return linkAt(text, at, depth);
  if (char === 'h' || char === '<') return bareLinkAt(text, at);
  return null;
}

function emphasisAt(
  text: string,
  at: number,
  char: string,
  depth: number,
): { node: Inline; end: number } | null {
  const marker = text.charAt(at + 1) === char ? char + char : char;
  const start = at + marker.length;
  // snake_case and 2 * 3 are no emphasis: it opens before a letter and, with "_", not inside a word.
  if (!text.charAt(start).trim() || text.charAt(start) === char) return null;
  if (char === '_' && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return null;
  let end = text.indexOf(marker, start);
  while (end !== -1 && marker.length === 1 && text.charAt(end + 1) === char)
    end = text.indexOf(marker, end + 2);
  if (end === -1 || !text.charAt(end - 1).trim()) return null;
  const children = parseInline(text.slice(start, end), depth + 1);
  return { node: { kind: marker.length === 2 ? 'strong' : 'emphasis', children }, end: end + marker.length };
}

function linkAt(text: string, at: number, depth: number): { node: Inline; end: number } | null {
  const middle = text.indexOf('](', at);
  // A further "[" in between belongs to another link: this one is text.
  if (middle === -1 || text.slice(at + 1, middle).includes('[')) return null;
  const end = closingBracket(text, middle + 2);
  const url = end === -1 ? null : safeUrl(text.slice(middle + 2, end));
  const label = text.slice(at + 1, middle);
  if (!url || !label.trim()) return null;
  // No link inside a link: what would be one in the label stays text.
  const children = parseInline(label, depth + 1).flatMap((node) =>
    node.kind === 'link' ? node.children : node,
  );
  return { node: { kind: 'link', url, children }, end: end + 1 };
}

/** Addresses may hold balanced brackets, as those of Wikipedia do. */
function closingBracket(text: string, from: number): number {
  let open = 0;
  for (let at = from; at < text.length && at < from + 2048; at += 1) {
    const char = text.charAt(at);
    if (!char.trim()) return -1;
    if (char === '(') open += 1;
    if (char === ')') {
      if (open === 0) return at;
      open -= 1;
    }
  }
  return -1;
}

const bare = /<((?:https:\/\/|mailto:|tel:)[^\s<>]{1,2000})>|https:\/\/[^\s<>]{1,2000}/uy;

function bareLinkAt(text: string, at: number): { node: Inline; end: number } | null {
  bare.lastIndex = at;
  const found = bare.exec(text);
  if (!found) return null;
  // The full stop after an address ends the sentence, not the address.
  const address = found[1] ?? found[0].replace(/[.,;:!?)\]*_'"»”]+$/u, '');
  const url = safeUrl(address);
  if (!url) return null;
  const end = at + (found[1] ? found[0].length : address.length);
  return {
    node: { kind: 'link', url, children: [{ kind: 'text', text: address.replace(/^(mailto|tel):/u, '') }] },
    end,
  };
}

/** Gives the address back when a visitor may follow it: https, mailto or tel, nothing hidden in it; else null. */
export function safeUrl(address: string): string | null {
  if (!/^(https:\/\/[^\s/]|mailto:[^\s]|tel:[\d+])/iu.test(address)) return null;
  try {
    const url = new URL(address);
    if (url.username || url.password) return null;
    return url.href;
  } catch {
    return null;
  }
}
