// The parts of the console, in the order of the navigation.
import type { Role } from '../roles.ts';
import { teachWords } from '../teach/texts.ts';
import type { Words } from '../texts/texts.ts';

export interface Part {
  readonly name: string;
  readonly path: string;
  /** Who may go there. */
  readonly role: Role;
  readonly title: (words: Words) => string;
}

export const parts: readonly Part[] = [
  { name: 'queue', path: '/console', role: 'staff', title: ({ t }) => t.queue },
  { name: 'teach', path: '/console/teach', role: 'curator', title: (words) => teachWords(words).nav },
];
