// Telephone numbers in what somebody typed: our own forms first, where they leave doubts the recogniser.
// Years, dates, amounts and references look much alike: a number is one only where its form or the words before it say so.

/** Characters given to the recogniser: its patterns are slow on long input. */
const maxInput = 200;
/** From here on the recogniser counts: "2024-2025" is a number to it with 0.5. */
const sureScore = 0.8;
const fewestDigits = 7;
/** E.164 allows 15; an extension or a "(0)" may be among them. */
const mostDigits = 18;

/** Digits and what people write between them; never within a word, a code, an address or a decimal. */
const candidate =
  /(?<![\p{L}\p{N}/#_.,:-])(?:\+|\()?\d(?:[\d() /–-]|\.(?=\d)){5,28}\d(?![\p{L}\p{N}%€$£_]|[.,:/-]\d)/gu;
const date =
  /(?<!\d)(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d)(?!\d)/u;
/** "14.05.24", and nothing else: "06.12.34.56.78" is a number. */
const shortDate = /^\d{1,2}[-/.]\d{1,2}[-/.]\d\d(?:\s?[-–]\s?\d{1,2}[-/.]\d{1,2}[-/.]\d\d)?$/u;
const year = /^(?:19|20)\d\d$/u;
/** "+49 …", "0049 …", "(0228) …", "0228 …", "06 12 34 …" */
const dialled = /^(?:\+|00[1-9]|\(\+?0?\d{2,5}\)|0[1-9])/u;
/** "416-392-1462", and with an area in brackets. */
const northAmerican = /^\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}$/u;
/** "1 500 000", "12.500.000": an amount; but Spanish numbers are written so as well. */
const thousands = /^\d{1,3}(?:[ .]\d{3})+$/u;
const spanish = /^[6789]\d{2} \d{3} \d{3}$/u;

/** Words before a number that say what it is. */
const cue =
  /(?<!\p{L})(?:tel|tél|phone|call|mobile|cell\p{L}*|whats\s?app|signal|sms|fax|fon|handy\p{L}*|anruf\p{L}*|ruf\p{L}*|telefon\p{L}*|tel[eé]fono?|m[oó]vil|celular|telem[oó]vel|ll[aá]m\p{L}*|ligue\p{L}*|appel\p{L}*|portable|t[eé]l[eé]phone)\P{L}{0,4}(?:\p{L}{1,8}\P{L}{1,3}){0,3}$/iu;
/** Words after a number that say that it counts something. */
const unit =
  /^\s?(?:€|\$|£|%|eur|usd|euros?|d[oó]lar\p{L}*|dollars?|pounds?|reais|million\p{L}*|people|inhabitants?|residents?|citizens?|habitant\p{L}*|einwohner\p{L}*|menschen|personas|pessoas|personnes|members?|tonn\p{L}*|tonelad\p{L}*|kg|km|[kmg]wh|m²|m2|ha|t)(?!\p{L})/iu;

/** @returns where they stand, in order */
export async function findPhoneNumbers(
  text: string,
): Promise<readonly { readonly from: number; readonly to: number }[]> {
  const found: { from: number; to: number }[] = [];
  for (const { 0: typed, index } of text.matchAll(candidate)) {
    if (
      await isPhoneNumber(typed, text.slice(Math.max(0, index - 60), index), text.slice(index + typed.length))
    )
      found.push({ from: index, to: index + typed.length });
  }
  return found;
}

async function isPhoneNumber(typed: string, before: string, after: string): Promise<boolean> {
  const digits = typed.replace(/\D/gu, '').length;
  if (digits < fewestDigits || digits > mostDigits) return false;
  const groups = typed.split(/[^\d]+/u).filter((group) => group !== '');
  if (typed.startsWith('+')) return true;
  if (date.test(typed) || shortDate.test(typed) || groups.every((group) => year.test(group))) return false;
  if (unit.test(after) || /[€$£]\s?$/u.test(before)) return false;
  if (cue.test(before)) return true;
  if (dialled.test(typed) || northAmerican.test(typed)) return true;
  if (spanish.test(typed)) return true;
  if (thousands.test(typed) || groups.length === 1 || groups.some((group) => year.test(group))) return false;
  // "ISO 37120 37122 37123": a list of numbers of one kind.
  if (groups.every(({ length }) => length === groups[0]?.length)) return false;
  return recognised(typed);
}

async function recognised(typed: string): Promise<boolean> {
  const { default: recognizers } = await import('@microsoft/recognizers-text-suite');
  const text = typed.slice(0, maxInput);
  return recognizers
    .recognizePhoneNumber(text, 'en-us')
    .some(({ text: found, resolution }) => found === text && Number(resolution?.score) >= sureScore);
}
