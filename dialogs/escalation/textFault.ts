// What a text for staff or visitors may not be.
import { maxTextLength } from '../turn.ts';

/** Why a trimmed text can't be taken, or null. */
export function textFault(text: string): 'empty' | 'tooLong' | null {
  if (text === '') return 'empty';
  return text.length > maxTextLength ? 'tooLong' : null;
}
