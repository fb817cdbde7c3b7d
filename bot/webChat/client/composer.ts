// Where the visitor writes: Enter sends, Shift+Enter is a new line, the room left is told near the limit.
import { h, icon } from './dom.ts';
import type { WidgetTexts } from './texts.ts';

/** Characters a message may have; the server holds the same limit. */
export const maxTextLength = 4000;
/** The room left is shown from the last of these on; screen readers are told at each of them, and not with each letter. */
const tellAt = [20, 100, 400];

export interface Composer {
  readonly node: HTMLElement;
  focus(): void;
  /** What is written and not sent. */
  draft(): string;
}

export function createComposer(texts: WidgetTexts, draft: string, send: (text: string) => void): Composer {
  const field = h('textarea', {
    id: 'iclei-message',
    rows: '1',
    placeholder: texts.placeholder,
    'aria-describedby': 'iclei-room',
    autocomplete: 'off',
    enterkeyhint: 'send',
    dir: 'auto',
  });
  field.value = draft;
  const room = h('p', { id: 'iclei-room', class: 'room' });
  const toldRoom = h('p', { class: 'unseen', role: 'status' });
  const button = h(
    'button',
    { type: 'submit', class: 'send', 'aria-label': texts.send, title: texts.send },
    icon('M12 19V5m0 0-6 6m6-6 6 6'),
  );
  const node = h(
    'form',
    { class: 'composer' },
    h('label', { for: 'iclei-message', class: 'unseen' }, texts.message),
    h('div', { class: 'row' }, field, button),
    room,
    toldRoom,
  );
  let told: number | undefined;

  function refresh(): void {
    const left = maxTextLength - field.value.length;
    const tooLong = left < 0;
    const stage = tooLong ? -1 : tellAt.find((limit) => left <= limit);
    room.textContent = stage === undefined ? '' : tooLong ? texts.tooLong(-left) : texts.left(left);
    if (stage !== told) toldRoom.textContent = room.textContent;
    told = stage;
    room.classList.toggle('over', tooLong);
    if (tooLong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    // aria-disabled and not disabled: the button stays in the tab order while one writes.
    button.setAttribute('aria-disabled', String(tooLong || !field.value.trim()));
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  function submit(): void {
    const text = field.value.trim();
    field.focus();
    if (!text || field.value.length > maxTextLength) return;
    field.value = '';
    refresh();
    send(text);
  }

  field.addEventListener('input', refresh);
  field.addEventListener('keydown', (event) => {
    // While an input method is choosing a character, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  requestAnimationFrame(refresh);
  return { node, focus: () => field.focus(), draft: () => field.value };
}
