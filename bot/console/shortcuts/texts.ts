// The keyboard shortcuts of the console and what they do, in five languages.
import type { Language } from '../../../knowledge/index.ts';

/** In the order of the help sheet; client/shortcuts.ts knows the same keys. */
export const shortcutKeys = [
  'help',
  'search',
  'next',
  'previous',
  'select',
  'claim',
  'reply',
  'note',
  'queue',
] as const;
export type Shortcut = (typeof shortcutKeys)[number];

/** What is pressed. */
export const keyOf: Readonly<Record<Shortcut, string>> = {
  help: '?',
  search: '/',
  next: 'j',
  previous: 'k',
  select: 'x',
  claim: 'c',
  reply: 'r',
  note: 'n',
  queue: 'q',
};

const en = {
  title: 'Keyboard shortcuts',
  lead: 'They work while you are not writing in a field.',
  on: 'Use single keys as shortcuts',
  close: 'Close',
  help: 'Show this help',
  search: 'Search the questions',
  next: 'Next question',
  previous: 'Previous question',
  select: 'Select or unselect the question',
  claim: 'Take the question',
  reply: 'Write a reply',
  note: 'Write a note',
  queue: 'Back to all questions',
  send: 'Send the reply',
};
export type ShortcutTexts = Readonly<Record<keyof typeof en, string>>;

const de: ShortcutTexts = {
  title: 'Tastenkürzel',
  lead: 'Sie gelten, solange Sie nicht in ein Feld schreiben.',
  on: 'Einzelne Tasten als Kürzel verwenden',
  close: 'Schließen',
  help: 'Diese Hilfe zeigen',
  search: 'Fragen durchsuchen',
  next: 'Nächste Frage',
  previous: 'Vorige Frage',
  select: 'Frage auswählen oder abwählen',
  claim: 'Frage übernehmen',
  reply: 'Antwort schreiben',
  note: 'Notiz schreiben',
  queue: 'Zurück zu allen Fragen',
  send: 'Antwort senden',
};

const es: ShortcutTexts = {
  title: 'Atajos de teclado',
  lead: 'Funcionan mientras no se escribe en un campo.',
  on: 'Usar teclas sueltas como atajos',
  close: 'Cerrar',
  help: 'Mostrar esta ayuda',
  search: 'Buscar en las preguntas',
  next: 'Pregunta siguiente',
  previous: 'Pregunta anterior',
  select: 'Seleccionar la pregunta o quitar la selección',
  claim: 'Encargarse de la pregunta',
  reply: 'Escribir una respuesta',
  note: 'Escribir una nota',
  queue: 'Volver a todas las preguntas',
  send: 'Enviar la respuesta',
};

const fr: ShortcutTexts = {
  title: 'Raccourcis clavier',
  lead: 'Ils agissent tant que vous n’écrivez pas dans un champ.',
  on: 'Utiliser des touches seules comme raccourcis',
  close: 'Fermer',
  help: 'Afficher cette aide',
  search: 'Chercher dans les questions',
  next: 'Question suivante',
  previous: 'Question précédente',
  select: 'Sélectionner ou désélectionner la question',
  claim: 'Prendre la question',
  reply: 'Écrire une réponse',
  note: 'Écrire une note',
  queue: 'Revenir à toutes les questions',
  send: 'Envoyer la réponse',
};

const pt: ShortcutTexts = {
  title: 'Atalhos de teclado',
  lead: 'Funcionam enquanto não se escreve num campo.',
  on: 'Usar teclas soltas como atalhos',
  close: 'Fechar',
  help: 'Mostrar esta ajuda',
  search: 'Procurar nas perguntas',
  next: 'Pergunta seguinte',
  previous: 'Pergunta anterior',
  select: 'Selecionar a pergunta ou retirar a seleção',
  claim: 'Ficar com a pergunta',
  reply: 'Escrever uma resposta',
  note: 'Escrever uma nota',
  queue: 'Voltar a todas as perguntas',
  send: 'Enviar a resposta',
};

export const shortcutTexts: Readonly<Record<Language, ShortcutTexts>> = { en, es, pt, fr, de };
