// Text modules beside the reply: a button puts one in where the cursor is, and so do "/", its keyword and Tab or Space.

const enhanced = new WeakSet<HTMLElement>();

/** Called again when parts of the page are new. */
export function enhanceTextModules(): void {
  const list = document.querySelector<HTMLElement>('.modules-beside');
  const text = document.querySelector<HTMLTextAreaElement>('#text');
  if (!list || !text || enhanced.has(list)) return;
  enhanced.add(list);
  const items = [...list.querySelectorAll<HTMLLIElement>('li')];
  for (const item of items) {
    const button = item.querySelector('button');
    if (!button) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      insert(text, text.selectionStart, text.selectionEnd, wordingOf(item));
      text.focus();
    });
  }
  const search = list.querySelector<HTMLElement>('.modules-search');
  const typed = search?.querySelector('input');
  if (search) search.hidden = false;
  typed?.addEventListener('input', () => {
    const wanted = plain(typed.value);
    for (const item of items) item.hidden = !plain(item.textContent ?? '').includes(wanted);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' && event.key !== ' ') return;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = text.selectionStart;
    const keyword = /(?:^|\s)\/([\p{Ll}\p{N}-]+)$/u.exec(text.value.slice(0, at))?.[1];
    // Those in the visitor's language come first.
    const item = items.find(({ dataset }) => dataset.keyword === keyword);
    if (keyword === undefined || !item) return;
    event.preventDefault();
    insert(text, at - keyword.length - 1, at, wordingOf(item));
  });
}

function wordingOf(item: HTMLElement): string {
  return item.querySelector('.said-text')?.textContent ?? '';
}

function insert(text: HTMLTextAreaElement, from: number, to: number, wording: string): void {
  text.setRangeText(wording, from, to, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
