// Sizes of what staff may send and see.
import { maxTextLength } from '../../dialogs/index.ts';

/** Characters a reply may have: as many as a visitor's message. */
export const replyLimit = maxTextLength;
/** Questions on one page of the queue; a link leads to the next ones. */
export const queueLimit = 50;
