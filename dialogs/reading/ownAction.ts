// "Withdraw my question", "ich möchte etwas ergänzen": what one may do with a question that waits for staff, in words.
import { languages } from '../../knowledge/index.ts';
import type { OwnAction } from '../replies.ts';
import { texts } from '../texts/index.ts';
import { phrases } from './phraseBook.ts';
import { foldedPhrase } from './words.ts';

/** Under a staff reply. */
type Rating = 'replyHelped' | 'replyDidNotHelp';
const actions = new Map<string, OwnAction | Rating>(
  languages.flatMap((language) => {
    const { buttons } = texts[language];
    const { own } = phrases[language];
    const of = (action: OwnAction | Rating, wordings: readonly string[]) =>
      wordings.map((wording) => [foldedPhrase(wording), action] as const);
    return [
      ...of('addDetails', [buttons.addDetails, buttons.addMore, ...own.addDetails]),
      ...of('leaveEmail', [buttons.leaveEmail, ...own.leaveEmail]),
      ...of('editQuestion', [buttons.editQuestion, ...own.editQuestion]),
      ...of('replyHelped', [buttons.replyHelped]),
      ...of('replyDidNotHelp', [buttons.replyDidNotHelp, ...own.replyDidNotHelp]),
      ...of('withdraw', [buttons.withdraw, ...own.withdraw]),
    ];
  }),
);
const politeness = new Set(['please', 'bitte', 'por favor', 'svp', 'sil vous plait']);

/** The action a text asks for; null when it says anything else. */
export function readOwnAction(text: string): OwnAction | Rating | null {
  const typed = foldedPhrase(text);
  const polite = [...politeness].find((word) => typed.endsWith(` ${word}`));
  const plain = polite ? typed.slice(0, -polite.length - 1) : typed;
  return actions.get(plain) ?? null;
}
