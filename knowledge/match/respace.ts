// Blanks in the wrong place: words that were parted ("gate way"), joined ("smartcity") or cut at the wrong letter ("th ecity").
import type { Token } from '../text/tokens.ts';

/** Two words that were parted by mistake have at least so many letters together. */
const shortestJoined = 6;
/** Words written as one have at least so many letters each, on average: more of them can be read into any word. */
const lettersAPart = 2.5;
/** A part of one or two letters makes a reading less likely, by so much of a part. */
const tinyCharge = 0.5;
/** A part with an error is at least this long, what is right beside it at least that. */
const shortestMisspelt = 4;
const shortestBeside = 2;

export interface Respaced {
  readonly tokens: readonly Token[];
  readonly repairs: readonly { readonly typed: string; readonly used: string }[];
}

/**
 * Joins neighbours that are one word, and moves a letter over a blank where that makes two words of them.
 * @param isKnown whether phrasings in any language have a word
 * @param isWord whether it is a word of the question's language
 * @param isName whether a word is likely a name, of which nobody can say where it ends
 */
export function respace(
  tokens: readonly Token[],
  isKnown: (folded: string) => boolean,
  isWord: (folded: string) => boolean,
  isName: (token: Token) => boolean,
): Respaced {
  const result: Token[] = [];
  const repairs: { typed: string; used: string }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) break;
    const isRight = !next || (isKnown(token.folded) && isKnown(next.folded));
    const joined = isRight ? '' : token.folded + next.folded;
    if (!isRight && joined.length >= shortestJoined && isKnown(joined)) {
      result.push({ ...wordAs(joined), typed: `${token.typed} ${next.typed}` });
      i++;
      continue;
    }
    const moved = isRight || isName(token) || isName(next) ? null : moveBlank(token, next, isWord);
    if (moved) {
      repairs.push({
        typed: `${token.typed} ${next?.typed}`,
        used: moved.map(({ folded }) => folded).join(' '),
      });
      result.push(...moved);
      i++;
    } else result.push(token);
  }
  return { tokens: result, repairs };
}

/** The two words with the blank a letter further left or right, if both are words then. */
function moveBlank(
  first: Token,
  second: Token,
  isWord: (folded: string) => boolean,
): readonly Token[] | null {
  const letters = first.folded + second.folded;
  for (const cut of [first.folded.length + 1, first.folded.length - 1]) {
    const head = letters.slice(0, cut);
    const tail = letters.slice(cut);
    if (head !== '' && tail !== '' && isWord(head) && isWord(tail))
      return [
        { ...wordAs(head), typed: first.typed },
        { ...wordAs(tail), typed: second.typed },
      ];
  }
  return null;
}

/** The fewest words that a word may be made of, at least two; null if it can't be cut into words. */
export function partsOf(folded: string, isPart: (part: string) => boolean): readonly string[] | null {
  const charge = (parts: readonly string[]): number =>
    parts.length + tinyCharge * parts.filter(({ length }) => length < 3).length;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= folded.length; end++) {
    let fewest: readonly string[] | null = null;
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const part = folded.slice(start, end);
      if (!before || !isPart(part)) continue;
      const parts = [...before, part];
      if (!fewest || charge(parts) < charge(fewest)) fewest = parts;
    }
    best.push(fewest);
  }
  const parts = best[folded.length];
  return parts && parts.length > 1 && parts.length <= Math.ceil(folded.length / lettersAPart) ? parts : null;
}

/**
 * Two words written as one, one of them misspelt ("numberon", "isstraffic").
 * @param repair what a misspelt part means, or null
 * @param areNeighbours whether some phrasing has the two side by side: else any long word could be read so
 */
export function misspeltPartsOf(
  folded: string,
  isWord: (part: string) => boolean,
  repair: (part: string) => string | null,
  areNeighbours: (first: string, second: string) => boolean,
): readonly [string, string] | null {
  const { length } = folded;
  for (let cut = length - shortestMisspelt; cut >= shortestBeside; cut--) {
    const head = folded.slice(0, cut);
    const tail = isWord(head) ? repair(folded.slice(cut)) : null;
    if (tail !== null && areNeighbours(head, tail)) return [head, tail];
  }
  for (let cut = shortestMisspelt; cut <= length - shortestBeside; cut++) {
    const tail = folded.slice(cut);
    const head = isWord(tail) ? repair(folded.slice(0, cut)) : null;
    if (head !== null && areNeighbours(head, tail)) return [head, tail];
  }
  return null;
}

/** A word that nobody typed as it stands. */
export function wordAs(folded: string): Token {
  return { typed: folded, lower: folded, folded };
}
