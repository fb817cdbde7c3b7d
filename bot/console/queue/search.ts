// Finds questions by what staff remember of them, typing errors and all: fuse.js ranks, the database narrows down what it sees.
import Fuse from 'fuse.js';
import { type Escalation, findReference, nearestReference } from '../../../dialogs/index.ts';

/** Characters of a search, and of each text that is compared: fuse.js takes longer the longer both are. */
export const termLimit = 32;
const comparedLimit = 240;
/** Of so many escalations; ranking them takes 5 to 30 ms, during which nothing else happens. */
export const comparedAtMost = 200;
/** 0 is the very words, 1 is anything. */
const threshold = 0.35;

/**
 * @param term what was typed
 * @param among at most `comparedAtMost` escalations
 * @returns those it may mean, the likeliest first
 */
export function searchEscalations(term: string, among: readonly Escalation[]): readonly Escalation[] {
  const typed = findReference(term);
  const meant =
    typed &&
    nearestReference(
      typed,
      among.map(({ reference }) => reference),
    );
  if (meant) return among.filter(({ reference }) => reference === meant);
  const fuse = new Fuse(among.slice(0, comparedAtMost).map(textsOf), {
    keys: [
      { name: 'question', weight: 3 },
      { name: 'added', weight: 1 },
      { name: 'reply', weight: 1 },
      { name: 'people', weight: 2 },
    ],
    threshold,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
  });
  return fuse.search(term.slice(0, termLimit)).map(({ item }) => item.escalation);
}

function textsOf(escalation: Escalation) {
  const cut = (text: string) => text.slice(0, comparedLimit);
  return {
    escalation,
    question: cut(escalation.question),
    added: cut(escalation.details.join(' ')),
    reply: cut(escalation.reply?.text ?? ''),
    people: [escalation.claimedBy ?? '', escalation.email ?? '', escalation.reference],
  };
}
