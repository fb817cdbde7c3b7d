// "jane.doe (at) example.org": an address as people write it to hide it from machines, or say it aloud.

const sign = '[\\p{L}\\p{N}]';
const label = '[\\p{L}\\p{N}-]+';
const atWord = '(?:at|ät|arroba|arobase)';
const dotWord = '(?:dot|punkt|punto|ponto|point)';
const bracketed = (what: string) =>
  new RegExp(`(?<=${sign})\\s*[([{<]\\s*${what}\\s*[)\\]}>]\\s*(?=${sign})`, 'giu');

const bracketedAt = bracketed(`(?:${atWord}|@|a)`);
const bracketedDot = bracketed(`(?:${dotWord}|\\.)`);
const spacedAt = new RegExp(`(?<=${sign})(?:\\s+@\\s*|@\\s+)(?=${sign})`, 'gu');
const spokenDots = new RegExp(`@${label}(?:\\s+${dotWord}\\s+${label})+`, 'giu');
/** Nothing else in the text: "me at example.org" is an address, "write to me at example.org" is none. */
const spokenAt = new RegExp(
  `^\\s*([\\p{L}\\p{N}._%+-]+)\\s+${atWord}\\s+(${label}(?:\\.${label}|\\s+${dotWord}\\s+${label})+)\\s*[.!]?\\s*$`,
  'iu',
);

/**
 * Writes an address with its "@" and its dots.
 * @param asked whether an address was asked for: only then "me at example.org" is one
 */
export function showEmail(text: string, asked: boolean): string {
  const withAt = text.replace(bracketedAt, '@').replace(spacedAt, '@');
  const shown = asked ? withAt.replace(spokenAt, '$1@$2') : withAt;
  if (shown === text) return text;
  return shown
    .replace(bracketedDot, '.')
    .replace(spokenDots, (spoken) => spoken.replace(new RegExp(`\\s+${dotWord}\\s+`, 'giu'), '.'));
}
