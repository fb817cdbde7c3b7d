// Keeps an open page up to date: on news the page is fetched again and its [data-live] parts are exchanged.
// What is being typed is never touched, and the focus stays where it is.

/** News that come together cause one fetch. */
const gatherMs = 150;
/** Ages ("waiting 5 min") are renewed without news, too. */
const renewMs = 60_000;

/** @param after called when parts of the page are new */
export function startLive(after: () => void): void {
  if (!document.querySelector('[data-live]')) return;
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
  sources.set(part, source);
  const focused = part.contains(document.activeElement) ? document.activeElement?.id : '';
  const atEnd = part.scrollTop + part.clientHeight >= part.scrollHeight - 4;
  part.replaceChildren(...next.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (atEnd) part.scrollTop = part.scrollHeight;
}
const sources = new WeakMap<HTMLElement, string>();

function say(what: 'lost' | 'ended' | null): void {
  const place = document.getElementById('connection');
  if (place) place.textContent = what ? (place.dataset[what] ?? '') : '';
}
