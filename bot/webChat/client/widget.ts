// The widget, loaded on the first click: joins session, store and panel, and watches the page around them.
import type { ChatState } from './chatState.ts';
import { createDirectLine } from './directLine.ts';
import { h } from './dom.ts';
import type { Widget, WidgetLanguage, WidgetOptions } from './embedTypes.ts';
import { createPanel, type Panel, type PanelOptions, titleId } from './panel.ts';
import { createPauses } from './pauses.ts';
import { createSession } from './session.ts';
import { createChatStore, storageKey } from './store.ts';

/** On screens this small the dialog covers the page; the style sheet holds the same numbers. */
const small = '(max-width: 480px), (max-width: 960px) and (max-height: 480px)';

export function createWidget(options: WidgetOptions): Widget {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(options.css);
  options.shadow.adoptedStyleSheets = [...options.shadow.adoptedStyleSheets, sheet];

  const store = createChatStore(browserStorage());
  const pauses = createPauses();
  let language: WidgetLanguage = store.read().language ?? options.language;

  const session = createSession({
    directLine: createDirectLine(new URL('v3/directline/', options.base), (input, init) =>
      fetch(input, init),
    ),
    store,
    newId: () => crypto.getRandomValues(new Uint32Array(4)).reduce((id, part) => id + part.toString(36), 'w'),
    now: () => Date.now(),
    random: () => Math.random(),
    pause: pauses.pause,
    exclusively,
    isOffline: () => !navigator.onLine,
    locale: () => language,
    onChange: show,
  });

  const dialog = h('dialog', { class: 'panel', 'aria-labelledby': titleId });
  let panel = buildPanel('');
  options.shadow.append(dialog);

  function buildPanel(draft: string): Panel {
    const panelOptions: PanelOptions = {
      language,
      privacyUrl: options.privacyUrl,
      draft,
      send: (text, value) => session.send(text, value),
      retry: (id) => session.retry(id),
      restart: () => session.restart(),
      close,
      changeLanguage(next) {
        language = next;
        store.update({ language });
        panel = buildPanel(panel.draft());
        panel.update(session.state());
        panel.scrollToEnd();
        panel.focusLanguage();
      },
    };
    const built = createPanel(panelOptions);
    dialog.lang = language;
    dialog.replaceChildren(...built.nodes);
    return built;
  }

  function show(state: ChatState): void {
    panel.update(state);
    const replies = state.messages.filter((message) => message.kind === 'bot').length;
    const { seen } = store.read();
    if (dialog.open && !document.hidden && replies > seen) store.update({ seen: replies });
    options.onUnread(dialog.open ? 0 : Math.max(0, replies - seen));
  }

  function open(focus: boolean): void {
    if (!dialog.open) {
      // Where it covers the page, nothing behind it may take the focus; elsewhere the page stays in use.
      if (matchMedia(small).matches) dialog.showModal();
      // The attribute and not show(), which would take the focus away from where the visitor is reading.
      else dialog.open = true;
      store.update({ open: true });
      session.connect();
      options.onOpen();
      show(session.state());
      panel.scrollToEnd();
    }
    if (!focus) return;
    // On a touch screen the keyboard would cover half of the conversation.
    if (matchMedia('(pointer: coarse)').matches) panel.focusTitle();
    else panel.focusComposer();
  }

  function close(): void {
    if (!dialog.open) return;
    dialog.close();
    store.update({ open: false });
    options.onClose();
  }

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close();
  });
  for (const name of ['online', 'offline']) {
    addEventListener(name, () => {
      session.networkChanged();
      pauses.wake();
    });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    show(session.state());
    pauses.wake();
    void session.catchUp();
  });
  addEventListener('storage', (event) => {
    if (event.key !== storageKey && event.key !== null) return;
    session.adopt();
    show(session.state());
  });

  return {
    open,
    close,
    ask(text) {
      open(true);
      const question = text.trim();
      if (question) session.send(question.slice(0, 4000), null);
    },
  };
}

/** Storage may be forbidden: even to look at it can throw. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

async function exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
  // Absent on plain http; then two tabs opened in the same instant may begin two conversations, and nothing is lost.
  return navigator.locks ? navigator.locks.request('iclei-chat', work) : work();
}
