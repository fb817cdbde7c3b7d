// The parts of the console, in the order of the navigation.
import { peopleTexts } from '../people/texts.ts';
import type { Audience } from '../roles.ts';
import { settingsTexts } from '../settings/texts.ts';
import type { Words } from '../texts/texts.ts';

export interface Part {
  readonly name: string;
  readonly path: string;
  /** Who may go there. */
  readonly role: Audience;
  readonly title: (words: Words) => string;
}

export const parts: readonly Part[] = [
  { name: 'queue', path: '/console', role: 'staff', title: ({ t }) => t.queue },
  {
    name: 'people',
    path: '/console/people',
    role: 'administrator',
    title: ({ language }) => peopleTexts[language].title,
  },
  {
    name: 'settings',
    path: '/console/settings',
    role: 'everybody',
    title: ({ language }) => settingsTexts[language].title,
  },
];
