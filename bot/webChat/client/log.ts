// The running conversation on screen: keeps one bubble per message and touches only what changed.
import { type BotBubble, type BubbleContext, botBubble, type OwnBubble, ownBubble } from './bubble.ts';
import { type ChatState, feedbackByAnswer, feedbackOf, prominentChoices } from './chatState.ts';
import { h } from './dom.ts';

export interface LogView {
  readonly node: HTMLElement;
  update(state: ChatState): void;
  toEnd(): void;
}

/** Pixels from the end within which the visitor counts as reading the newest message. */
const nearEnd = 80;

/** Pixels left free above a long answer. */
const airAbove = 12;

export function createLog(context: BubbleContext, notice: HTMLElement): LogView {
  const { texts } = context;
  const stored = h('div', { class: 'stored' });
  const waiting = h('div', { class: 'waiting' });
  const replaced = h('p', { class: 'notice', hidden: true }, texts.replaced);
  const list = h('div', { class: 'messages' }, stored, waiting);
  const typing = h(
    'p',
    { class: 'typing', hidden: true },
    h('span', { class: 'unseen' }, texts.typing),
    h('i'),
    h('i'),
    h('i'),
  );
  // Focusable, so that the keyboard can scroll it.
  const node = h(
    'div',
    { class: 'log', tabindex: '0', role: 'region', 'aria-label': texts.log },
    notice,
    replaced,
    list,
    typing,
  );

  const bots = new Map<string, BotBubble>();
  const owns = new Map<string, OwnBubble>();
  let shown: ChatState['messages'] = [];
  /** What was said before this page was opened is not read out; what comes from now on is. */
  let announcing = false;

  function own(key: string, message: Parameters<typeof ownBubble>[1], place: HTMLElement): OwnBubble {
    const bubble = owns.get(key) ?? ownBubble(key, message, context);
    owns.set(key, bubble);
    if (bubble.node.parentElement !== place) place.append(bubble.node);
    return bubble;
  }

  function addStored(messages: ChatState['messages']): void {
    for (const message of messages) {
      if (message.kind === 'bot') {
        const bubble = botBubble(message, context);
        bots.set(message.id, bubble);
        stored.append(bubble.node);
        if (announcing) bubble.announce();
      } else if (!feedbackOf(message.value)) {
        own(message.clientActivityId ?? message.id, message, stored).update('stored', null);
      }
    }
  }

  function update(state: ChatState): void {
    const atEnd = node.scrollHeight - node.scrollTop - node.clientHeight < nearEnd;
    const lengthBefore = stored.childElementCount + waiting.childElementCount;
    // Another conversation than the one on screen: nothing of the old one stays.
    if (
      shown.length > state.messages.length ||
      shown[0]?.id !== (shown.length ? state.messages[0]?.id : undefined)
    ) {
      stored.replaceChildren();
      waiting.replaceChildren();
      bots.clear();
      owns.clear();
      shown = [];
    }
    addStored(state.messages.slice(shown.length));
    shown = state.messages;

    const pending = state.pending.filter((message) => !feedbackOf(message.value));
    const keys = new Set(pending.map((message) => message.clientActivityId));
    for (const message of pending)
      own(message.clientActivityId, message, waiting).update(message.state, state.holdup);
    for (const [key, bubble] of owns) {
      if (bubble.node.parentElement !== waiting || keys.has(key)) continue;
      bubble.node.remove();
      owns.delete(key);
    }

    const prominent = prominentChoices(state);
    const verdicts = feedbackByAnswer(state);
    for (const message of state.messages) {
      if (message.kind !== 'bot') continue;
      const helpful = message.reply.feedback ? (verdicts.get(message.reply.feedback.answer) ?? null) : null;
      bots.get(message.id)?.update(message.id === prominent, helpful);
    }
    replaced.hidden = !state.replaced;
    const typingBefore = !typing.hidden;
    typing.hidden = !state.typing;
    const grown =
      stored.childElementCount + waiting.childElementCount > lengthBefore || (state.typing && !typingBefore);
    if (grown && (atEnd || pending.length)) toEnd();
    announcing ||= state.connection === 'online';
  }

  /** Shows the end; a long answer is shown from its beginning, and the notice until the visitor has written. */
  function toEnd(): void {
    if (!owns.size) return;
    const last = waiting.lastElementChild ?? stored.lastElementChild;
    node.scrollTop = node.scrollHeight;
    // Not scrollIntoView: that would move the dialog and the page around it as well.
    if (last instanceof HTMLElement && last.offsetHeight > node.clientHeight)
      node.scrollTop += last.getBoundingClientRect().top - node.getBoundingClientRect().top - airAbove;
  }

  return { node, update, toEnd };
}
