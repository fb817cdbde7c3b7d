// embed.js: the button that a website gets with `<script src="https://HOST/embed.js" async></script>`.
// Until the visitor presses it for the first time, nothing is stored and nothing is requested. Attributes of the script tag:
// data-language="en|es|pt|fr|de" (else the page's lang, else the browser's), data-privacy="https://…" (a privacy page).
// The server wraps this file and earlierVisit.ts in one function, so that no name of theirs reaches the page, and hands in
// `assets`.
import { countUnread, readStored } from './earlierVisit.ts';
import type { EmbedAssets, Widget, WidgetLanguage } from './embedTypes.ts';

declare const assets: EmbedAssets;

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.icleiChat) {
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script));
}

function start(tag: HTMLScriptElement): void {
  const base = new URL('.', tag.src);
  const stored = readStored();
  const language = chooseLanguage([
    stored.language,
    tag.dataset.language,
    document.documentElement.lang,
    ...navigator.languages,
  ]);
  const labels = assets.labels[language];

  // A shadow root keeps the host page's CSS out and ours in; constructed sheets pass a strict host CSP.
  const host = document.createElement('div');
  host.lang = language;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(assets.css);
  shadow.adoptedStyleSheets = [sheet];

  const label = document.createElement('span');
  const badge = document.createElement('span');
  badge.className = 'badge';
  const button = document.createElement('button');
  button.className = 'launcher';
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(icon(), label, badge);
  // The button is far from where the visitor is: who can't see it change is told.
  const note = document.createElement('span');
  note.className = 'note';
  note.setAttribute('role', 'status');
  shadow.append(button, note);
  document.body.append(host);

  function show(words: string, unread: number): void {
    label.textContent = words;
    badge.hidden = unread === 0;
    badge.textContent = unread ? String(unread) : '';
    const news = unread ? `${labels.newMessages}: ${unread}` : '';
    if (news) button.setAttribute('aria-label', `${words} (${news})`);
    else button.removeAttribute('aria-label');
    const told = words === labels.failed ? words : news;
    if (note.textContent !== told) note.textContent = told;
  }

  let loading: Promise<Widget> | null = null;
  let failures = 0;
  let opener: Element | null = null;
  /** Questions the chat has not taken yet. By their text: pressing twice asks once. */
  const waiting = new Map<string, PromiseWithResolvers<void>>();

  function load(): Promise<Widget> {
    loading ??= loadWidget(base, failures, (css) => ({
      shadow,
      css,
      base,
      language,
      privacyUrl: tag.dataset.privacy ?? null,
      onOpen() {
        button.hidden = true;
        host.dataset.icleiChat = 'open';
      },
      onClose() {
        button.hidden = false;
        host.dataset.icleiChat = 'closed';
        (opener instanceof HTMLElement && opener.isConnected ? opener : button).focus();
      },
      onUnread: (count) => show(labels.resume, count),
    }));
    return loading;
  }

  /** Does something with the widget, and puts the questions that wait. When it can't be loaded, the button tells. */
  async function run(use: (widget: Widget) => void): Promise<void> {
    opener = document.activeElement === host ? null : document.activeElement;
    if (opener === document.body) opener = null;
    button.setAttribute('aria-busy', 'true');
    note.textContent = '';
    const widget = await load().catch(() => null);
    button.removeAttribute('aria-busy');
    button.classList.toggle('words', !widget);
    if (widget) {
      use(widget);
      for (const [text, asked] of waiting) {
        widget.ask(text);
        asked.resolve();
      }
      waiting.clear();
    } else {
      loading = null;
      failures += 1;
      show(labels.failed, 0);
    }
  }

  button.addEventListener('click', () => void run((widget) => widget.open(true)));
  window.icleiChat = {
    open: () => void run((widget) => widget.open(true)),
    close: () => {
      if (loading) void run((widget) => widget.close());
    },
    ask(text) {
      const asked = waiting.get(text) ?? Promise.withResolvers<void>();
      waiting.set(text, asked);
      void run((widget) => widget.open(true));
      return asked.promise;
    },
  };
  show(stored.conversationId ? labels.resume : labels.ask, 0);
  // The visitor left with the dialog open: show it again, so that a reply of staff is seen at once.
  if (stored.conversationId && stored.open) void run((widget) => widget.open(false));
  else if (stored.conversationId)
    void countUnread(base, stored).then((count) => {
      if (!loading && !failures) show(labels.resume, count);
    });
}

async function loadWidget(
  base: URL,
  failures: number,
  options: (css: string) => Parameters<typeof import('./widget.ts')['createWidget']>[0],
): Promise<Widget> {
  // A browser remembers a module that failed to load for as long as the page lives: another attempt needs other addresses.
  const folder = new URL(`webchat/${assets.version}${failures ? `.${failures}` : ''}/`, base);
  for (const name of assets.modules) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(name, folder).href;
    document.head.append(link);
  }
  const address = new URL('widget.js', folder).href;
  const [widget, css]: [typeof import('./widget.ts'), string] = await Promise.all([
    import(address),
    fetch(new URL('widget.css', folder)).then((response) => {
      if (!response.ok) throw new Error(`widget.css: ${response.status}`);
      return response.text();
    }),
  ]);
  return widget.createWidget(options(css));
}

function chooseLanguage(wishes: readonly (string | undefined)[]): WidgetLanguage {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0];
    if (primary === 'en' || primary === 'es' || primary === 'pt' || primary === 'fr' || primary === 'de')
      return primary;
  }
  return 'en';
}

function icon(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute(
    'd',
    'M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.6 3.3 6L5.6 21l4.3-2.3c.7.1 1.4.2 2.1.2 5 0 9-3.4 9-7.7s-4-7.7-9-7.7Z',
  );
  svg.append(path);
  return svg;
}
