// A typing error as people make it, always the same one for the same text.

/** Shorter words are left as they are: with an error in them a person could not read them either. */
const shortestWord = 5;

/**
 * The text with one typing error in its longest word: two letters swapped, one left out, doubled, or wrong.
 * @returns the text itself when it has no word that is long enough
 */
export function withTypo(text: string): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= shortestWord);
  const longest = words.reduce<RegExpExecArray | null>(
    (most, word) => (most && most[0].length >= word[0].length ? most : word),
    null,
  );
  if (!longest) return text;
  const [word] = longest;
  const seed = hashOf(text);
  // Neither the first nor the last letter: these are rarely wrong.
  const at = longest.index + 1 + (seed % (word.length - 3));
  const [before, letter = '', next = '', after] = [
    text.slice(0, at),
    text[at],
    text[at + 1],
    text.slice(at + 2),
  ];
  switch ((seed >>> 8) % 4) {
    case 0:
      return `${before}${next}${letter}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${letter}${letter}${next}${after}`;
    case 3:
      return `${before}${neighbour(letter)}${next}${after}`;
  }
  return text;
}

/** The key to the right on a keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
function neighbour(letter: string): string {
  const row = rows.find((keys) => keys.includes(letter.toLowerCase()));
  return row?.[(row.indexOf(letter.toLowerCase()) + 1) % row.length] ?? 'e';
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
