// An e-mail address in what somebody typed. The recogniser is loaded when first needed, or before: it costs a tenth of a second.
import { isEmailAddress } from '../escalation/emailAddress.ts';

/** Characters given to the recogniser: its patterns are slow on long input. */
const maxInput = 200;

/**
 * The one e-mail address in a text.
 * @returns null when there is none, more than one, or one that we cannot be sure of
 */
export async function readEmail(text: string): Promise<string | null> {
  const at = text.indexOf('@');
  if (at < 0) return null;
  // The window around the first @, so that an address at the end of a longer text is seen as well.
  const from = Math.max(0, at - maxInput / 2);
  const window = text.slice(from, at + maxInput / 2);
  const { default: recognizers } = await import('@microsoft/recognizers-text-suite');
  const found = recognizers.recognizeEmail(window, 'en-us');
  const [only] = found;
  if (!only || found.length > 1) return null;
  // "bob.o'hara@x.org" is found as "hara@x.org": a mail to the wrong person.
  const before = text.slice(0, from + only.start).at(-1);
  if (before !== undefined && !/[\s<([:;,"“„«=]/u.test(before)) return null;
  // Neither may the address go on: "a@b.org%0d" is none.
  if (/[\p{L}\p{N}\p{C}%@_+=&/\\-]/u.test(text.charAt(from + only.end + 1))) return null;
  // Cut by the window's end, it would be somebody else's address as well.
  if (from + only.end + 1 < text.length && only.end + 1 >= window.length) return null;
  // A sentence that ends with an address ends with a dot.
  const email = only.text.trim().replace(/\.+$/u, '');
  return isEmailAddress(email) ? email : null;
}

/** Loads the recogniser, so that nobody's first address holds up everybody else. */
export async function warmUp(): Promise<void> {
  await readEmail('me@example.org');
}

/** Whether a text is little more than an address ("my mail is a@b.org"). */
export function isMostlyEmail(text: string): boolean {
  return text.includes('@') && text.trim().split(/\s+/u).length <= 8;
}
