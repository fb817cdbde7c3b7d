// What the console says about the things visitors do with their own questions.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  editQuestion: '{name} changed the wording of the question',
  changed: 'The visitor changed the wording.',
};

export type VisitorTexts = Readonly<Record<keyof typeof en, string>>;

export const visitorTexts: Readonly<Record<Language, VisitorTexts>> = {
  en,
  es: {
    editQuestion: '{name} cambió el texto de la pregunta',
    changed: 'El visitante cambió el texto.',
  },
  pt: {
    editQuestion: '{name} alterou o texto da pergunta',
    changed: 'O visitante alterou o texto.',
  },
  fr: {
    editQuestion: '{name} a modifié le texte de la question',
    changed: 'Le visiteur a modifié le texte.',
  },
  de: {
    editQuestion: '{name} hat die Frage anders formuliert',
    changed: 'Der Wortlaut wurde von der anfragenden Person geändert.',
  },
};
