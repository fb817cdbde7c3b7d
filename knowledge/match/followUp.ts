// "And who runs it?": whether a question leaves out what it is about, so that the entry answered last fills it in.
import type { Token } from '../text/tokens.ts';

/** Words that point back, folded; those that only open a follow-up stand in `openers`. */
const pointers = new Set(
  `it its they them their theirs this that these those there he she him her his
  lo la eso ese esa esto este esta ello ella el ellos ellas su sus alli ahi
  ele ela eles elas dele dela isso isto esse essa este esta nele nela la ali seu sua
  il elle ils elles lui leur leurs cela ca celui celle ce cette y en son sa ses
  es er sie ihn ihm ihr ihre ihnen das dies diese dieser dieses dort da davon dazu dafur daran damit dessen deren`.split(
    /\s+/u,
  ),
);
const openers = new Set(
  'and so but also y e pero ademas mas tambem entao et mais alors und aber auch dann'.split(' '),
);

/** Whether a word only points back, or only opens a follow-up. */
export function isPointer(folded: string): boolean {
  return pointers.has(folded);
}
export function isOpener(folded: string): boolean {
  return openers.has(folded);
}

/** More subject words than this, and the question stands on its own feet. */
const maxSubjectWords = 2;

/** Whether a question with that many subject words reads like a follow-up. */
export function isElliptical(tokens: readonly Token[], subjectWords: number): boolean {
  if (subjectWords > maxSubjectWords || tokens.length === 0) return false;
  if (subjectWords === 0) return true;
  const first = tokens[0]?.folded ?? '';
  return openers.has(first) || tokens.some((token) => pointers.has(token.folded));
}
