// Keeps an open page up to date: on news the page is fetched again and its [data-live] parts are exchanged.
// What is being written or has been opened is never touched, and the focus stays where it is.

/** News that come together cause one fetch. */
const gatherMs = 150;
/** Ages ("waiting 5 min") are renewed without news, too. */
const renewMs = 60_000;

/** @param after called when parts of the page are new */
export function startLive(after: () => void): void {
  const parts = document.querySelectorAll<HTMLElement>('[data-live]');
  if (parts.length === 0) return;
  for (const part of parts) sources.set(part, part.innerHTML);
  let events: EventSource | null = null;
  let gathering = 0;
  const soon = () => {
    clearTimeout(gathering);
    gathering = window.setTimeout(() => void renew(after), gatherMs);
  };
  // A browser has six connections for all tabs of a site: only the tab that is seen keeps one open.
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource('/console/events');
      events.addEventListener('changed', soon);
      events.addEventListener('open', () => {
        say(null);
        soon();
      });
      events.addEventListener('error', () => {
        say('lost');
        // Refused, not interrupted: signed out, most likely. Fetching the page again finds out.
        if (events?.readyState === EventSource.CLOSED) soon();
      });
    }
  };
  document.addEventListener('visibilitychange', follow);
  window.setInterval(() => !document.hidden && soon(), renewMs);
  follow();
}

async function renew(after: () => void): Promise<void> {
  const response = await fetch(location.href, { headers: { 'X-Console-Live': '1' } }).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!fresh.querySelector('[data-live]')) {
    // Sent to the sign-in page: the session is over. What is typed stays, and what is shown is old from now on.
    say('ended');
    return;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const name = part.dataset.live ?? '';
    const next = fresh.querySelector<HTMLElement>(`[data-live="${CSS.escape(name)}"]`);
    if (next) exchange(part, next);
  }
  document.title = fresh.title;
  after();
}

function exchange(part: HTMLElement, next: HTMLElement): void {
  // Times are local in the page and UTC in what was fetched, so the untouched source is what is compared.
  const source = next.innerHTML;
  if (sources.get(part) === source) return;
  const written = part.querySelector<HTMLTextAreaElement>(editable)?.value ?? '';
  // It keeps the version it was begun with, too: sending it tells what has changed meanwhile.
  if (isInUse(part, next, written)) return;
  sources.set(part, source);
  part.classList.toggle('news', isWriting());
  keep(written, next);
  const focused = part.contains(document.activeElement) ? document.activeElement?.id : '';
  const atEnd = part.scrollTop + part.clientHeight >= part.scrollHeight - 4;
  const picked = new Set([...part.querySelectorAll<HTMLInputElement>(checkedBoxes)].map(({ name }) => name));
  part.replaceChildren(...next.childNodes);
  for (const box of part.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    if (picked.has(box.name)) box.checked = true;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (atEnd) part.scrollTop = part.scrollHeight;
}
const sources = new WeakMap<HTMLElement, string>();
const editable = 'textarea:not([readonly])';
const checkedBoxes = 'input[type="checkbox"]:checked';

function isInUse(part: HTMLElement, next: HTMLElement, written: string): boolean {
  const open = part.querySelector('details[open]') !== null && next.querySelector('details') !== null;
  return open || (written !== '' && next.querySelector(editable) !== null);
}

function isWriting(): boolean {
  return [...document.querySelectorAll<HTMLTextAreaElement>(editable)].some(({ value }) => value !== '');
}

/** What can't be sent any more stays where it can be copied. */
function keep(written: string, next: HTMLElement): void {
  const kept = next.querySelector<HTMLTextAreaElement>('.kept textarea');
  if (written === '' || !kept) return;
  kept.value = written;
  kept.closest<HTMLElement>('.kept')?.removeAttribute('hidden');
}

function say(what: 'lost' | 'ended' | null): void {
  const place = document.getElementById('connection');
  if (place) place.textContent = what ? (place.dataset[what] ?? '') : '';
}
