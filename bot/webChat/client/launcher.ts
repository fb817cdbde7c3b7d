// embed.js: the button that a website gets with `<script src="https://HOST/embed.js" async></script>`.
// Until the visitor presses it, nothing is stored and nothing is requested. Attributes of the script tag:
// data-language="en|es|pt|fr|de" (else the page's lang, else the browser's), data-privacy="https://…" (a privacy page).
// The server wraps this file in a function, so that no name of it reaches the page, and hands in `assets`.
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
  badge.hidden = true;
  const button = document.createElement('button');
  button.className = 'launcher';
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(icon(), label, badge);
  label.textContent = stored.conversationId ? labels.resume : labels.ask;
  shadow.append(button);
  document.body.append(host);

  let loading: Promise<Widget> | null = null;
  let opener: Element | null = null;

  function load(): Promise<Widget> {
    loading ??= loadWidget(base, (css) => ({
      shadow,
      css,
      base,
      language,
      privacyUrl: tag.dataset.privacy ?? null,
      onOpen() {
        button.hidden = true;
      },
      onClose() {
        button.hidden = false;
        label.textContent = labels.resume;
        (opener instanceof HTMLElement && opener.isConnected ? opener : button).focus();
      },
      onUnread(count) {
        badge.hidden = count === 0;
        badge.textContent = String(count);
        button.setAttribute(
          'aria-label',
          `${label.textContent ?? ''}${count ? ` (${labels.newMessages}: ${count})` : ''}`,
        );
      },
    }));
    return loading;
  }

  async function run(use: (widget: Widget) => void): Promise<void> {
    opener = document.activeElement === host ? null : document.activeElement;
    if (opener === document.body) opener = null;
    button.setAttribute('aria-busy', 'true');
    try {
      use(await load());
    } catch {
      // The network failed between the page and the click: the button says so and stays usable.
      loading = null;
      label.textContent = labels.failed;
      button.classList.add('words');
      button.hidden = false;
    }
    button.removeAttribute('aria-busy');
  }

  button.addEventListener('click', () => void run((widget) => widget.open(true)));
  window.icleiChat = {
    open: () => void run((widget) => widget.open(true)),
    close: () => {
      if (loading) void run((widget) => widget.close());
    },
    ask: (text) => void run((widget) => widget.ask(text)),
  };
  // The visitor left with the dialog open: show it again, so that a reply of staff is seen at once.
  if (stored.conversationId && stored.open) void run((widget) => widget.open(false));
}

async function loadWidget(
  base: URL,
  options: (css: string) => Parameters<typeof import('./widget.ts')['createWidget']>[0],
): Promise<Widget> {
  const folder = new URL(`webchat/${assets.version}/`, base);
  for (const name of assets.modules) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = new URL(name, folder).href;
    document.head.append(link);
  }
  const address = new URL('widget.js', folder).href;
  const styles = fetch(new URL('widget.css', folder)).then((response) => {
    if (!response.ok) throw new Error(`widget.css: ${response.status}`);
    return response.text();
  });
  const widget: typeof import('./widget.ts') = await import(address);
  return widget.createWidget(options(await styles));
}

function chooseLanguage(wishes: readonly (string | undefined)[]): WidgetLanguage {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split('-')[0];
    if (primary === 'en' || primary === 'es' || primary === 'pt' || primary === 'fr' || primary === 'de')
      return primary;
  }
  return 'en';
}

/** Only reads: the widget writes, once the visitor has opened it. */
function readStored(): { conversationId?: string; open?: boolean; language?: string } {
  try {
    return JSON.parse(localStorage.getItem('iclei-chat') ?? '{}');
  } catch {
    return {};
  }
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
