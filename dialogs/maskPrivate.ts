// Takes out of a text what could be used against whoever wrote it, before staff and the database get it: addresses, telephone
// numbers, numbers of payment cards and accounts. Dates, years, amounts and references stay.
import type { Language } from '../knowledge/index.ts';
import { hideSecrets } from './escalation/collectionCodes.ts';
import type { PrivateKind } from './escalation/privateKinds.ts';
import { showEmail } from './reading/hiddenEmail.ts';
import { findPhoneNumbers } from './reading/phone.ts';
import { texts } from './texts/index.ts';

export interface Masked {
  /** The text with a note in each gap. */
  readonly text: string;
  /** The text with nothing in the gaps: what a matcher may read. */
  readonly bare: string;
  /** Whether anything was taken out. */
  readonly masked: boolean;
}

interface Gap {
  readonly kind: PrivateKind;
  readonly from: number;
  readonly to: number;
}

const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]*@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/giu;
/** In one piece, or in the groups that are printed on cards. */
const card =
  /(?<![\p{L}\p{N}.,+-])[2-6](?:\d{12,18}|\d{3}(?:[ -]\d{4}){2}[ -]\d{1,4}(?:[ -]\d{1,3})?|\d{3}[ -]\d{6}[ -]\d{4,5})(?!\p{N})/gu;

/**
 * Replaces what is private by a note.
 * @param language the notes' language
 */
export async function maskPrivate(text: string, language: Language): Promise<Masked> {
  const shown = showEmail(text, false);
  // Only a hidden address is worth another text than the one that was typed.
  const read = shown !== text && find(email, shown, 'email').length > 0 ? shown : text;
  const certain = apart([
    ...(read.includes('@') ? find(email, read, 'email') : []),
    ...find(iban, read, 'iban', ibanLength),
    ...find(card, read, 'card', (found) => (isCard(found) ? found.length : 0)),
  ]);
  // What is found already is hidden from the search for telephone numbers, and keeps its place.
  const rest = certain.reduce(
    (all, { from, to }) => all.slice(0, from) + '@'.repeat(to - from) + all.slice(to),
    read,
  );
  const phones = (await findPhoneNumbers(rest)).map((found): Gap => ({ kind: 'phone', ...found }));
  const gaps = apart([...certain, ...phones]);
  const { removed } = texts[language];
  return {
    text: hideSecrets(filled(read, gaps, ({ kind }) => removed[kind])),
    bare: filled(read, gaps, () => ' '),
    masked: gaps.length > 0,
  };
}

/** @param lengthOf how much of what the pattern found belongs to it, 0 for nothing */
function find(
  pattern: RegExp,
  text: string,
  kind: PrivateKind,
  lengthOf: (found: string) => number = (found) => found.length,
): Gap[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }): Gap[] => {
    const length = lengthOf(found);
    return length === 0 ? [] : [{ kind, from: index, to: index + length }];
  });
}

/** In order; of two that overlap, the first. */
function apart(gaps: readonly Gap[]): Gap[] {
  const kept: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => a.from - b.from))
    if (gap.from >= (kept.at(-1)?.to ?? 0)) kept.push(gap);
  return kept;
}

function filled(text: string, gaps: readonly Gap[], note: (gap: Gap) => string): string {
  let at = 0;
  let result = '';
  for (const gap of gaps) {
    result += text.slice(at, gap.from) + note(gap);
    at = gap.to;
  }
  return result + text.slice(at);
}

/** The check digit of payment cards (Luhn, ISO/IEC 7812). */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/gu, '')].map(Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const twice = index % 2 === 1 ? 2 * digit : digit;
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  // Thirteen times the same digit passes as well, and is nobody's card.
  return sum % 10 === 0 && new Set(digits).size > 1;
}

const shortestIban = 15;

/** How much of it is an account number (ISO 13616): words that follow look like more of it. */
function ibanLength(found: string): number {
  for (let length = found.length; length >= shortestIban; length--) {
    const endsHere = !/[A-Z0-9]/iu.test(found.charAt(length)) && /[A-Z0-9]/iu.test(found.charAt(length - 1));
    if (endsHere && isIban(found.slice(0, length).replace(/[ -]/gu, '').toUpperCase())) return length;
  }
  return 0;
}

function isIban(signs: string): boolean {
  if (signs.length < shortestIban) return false;
  const turned = signs.slice(4) + signs.slice(0, 4);
  let rest = 0;
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
