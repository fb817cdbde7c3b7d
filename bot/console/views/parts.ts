// The parts of the console, in the order of the navigation.
import { insightTexts } from '../insight/texts.ts';
import { peopleTexts } from '../people/texts.ts';
import { privacyTexts } from '../privacy/texts.ts';
import type { Audience } from '../roles.ts';
import { settingsTexts } from '../settings/texts.ts';
import { teachWords } from '../teach/texts.ts';
import { textModuleTexts } from '../textModules/texts.ts';
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
    name: 'textModules',
    path: '/console/text-modules',
    role: 'staff',
    title: ({ language }) => textModuleTexts[language].title,
  },
  { name: 'teach', path: '/console/teach', role: 'curator', title: (words) => teachWords(words).nav },
  {
    name: 'insight',
    path: '/console/insight',
    role: 'curator',
    title: ({ language }) => insightTexts[language].title,
  },
  {
    name: 'privacy',
    path: '/console/privacy',
    role: 'administrator',
    title: ({ language }) => privacyTexts[language].title,
  },
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
