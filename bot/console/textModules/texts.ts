// The sentences about text modules, in five languages.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  title: 'Text modules',
  lead: 'Texts you write often. In a reply, type / and the keyword, or choose one from the list.',
  none: 'There is none yet.',
  keyword: 'Keyword',
  keywordHint: 'Small letters, digits and dashes: thanks, next-event',
  language: 'Language',
  text: 'Text',
  textHint:
    '{reference} becomes the question’s reference, {me} your name. **bold**, *italic*, [a link](https://…).',
  add: 'Add',
  addTitle: 'New text module',
  save: 'Save',
  remove: 'Delete',
  edit: 'Change or delete',
  changed: 'Changed by {name}',
  saved: 'Saved.',
  removed: 'Deleted.',
  taken: 'There is one with this keyword in this language already.',
  stale:
    'Somebody changed or deleted it meanwhile. What is there now is shown below; your text is kept in the form.',
  unfit: 'A keyword of small letters, digits and dashes, and a text of at most 4,000 characters are needed.',
  insert: 'Insert',
  open: 'Text modules',
  search: 'Search the text modules',
  manage: 'Add or change text modules',
};

export type TextModuleTexts = Readonly<Record<keyof typeof en, string>>;

const de: TextModuleTexts = {
  title: 'Textbausteine',
  lead: 'Texte, die Sie oft schreiben. Tippen Sie in einer Antwort / und das Kürzel, oder wählen Sie aus der Liste.',
  none: 'Noch gibt es keinen.',
  keyword: 'Kürzel',
  keywordHint: 'Kleine Buchstaben, Ziffern und Striche: danke, naechster-termin',
  language: 'Sprache',
  text: 'Text',
  textHint:
    'Aus {reference} wird die Referenz der Frage, aus {me} Ihr Name. **fett**, *kursiv*, [ein Link](https://…).',
  add: 'Hinzufügen',
  addTitle: 'Neuer Textbaustein',
  save: 'Speichern',
  remove: 'Löschen',
  edit: 'Ändern oder löschen',
  changed: 'Geändert von {name}',
  saved: 'Gespeichert.',
  removed: 'Gelöscht.',
  taken: 'In dieser Sprache gibt es schon einen mit diesem Kürzel.',
  stale:
    'Inzwischen hat jemand ihn geändert oder gelöscht. Unten steht, was jetzt da ist; Ihr Text steht noch im Formular.',
  unfit:
    'Nötig sind ein Kürzel aus kleinen Buchstaben, Ziffern und Strichen und ein Text von höchstens 4.000 Zeichen.',
  insert: 'Einfügen',
  open: 'Textbausteine',
  search: 'Textbausteine durchsuchen',
  manage: 'Textbausteine hinzufügen oder ändern',
};

const es: TextModuleTexts = {
  title: 'Textos preparados',
  lead: 'Textos que escribe a menudo. En una respuesta, teclee / y la palabra clave, o elija uno de la lista.',
  none: 'Todavía no hay ninguno.',
  keyword: 'Palabra clave',
  keywordHint: 'Letras minúsculas, cifras y guiones: gracias, proximo-evento',
  language: 'Idioma',
  text: 'Texto',
  textHint:
    '{reference} se convierte en la referencia de la pregunta, {me} en su nombre. **negrita**, *cursiva*, [un enlace](https://…).',
  add: 'Añadir',
  addTitle: 'Nuevo texto preparado',
  save: 'Guardar',
  remove: 'Borrar',
  edit: 'Cambiar o borrar',
  changed: 'Cambiado por {name}',
  saved: 'Guardado.',
  removed: 'Borrado.',
  taken: 'Ya hay uno con esta palabra clave en este idioma.',
  stale:
    'Alguien lo ha cambiado o borrado entretanto. Abajo está lo que hay ahora; su texto sigue en el formulario.',
  unfit:
    'Hace falta una palabra clave de minúsculas, cifras y guiones, y un texto de 4.000 caracteres como máximo.',
  insert: 'Insertar',
  open: 'Textos preparados',
  search: 'Buscar en los textos preparados',
  manage: 'Añadir o cambiar textos preparados',
};

const fr: TextModuleTexts = {
  title: 'Textes préparés',
  lead: 'Les textes que vous écrivez souvent. Dans une réponse, tapez / et le mot-clé, ou choisissez dans la liste.',
  none: 'Il n’y en a pas encore.',
  keyword: 'Mot-clé',
  keywordHint: 'Lettres minuscules, chiffres et tirets : merci, prochain-evenement',
  language: 'Langue',
  text: 'Texte',
  textHint:
    '{reference} devient la référence de la question, {me} votre nom. **gras**, *italique*, [un lien](https://…).',
  add: 'Ajouter',
  addTitle: 'Nouveau texte préparé',
  save: 'Enregistrer',
  remove: 'Supprimer',
  edit: 'Modifier ou supprimer',
  changed: 'Modifié par {name}',
  saved: 'Enregistré.',
  removed: 'Supprimé.',
  taken: 'Il en existe déjà un avec ce mot-clé dans cette langue.',
  stale:
    'Quelqu’un l’a modifié ou supprimé entre-temps. Ce qui est là maintenant figure ci-dessous ; votre texte est resté dans le formulaire.',
  unfit: 'Il faut un mot-clé en minuscules, chiffres et tirets, et un texte de 4 000 caractères au plus.',
  insert: 'Insérer',
  open: 'Textes préparés',
  search: 'Chercher dans les textes préparés',
  manage: 'Ajouter ou modifier des textes préparés',
};

const pt: TextModuleTexts = {
  title: 'Textos preparados',
  lead: 'Textos que escreve muitas vezes. Numa resposta, escreva / e a palavra-chave, ou escolha um da lista.',
  none: 'Ainda não há nenhum.',
  keyword: 'Palavra-chave',
  keywordHint: 'Letras minúsculas, algarismos e hífenes: obrigado, proximo-evento',
  language: 'Língua',
  text: 'Texto',
  textHint:
    '{reference} passa a ser a referência da pergunta, {me} o seu nome. **negrito**, *itálico*, [uma ligação](https://…).',
  add: 'Acrescentar',
  addTitle: 'Novo texto preparado',
  save: 'Guardar',
  remove: 'Apagar',
  edit: 'Mudar ou apagar',
  changed: 'Mudado por {name}',
  saved: 'Guardado.',
  removed: 'Apagado.',
  taken: 'Já existe um com esta palavra-chave nesta língua.',
  stale:
    'Alguém o mudou ou apagou entretanto. O que existe agora está em baixo; o seu texto ficou no formulário.',
  unfit:
    'É precisa uma palavra-chave de minúsculas, algarismos e hífenes, e um texto de 4000 caracteres no máximo.',
  insert: 'Inserir',
  open: 'Textos preparados',
  search: 'Procurar nos textos preparados',
  manage: 'Acrescentar ou mudar textos preparados',
};

export const textModuleTexts: Readonly<Record<Language, TextModuleTexts>> = { en, es, pt, fr, de };
