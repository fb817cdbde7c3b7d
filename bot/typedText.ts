// What somebody typed, as it may be kept and shown to others.
import { maxTextLength } from '../dialogs/index.ts';

/** They turn the reading direction of what follows, also of our own words around it. Emoji are joined by others, which stay. */
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/gu;
const otherControls = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Reads a typed text, at every door it comes in through.
 * @returns it without invisible controls and outer blanks. One with more characters than a message may have is cut and ends with
 *   "…", so that it is still too long however often it is trimmed: what was cut off is never lost without a word.
 */
export function typedText(text: string): string {
  const visible = text.replace(bidiControls, '').replace(otherControls, ' ').trim();
  return (visible.length > maxTextLength ? `${visible.slice(0, maxTextLength)}…` : visible).toWellFormed();
}
