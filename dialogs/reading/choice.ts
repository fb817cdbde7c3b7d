// A button's label, its number or "the second", typed instead of pressed.
import { editDistance, languages } from '../../knowledge/index.ts';
import type { Action } from '../action.ts';
import type { Choice } from '../reply.ts';
import { phrases } from './phraseBook.ts';
import { foldedPhrase } from './words.ts';

const ordinals = new Map<string, number>(
  languages.flatMap((language) =>
    phrases[language].ordinals.flatMap((names, index) =>
      names.map((name) => [foldedPhrase(name), index] as const),
    ),
  ),
);

/** From this length on, a label may have a typing error. */
const forgivingLength = 10;

/**
 * Which of the offered choices a text means.
 * @returns its action, or null when it means none of them
 */
export function readChoice(text: string, offered: readonly Choice[]): Action | null {
  if (offered.length === 0) return null;
  const typed = foldedPhrase(text);
  if (typed === '') return null;
  const byLabel = offered.find(({ label }) => sameLabel(typed, foldedPhrase(label)));
  return byLabel?.action ?? offered[position(text, typed) ?? -1]?.action ?? null;
}

function sameLabel(typed: string, label: string): boolean {
  return typed === label || (label.length >= forgivingLength && editDistance(typed, label, 1) <= 1);
}

function position(text: string, typed: string): number | null {
  const digit =
    /^\s*(?:#|\(|n[o°º.]*\s?|nr\.?\s?|option\s|opci[oó]n\s|op[cç][aã]o\s|number\s|nummer\s|n[uú]mero\s|num[eé]ro\s|(?:la|el|le|die|a|o)\s)?([1-9])\s*[.)!]?\s*$/iu.exec(
      text,
    );
  if (digit) return Number(digit[1]) - 1;
  return ordinals.get(typed) ?? null;
}
