// Times on a page. The server does not know the reader's time zone: it writes UTC and says so, the script makes it local.
import { type Html, html } from '../../html.ts';
import type { Words } from '../texts/texts.ts';

export function clock(at: Date, words: Words): Html {
  return time(at, words, 'clock', { timeStyle: 'short' });
}

export function dateAndTime(at: Date, words: Words): Html {
  return time(at, words, 'full', { dateStyle: 'medium', timeStyle: 'short' });
}

function time(at: Date, words: Words, form: string, style: Intl.DateTimeFormatOptions): Html {
  const text = new Intl.DateTimeFormat(locale(words.language), { ...style, timeZone: 'UTC' }).format(at);
  return html`<time datetime="${at.toISOString()}" data-form="${form}">${text} UTC</time>`;
}

/** British English: dates day first, on a 24-hour clock ("23 Nov 2026, 10:41"); "this, that and those". */
export const locale = (language: string) => (language === 'en' ? 'en-GB' : language);
