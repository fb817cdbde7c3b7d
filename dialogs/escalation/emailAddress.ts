// What counts as one mail address.

/** Characters a mail address may have (RFC 5321, with the brackets taken off). */
export const maxEmailLength = 254;

/** Dots only between other characters, nothing invisible, no sign that means something in a list of addresses. */
const localPart = /^[^\s\p{C}@,;:<>()[\]"\\.]+(?:\.[^\s\p{C}@,;:<>()[\]"\\.]+)*$/u;
const domain = /^(?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]+$/u;

/** Is this one address a mail can be sent to, and nothing that could add a header or a second reader to it? (reliability S15) */
export function isEmailAddress(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@');
  return more.length === 0 && text.length <= maxEmailLength && localPart.test(local) && domain.test(host);
}
