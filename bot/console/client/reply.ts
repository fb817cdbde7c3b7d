// The reply form: characters left, a preview as visitors will see it, Ctrl+Enter, and no sending twice.
import { type Inline, parseMarkdown } from '../../webChat/client/markdown.ts';

const enhanced = new WeakSet<HTMLElement>();

/** Called again when parts of the page are new; a form that was there before is left alone. */
export function enhanceReply(): void {
  const text = document.querySelector<HTMLTextAreaElement>('#text');
  const form = text?.form;
  const preview = document.querySelector<HTMLElement>('#preview');
  if (!text || !form || !preview || enhanced.has(text)) return;
  enhanced.add(text);
  const frame = preview.closest<HTMLElement>('.preview');
  const around = {
    before: frame?.querySelector('.before')?.textContent ?? '',
    after: frame?.querySelector('.after')?.textContent ?? '',
    empty: frame?.dataset.empty ?? '',
  };
  const shortcut = form.querySelector<HTMLElement>('.shortcut');
  if (frame) frame.hidden = false;
  if (shortcut) shortcut.hidden = false;

  const update = () => {
    showLength(text);
    showPreview(preview, text.value, around);
  };
  text.addEventListener('input', update);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', () => {
    form.querySelector('button')?.setAttribute('disabled', '');
  });
  // Coming back with the browser's back button finds the form usable again.
  window.addEventListener('pageshow', () => form.querySelector('button')?.removeAttribute('disabled'));
  update();
}

function showLength(text: HTMLTextAreaElement): void {
  const place = document.querySelector<HTMLElement>('#text-left');
  if (!place) return;
  const left = Number(text.dataset.limit) - text.value.length;
  const sentence = (left < 0 ? text.dataset.over : text.dataset.left) ?? '';
  const number = new Intl.NumberFormat(document.documentElement.lang).format(Math.abs(left));
  place.textContent = sentence.replace('{count}', number);
  place.classList.toggle('over', left < 0);
  text.setCustomValidity(left < 0 ? place.textContent : '');
}

interface Around {
  readonly before: string;
  readonly after: string;
  /** What stands there before anything is typed. */
  readonly empty: string;
}

/** Shows the message as the visitor will see it: the question before, the reference after the reply. */
function showPreview(place: HTMLElement, value: string, { before, after, empty }: Around): void {
  const isEmpty = value.trim() === '';
  place.classList.toggle('hint', isEmpty);
  const whole = `${before}${isEmpty ? empty : value.trim()}${after}`;
  place.replaceChildren(
    ...parseMarkdown(whole, { keepLines: true }).map((block) => {
      if (block.kind === 'paragraph') return element('p', block.children);
      const list = document.createElement(block.ordered ? 'ol' : 'ul');
      if (block.ordered) list.setAttribute('start', String(block.start));
      list.append(...block.items.map((item) => element('li', item)));
      return list;
    }),
  );
}

function element(name: string, children: readonly Inline[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children.map(inline));
  return made;
}

function inline(part: Inline): Node {
  switch (part.kind) {
    case 'text':
      return document.createTextNode(part.text);
    case 'break':
      return document.createElement('br');
    case 'strong':
      return element('strong', part.children);
    case 'emphasis':
      return element('em', part.children);
    case 'link': {
      const link = element('a', part.children);
      link.setAttribute('href', part.url);
      link.setAttribute('rel', 'noopener noreferrer');
      link.setAttribute('target', '_blank');
      return link;
    }
  }
}

/** The end of a conversation is what matters: it is what the bot could not answer. */
export function scrollToLatest(): void {
  const transcript = document.querySelector<HTMLElement>('.transcript');
  if (transcript) transcript.scrollTop = transcript.scrollHeight;
}
