// The code a visitor gets for a question and may read out on the telephone: ICL-7F3K-9Q.

/** Without 0/O, 1/I/L: nothing that is mistaken for something else. 31 signs, six of them: 887 million codes. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const signs = `[${alphabet}]`;
const typed = new RegExp(`(?<![A-Z0-9])ICL[-\\s]?(${signs}{4})[-\\s]?(${signs}{2})(?![A-Z0-9])`, 'u');

/**
 * Makes a reference.
 * @param random gives a whole number from 0 up to, not including, `max`; from a secure source in production
 */
export function makeReference(random: (max: number) => number): string {
  const sign = () => alphabet.charAt(random(alphabet.length));
  const signsOf = (count: number) => Array.from({ length: count }, sign).join('');
  return `ICL-${signsOf(4)}-${signsOf(2)}`;
}

/**
 * Finds a reference in what somebody typed, in any case, with or without its dashes.
 * @returns it as it was given out, or null
 */
export function findReference(text: string): string | null {
  const found = typed.exec(text.toUpperCase());
  return found ? `ICL-${found[1]}-${found[2]}` : null;
}
