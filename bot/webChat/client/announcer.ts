// Tells screen readers what is new, in words only: an answer's sources and buttons are there for who goes to them.
import { h } from './dom.ts';

export interface Announcer {
  readonly node: HTMLElement;
  say(text: string, language: string): void;
}

/** Milliseconds after which what was read out goes away, so that nobody comes across it a second time. */
const staysFor = 5000;

/** @param name what the place is called, as it is one of its own beside the conversation */
export function createAnnouncer(name: string): Announcer {
  const node = h('div', { class: 'unseen', role: 'log', 'aria-label': name });
  return {
    node,
    say(text, language) {
      const line = h('p', { lang: language || null }, text);
      node.append(line);
      setTimeout(() => line.remove(), staysFor);
    },
  };
}
