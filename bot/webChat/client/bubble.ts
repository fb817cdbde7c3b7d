// One message in the log: made once, then only its changing parts are touched, so that screen readers announce it once.
import type { Holdup, Message, Outgoing } from './chatState.ts';
import { blocksToNodes, h, icon, type LinkNote, link, pressable, textNodes } from './dom.ts';
import { parseMarkdown, safeUrl } from './markdown.ts';
import type { WidgetTexts } from './texts.ts';
import { formatTime, readerLocale } from './times.ts';
import type { WireReply } from './wire.ts';

export interface BubbleContext {
  readonly texts: WidgetTexts;
  readonly language: string;
  send(text: string, value: unknown): void;
  retry(clientActivityId: string): void;
  /** Reads a text out to those who can't see it appear. */
  announce(text: string, language: string): void;
}

export interface BotBubble {
  readonly node: HTMLElement;
  /** Reads out what was said. */
  announce(): void;
  /** @param prominent are its buttons the visitor's next step? @param helpful the visitor's verdict, if any */
  update(prominent: boolean, helpful: boolean | null): void;
}

const thumbUp =
  'M7 11v9H4v-9h3Zm0 0 4-7.5c1.5 0 2.5 1 2.3 2.6L13 9h5.4c1.3 0 2.2 1.2 1.9 2.4l-1.7 6.8A2.4 2.4 0 0 1 16.3 20H7';
const thumbDown =
  'M17 13V4h3v9h-3Zm0 0-4 7.5c-1.5 0-2.5-1-2.3-2.6L11 15H5.6c-1.3 0-2.2-1.2-1.9-2.4l1.7-6.8A2.4 2.4 0 0 1 7.7 4H17';

/** What the bot or staff said: text, sources with dates, buttons, helpful or not. */
export function botBubble(message: Extract<Message, { kind: 'bot' }>, context: BubbleContext): BotBubble {
  const { reply } = message;
  const { texts } = context;
  const author = reply.labels.author || (reply.byStaff ? texts.staff : texts.automatic);
  const choices = reply.choices.length ? choiceList(reply, context) : null;
  const feedback = reply.feedback ? feedbackRow(reply, context) : null;
  const blocks = parseMarkdown(reply.text, { keepLines: reply.byStaff });
  const prose = h('div', { class: 'prose' }, ...blocksToNodes(blocks, newTab(context)));
  const head = authorLine(message.id, h('span', { class: 'name' }, author), message.at, context);
  const node = h(
    'article',
    {
      class: reply.byStaff ? 'message bot staff' : 'message bot',
      lang: reply.language || null,
      'aria-labelledby': head.id,
    },
    head,
    h(
      'div',
      { class: 'bubble' },
      prose,
      reply.sources.length || reply.labels.dates ? sources(reply, context) : null,
      feedback?.node ?? null,
    ),
    choices,
  );
  return {
    node,
    announce() {
      const parts = [...prose.querySelectorAll('p, li')].map((part) => part.textContent);
      context.announce([...(reply.byStaff ? [`${author}:`] : []), ...parts].join(' '), reply.language);
    },
    update(prominent, helpful) {
      choices?.classList.toggle('quiet', !prominent);
      feedback?.update(helpful);
    },
  };
}

/** The sources' titles are in English, whatever language is talked. */
const titleLanguage = 'en';

function newTab(context: BubbleContext): LinkNote {
  return { text: context.texts.newTab, language: context.language };
}

function sources(reply: WireReply, context: BubbleContext): HTMLElement {
  const items = reply.sources.map((source) => {
    const url = safeUrl(source.url);
    return h(
      'li',
      {},
      h('span', { lang: titleLanguage }, url ? link(url, newTab(context), source.title) : source.title),
      source.date ? h('span', { class: 'date' }, ` · ${source.date}`) : null,
    );
  });
  return h(
    'div',
    { class: 'sources' },
    items.length ? h('p', { class: 'caption' }, reply.labels.sources) : null,
    items.length ? h('ul', {}, ...items) : null,
    reply.labels.dates ? h('p', { class: 'dates' }, reply.labels.dates) : null,
  );
}

function choiceList(reply: WireReply, context: BubbleContext): HTMLElement {
  return h(
    'ul',
    { class: 'choices', 'aria-label': context.texts.suggestions, lang: context.language },
    ...reply.choices.map((choice) =>
      h(
        'li',
        {},
        pressable(
          { class: 'choice', lang: reply.language || null },
          () => context.send(choice.label, choice.action),
          choice.label,
        ),
      ),
    ),
  );
}

function feedbackRow(reply: WireReply, context: BubbleContext) {
  const button = (helpful: boolean, label: string, path: string) =>
    pressable(
      { class: 'verdict', 'aria-pressed': 'false' },
      () => context.send(label, { action: 'feedback', ...reply.feedback, helpful }),
      icon(path),
      label,
    );
  const yes = button(true, reply.labels.helpful, thumbUp);
  const no = button(false, reply.labels.notHelpful, thumbDown);
  const node = h(
    'div',
    { class: 'feedback', role: 'group', 'aria-label': reply.labels.feedbackQuestion },
    h('span', { class: 'question', 'aria-hidden': 'true' }, reply.labels.feedbackQuestion),
    yes,
    no,
  );
  return {
    node,
    update(helpful: boolean | null) {
      yes.setAttribute('aria-pressed', String(helpful === true));
      no.setAttribute('aria-pressed', String(helpful === false));
    },
  };
}

export interface OwnBubble {
  readonly node: HTMLElement;
  update(state: Outgoing['state'] | 'stored', holdup: Holdup | null): void;
}

/** What the visitor said: always plain text. @param key its id in the conversation on screen */
export function ownBubble(
  key: string,
  message: {
    readonly text: string;
    readonly at: string;
    readonly clientActivityId: string | null;
  },
  context: BubbleContext,
): OwnBubble {
  const { texts, language } = context;
  const status = h('p', { class: 'status' });
  const name = h('span', { class: 'name unseen' }, texts.you);
  const head = authorLine(key, name, message.at, context);
  const node = h(
    'article',
    { class: 'message own', 'aria-labelledby': head.id },
    head,
    h('div', { class: 'bubble' }, h('p', { class: 'plain', dir: 'auto' }, ...textNodes(message.text))),
    status,
  );
  let shown: string | null = null;
  return {
    node,
    update(state, holdup) {
      const kind = state === 'queued' && holdup ? `queued ${holdup}` : state;
      if (kind === shown) return;
      shown = kind;
      status.className = `status ${kind}`;
      if (state === 'queued' && holdup) {
        status.replaceChildren(texts.queued[holdup]);
        if (holdup === 'limit') context.announce(texts.queued.limit, language);
      } else if (state === 'sending' || state === 'queued') status.replaceChildren(texts.sending);
      else if (state === 'failed') {
        status.replaceChildren(
          `${texts.failed} `,
          pressable({ class: 'retry' }, () => context.retry(message.clientActivityId ?? ''), texts.retry),
        );
        context.announce(texts.failed, language);
      } else status.replaceChildren();
    },
  };
}

/** Who and when: seen above the message, and its name for who jumps from one to the next. */
function authorLine(id: string, name: HTMLElement, at: string, context: BubbleContext): HTMLElement {
  const { language } = context;
  const written = formatTime(at, readerLocale(language, navigator.languages), new Date());
  const time = written === null ? null : h('time', { datetime: at, lang: language }, written);
  return h('p', { class: 'author', id: `author-${id}` }, name, ' ', time);
}
