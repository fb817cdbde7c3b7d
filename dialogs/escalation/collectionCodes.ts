// The code that opens a question from any conversation: its reference and a secret part, "ICL-7F3K-9Q-H4TM2".
import type { ConversationKey } from '../turn.ts';
import type { Escalation } from './escalation.ts';
import { referenceAlphabet } from './reference.ts';

/** 28 million: with the limits on tries, guessing one takes a century. */
export const secretLength = 5;

export interface CollectionCode {
  readonly reference: string;
  readonly secret: string;
}

/** Who brings a code, for the limits on wrong ones; the same turn counts once. */
export interface Bringer {
  readonly visitorId: string;
  readonly conversation: ConversationKey;
  readonly turnId: string;
  readonly at: Date;
}

export type Redeemed =
  | { readonly kind: 'right'; readonly escalationId: string }
  /** Unknown or wrong: nobody learns which. */
  | { readonly kind: 'wrong' }
  /** Too many wrong ones lately; whether this one is right was not looked at. */
  | { readonly kind: 'tooMany' };

export interface CollectionCodes {
  /** The whole code of a question, or null if there is none just now; the same whenever it is asked for, so that a turn run again tells the same. */
  issue(escalation: Pick<Escalation, 'id' | 'reference'>): Promise<string | null>;
  redeem(code: CollectionCode, by: Bringer): Promise<Redeemed>;
}

const dashSign = '[-‐‑‒–—−_]';
const dash = `\\s?${dashSign}\\s?`;
const begin = '(?<![A-Z0-9])ICL';
const end = '(?![A-Z0-9])';
/** With a dash close before the secret part it is a code, whatever its length: it may be mistyped. Else words may follow. */
const dashed = new RegExp(
  `${begin}(?:${dash}|\\s?)([A-Z0-9]{4})(?:${dash}|\\s?)([A-Z0-9]{2})(?:${dashSign}(?=[A-Z0-9]{3,7}${end})|${dash}(?=[A-Z0-9]{5}${end}))([A-Z0-9]+)`,
  'u',
);
/** Without, words may follow a reference: only where nothing else was typed. */
const undashed = /^\W*ICL[-\s]?([A-Z0-9]{4})[-\s]?([A-Z0-9]{2})\s?([A-Z0-9]{5})\W*$/u;

/** Finds a code in what somebody typed, in any case, with or without its dashes. */
export function findCollectionCode(text: string): CollectionCode | null {
  const typed = text.toUpperCase();
  const [, four, two, secret] = dashed.exec(typed) ?? undashed.exec(typed) ?? [];
  if (four === undefined || two === undefined || secret === undefined) return null;
  return { reference: `ICL-${four}-${two}`, secret };
}

const inText = new RegExp(
  `${begin}${dash}[A-Z0-9]{4}${dash}[A-Z0-9]{2}(${dash}[${referenceAlphabet}]{${secretLength}})${end}`,
  'giu',
);

/** Leaves the references of a text and hides the secret parts: staff read the question, they need no key to it. */
export function hideSecrets(text: string): string {
  return text.replace(inText, (code: string, secret: string) => `${code.slice(0, -secret.length)}-…`);
}
