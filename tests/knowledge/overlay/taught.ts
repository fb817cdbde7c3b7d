// Changes for the tests of teaching, about the small knowledge of files.ts.
import type { Change, Taught } from '../../../knowledge/overlay/change.ts';

export const desks: Extract<Change, { kind: 'newEntry' }> = {
  kind: 'newEntry',
  entry: {
    id: 'desks',
    topic: 'contact-offices',
    asOf: '2026',
    checkedOn: '2026-11-25',
    reviewBy: '2027-11-25',
    related: ['joining'],
    sources: [{ title: 'Offices', url: 'https://iclei.org/offices/', date: '2026' }],
    en: {
      question: 'Where can visitors work in the office?',
      phrasings: ['desk for guests', 'hot desk', 'may I work at your place'],
      answer: 'Guests find {{desks-figure-1}} desks on the second floor.',
    },
  },
  figures: [{ id: 'desks-figure-1', value: '12' }],
  language: 'en',
  ask: 'is there a desk for me in Bonn',
};

export function phrasing(
  text: string,
  more: { readonly entry?: string; readonly ask?: string } = {},
): Change {
  return { kind: 'addPhrasing', entry: 'fees', language: 'en', phrasing: text, ask: text, ...more };
}

let number = 0;
export function taught(change: Change, exported = false): Taught {
  number += 1;
  return { id: `t${number}`, change, exported };
}
