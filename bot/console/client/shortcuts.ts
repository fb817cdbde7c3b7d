// Single keys for what is done all day. They rest while somebody writes, and can be switched off: speech input types letters, too
// (WCAG 2.1.4).

/** Where the choice is kept, in this browser only. */
const switchedOff = 'console-shortcuts-off';

const actions: Readonly<Record<string, () => void>> = {
  '?': () => sheet()?.showModal(),
  '/': () => focusOn('#search'),
  j: () => step(1),
  k: () => step(-1),
  x: select,
  c: () => press('#claim'),
  r: () => focusOn('#text'),
  n: () => focusOn('#note'),
  q: () => press('.back a'),
};

export function startShortcuts(): void {
  const open = document.querySelector<HTMLButtonElement>('#shortcuts-open');
  const on = document.querySelector<HTMLInputElement>('#shortcuts-on');
  if (!open || !on) return;
  open.hidden = false;
  open.addEventListener('click', () => sheet()?.showModal());
  on.checked = localStorage.getItem(switchedOff) === null;
  on.addEventListener('change', () => {
    if (on.checked) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, '1');
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !on.checked) return;
    if (isWriting(event.target) || sheet()?.open) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function sheet(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('#shortcuts');
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select') !== null
  );
}

/** What is in a closed group is shown first. */
function focusOn(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function questions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.queue h2 a')];
}

/** From the question that has the focus, or into the list. */
function step(by: 1 | -1): void {
  const all = questions();
  const row = document.activeElement?.closest('.queue .row');
  const at = all.findIndex((link) => row?.contains(link));
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  all[next]?.focus();
}

function select(): void {
  const box = document.activeElement
    ?.closest('.row')
    ?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  box?.click();
}
