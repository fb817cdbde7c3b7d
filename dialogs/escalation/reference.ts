// The code a visitor gets for a question and may read out on the telephone: ICL-7F3K-9Q.
import { editDistance } from '../../knowledge/index.ts';

/** Without 0/O, 1/I/L: nothing that is mistaken for something else. 31 signs, six of them: 887 million codes. */
export const referenceAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * Makes a reference.
 * @param random gives a whole number from 0 up to, not including, `max`; from a secure source in production
 */
export function makeReference(random: (max: number) => number): string {
  const sign = () => referenceAlphabet.charAt(random(referenceAlphabet.length));
  const signsOf = (count: number) => Array.from({ length: count }, sign).join('');
  return `ICL-${signsOf(4)}-${signsOf(2)}`;
}

/** What keyboards and people make of a dash. */
const dash = '\\s?[-‐‑‒–—−_]\\s?';
const begin = '(?<![A-Z0-9])ICL';
const end = '(?![A-Z0-9])';
/** "ICL-" and a code: nothing else is written like that, so signs may be wrong, missing or too many. */
const dashed = new RegExp(
  `${begin}${dash}(?:[A-Z0-9]{6,8}|[A-Z0-9]{2,5}(?:(?:${dash}|\\s)[A-Z0-9]{1,4})?)${end}`,
  'u',
);
/** Without dashes only six signs are a code: "ICLEI" is none. */
const undashed = new RegExp(`${begin}(?!EI)\\s?[A-Z0-9]{4}\\s?[A-Z0-9]{2}${end}`, 'u');

/**
 * Finds a reference in what somebody typed, in any case, with or without its dashes, possibly mistyped.
 * @returns "ICL-" and what was typed as its code, or null
 */
export function findReference(text: string): string | null {
  const typed = text.toUpperCase();
  const withDash = dashed.exec(typed)?.[0];
  const found = withDash ?? undashed.exec(typed)?.[0];
  if (found === undefined) return null;
  const code = signsIn(found).slice('ICL'.length);
  // Words can look like a code ("what does ICL mean to you"), but hardly any code has no digit.
  const surely = withDash !== undefined || /\d/u.test(code) || signsIn(typed) === signsIn(found);
  if (!surely) return null;
  return ['ICL', code.slice(0, 4), code.slice(4)].filter((part) => part !== '').join('-');
}

function signsIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Signs that one is read or heard as another of the same group. */
const confusable = ['0OQD', '1ILJT7', '2Z', '5S', '6G', '8B', 'UV', 'MN'];

/**
 * Which of the references given out a typed one means: one read wrongly, or with one sign too few, too many or wrong.
 * @returns null when it is like none of them, or like several
 */
export function nearestReference(typed: string, given: readonly string[]): string | null {
  if (given.includes(typed)) return typed;
  const near = (distance: number) =>
    given.filter((reference) => editDistance(blurred(typed), blurred(reference), distance) <= distance);
  const [meant, ...others] = near(0).length > 0 ? near(0) : near(1);
  return meant !== undefined && others.length === 0 ? meant : null;
}

function blurred(reference: string): string {
  const code = signsIn(reference).slice('ICL'.length);
  return [...code].map((sign) => confusable.find((group) => group.includes(sign))?.[0] ?? sign).join('');
}
