// Builds elements without a string of HTML: text can only ever become text.
import type { Block, Inline } from './markdown.ts';

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** An element with attributes (true: present, false or null: absent) and children; strings become text nodes. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that does something when pressed. */
export function pressable(
  attributes: Attributes,
  onPress: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const button = h('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', onPress);
  return button;
}

const svg = 'http://www.w3.org/2000/svg';

/** A line drawing of 24 by 24, in the colour of the text, unseen by screen readers. */
export function icon(path: string): SVGElement {
  const image = document.createElementNS(svg, 'svg');
  image.setAttribute('viewBox', '0 0 24 24');
  image.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  image.append(line);
  return image;
}

/** What screen readers are told about a link to another tab; in the widget's language, whatever the text around it is in. */
export interface LinkNote {
  readonly text: string;
  readonly language: string;
}

/** A link out of the chat. */
export function link(url: string, note: LinkNote, ...children: readonly (Node | string)[]): HTMLElement {
  const elsewhere = url.startsWith('https:');
  return h(
    'a',
    elsewhere ? { href: url, target: '_blank', rel: 'noopener noreferrer' } : { href: url },
    ...children,
    elsewhere ? h('span', { class: 'unseen', lang: note.language }, ` (${note.text})`) : null,
  );
}

const reference = /\b(ICL-[0-9A-Z]+-[0-9A-Z]+)\b/u;

/** Text, with references kept on one line: they are read out and noted down as a whole. */
export function textNodes(text: string): readonly (Node | string)[] {
  return text
    .split(reference)
    .map((part, index) => (index % 2 === 1 ? h('span', { class: 'whole' }, part) : part));
}

/** Markdown's tree as elements. */
export function blocksToNodes(blocks: readonly Block[], note: LinkNote): readonly Node[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return h('p', {}, ...inlinesToNodes(block.children, note));
    const items = block.items.map((item) => h('li', {}, ...inlinesToNodes(item, note)));
    return block.ordered ? h('ol', { start: String(block.start) }, ...items) : h('ul', {}, ...items);
  });
}

function inlinesToNodes(inlines: readonly Inline[], note: LinkNote): readonly (Node | string)[] {
  return inlines.flatMap((inline) => inlineToNodes(inline, note));
}

function inlineToNodes(inline: Inline, note: LinkNote): readonly (Node | string)[] {
  switch (inline.kind) {
    case 'text':
      return textNodes(inline.text);
    case 'break':
      return [h('br')];
    case 'strong':
      return [h('strong', {}, ...inlinesToNodes(inline.children, note))];
    case 'emphasis':
      return [h('em', {}, ...inlinesToNodes(inline.children, note))];
    case 'link':
      return [link(inline.url, note, ...inlinesToNodes(inline.children, note))];
  }
}
