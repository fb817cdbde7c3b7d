// Takes out of a text what points to a person, before it is kept for figures and for teaching.
import type { Language } from '../knowledge/index.ts';

/** Nothing but what stands around a single "@": quick on any text. */
const emails = /[^\s@<>()[\]{},;:"']{1,64}@[^\s@<>()[\]{},;:"']{1,255}/gu;
/** Telephone, account and card numbers; years, dates and amounts are shorter. */
const longNumbers = /(?<!\d)\+?\d(?:[ ()/.-]{0,2}\d){8,40}/gu;

const placeholders: Readonly<Record<Language, { readonly email: string; readonly number: string }>> = {
  en: { email: '[e-mail]', number: '[number]' },
  es: { email: '[correo]', number: '[número]' },
  pt: { email: '[e-mail]', number: '[número]' },
  fr: { email: '[e-mail]', number: '[numéro]' },
  de: { email: '[E-Mail]', number: '[Nummer]' },
};

/**
 * Puts a word in brackets in the place of each e-mail address and each long number.
 * @param language of those words
 */
export function maskPersonal(text: string, language: Language): string {
  const { email, number } = placeholders[language];
  return text.replace(emails, email).replace(longNumbers, number);
}
