// The dialog: title, language, banner, log, composer. Built anew when the language changes.
import { createAnnouncer } from './announcer.ts';
import type { BubbleContext } from './bubble.ts';
import type { ChatState } from './chatState.ts';
import { createComposer } from './composer.ts';
import { h, icon, link, pressable } from './dom.ts';
import type { WidgetLanguage } from './embedTypes.ts';
import { createLog } from './log.ts';
import { safeUrl } from './markdown.ts';
import { type WidgetTexts, widgetLanguages, widgetTexts } from './texts.ts';

export interface PanelOptions {
  readonly language: WidgetLanguage;
  readonly privacyUrl: string | null;
  readonly draft: string;
  send(text: string, value: unknown): void;
  retry(clientActivityId: string): void;
  restart(): void;
  close(): void;
  changeLanguage(language: WidgetLanguage): void;
}

export interface Panel {
  /** What the dialog contains. */
  readonly nodes: readonly HTMLElement[];
  update(state: ChatState): void;
  focusComposer(): void;
  focusTitle(): void;
  focusLanguage(): void;
  scrollToEnd(): void;
  draft(): string;
}

export const titleId = 'iclei-title';

export function createPanel(options: PanelOptions): Panel {
  const texts = widgetTexts[options.language];
  const title = h('h2', { id: titleId, tabindex: '-1' }, texts.title);
  const picker = languagePicker(options, texts);
  const question = restartQuestion(options, texts, () => composer.focus());
  const head = h(
    'div',
    { class: 'head' },
    h('div', { class: 'names' }, title, h('p', {}, texts.subtitle)),
    h(
      'div',
      { class: 'tools' },
      picker,
      pressable(
        { class: 'tool', 'aria-label': texts.newConversation, title: texts.newConversation },
        question.ask,
        icon('M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5'),
      ),
      pressable(
        { class: 'tool', 'aria-label': texts.close, title: texts.close },
        options.close,
        icon('M6 6l12 12M18 6 6 18'),
      ),
    ),
  );
  const banner = h('p', { class: 'banner', role: 'status' });
  const announcer = createAnnouncer(texts.launcher.newMessages);
  const context: BubbleContext = {
    texts,
    language: options.language,
    send: options.send,
    retry: options.retry,
    announce: announcer.say,
  };
  const log = createLog(context, privacyNotice(options, texts));
  const composer = createComposer(texts, options.draft, (text) => options.send(text, null));

  return {
    nodes: [head, question.node, banner, log.node, announcer.node, composer.node],
    update(state) {
      log.update(state);
      const text = bannerText(state, texts);
      if (banner.textContent !== text) banner.textContent = text;
      banner.hidden = !text;
    },
    focusComposer: () => composer.focus(),
    focusTitle: () => title.focus(),
    focusLanguage: () => picker.querySelector('select')?.focus(),
    scrollToEnd: () => log.toEnd(),
    draft: () => composer.draft(),
  };
}

function languagePicker(options: PanelOptions, texts: WidgetTexts): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': texts.language, title: texts.language },
    ...widgetLanguages.map(({ id, name }) =>
      h('option', { value: id, lang: id, selected: id === options.language }, name),
    ),
  );
  select.addEventListener('change', () => {
    const chosen = widgetLanguages.find(({ id }) => id === select.value);
    if (chosen) options.changeLanguage(chosen.id);
  });
  return h('div', { class: 'language' }, select);
}

/** A conversation that waits for staff is not thrown away by one slip of the finger. */
function restartQuestion(options: PanelOptions, texts: WidgetTexts, after: () => void) {
  const cancel = pressable({ class: 'choice' }, () => answer(false), texts.cancel);
  const node = h(
    'div',
    {
      class: 'confirm',
      role: 'alertdialog',
      'aria-label': texts.newConversation,
      'aria-describedby': 'iclei-confirm',
      hidden: true,
    },
    h('p', { id: 'iclei-confirm' }, texts.newConversationQuestion),
    h(
      'div',
      {},
      pressable({ class: 'choice strong' }, () => answer(true), texts.startNew),
      cancel,
    ),
  );
  function answer(yes: boolean): void {
    node.hidden = true;
    if (yes) options.restart();
    after();
  }
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    answer(false);
  });
  return {
    node,
    ask() {
      node.hidden = false;
      cancel.focus();
    },
  };
}

function privacyNotice({ privacyUrl, language }: PanelOptions, texts: WidgetTexts): HTMLElement {
  const url = privacyUrl ? safeUrl(privacyUrl) : null;
  return h(
    'p',
    { class: 'notice privacy' },
    texts.privacy,
    url ? ' ' : null,
    url ? link(url, { text: texts.newTab, language }, texts.privacyLink) : null,
  );
}

function bannerText(state: ChatState, texts: WidgetTexts): string {
  switch (state.connection) {
    case 'idle':
    case 'online':
      return '';
    case 'connecting':
      return texts.connecting;
    case 'reconnecting':
      return texts.reconnecting;
    case 'offline':
      return texts.offline;
  }
}
