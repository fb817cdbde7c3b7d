// What the console says about the things visitors do with their own questions.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  editQuestion: '{name} changed the wording of the question',
  changed: 'The visitor changed the wording.',
  moveHere: '{name} wants the reply in another conversation now',
  separate: '{name} answers this question separately',
  replyHelped: '{name} says that the reply helped',
  replyDidNotHelp: '{name} says that the reply did not answer the question',
  didNotHelp: 'The visitor says that this reply did not answer the question. What they add appears under it.',
};

export type VisitorTexts = Readonly<Record<keyof typeof en, string>>;

export const visitorTexts: Readonly<Record<Language, VisitorTexts>> = {
  en,
  es: {
    editQuestion: '{name} cambió el texto de la pregunta',
    changed: 'El visitante cambió el texto.',
    moveHere: '{name} quiere la respuesta en otra conversación',
    separate: '{name} responde a esta pregunta por separado',
    replyHelped: '{name} indica que la respuesta le ha servido',
    replyDidNotHelp: '{name} indica que la respuesta no responde a la pregunta',
    didNotHelp:
      'Según el visitante, esta respuesta no resuelve su pregunta. Lo que añada aparecerá debajo de ella.',
  },
  pt: {
    editQuestion: '{name} alterou o texto da pergunta',
    changed: 'O visitante alterou o texto.',
    moveHere: '{name} quer a resposta em outra conversa',
    separate: '{name} responde a esta pergunta em separado',
    replyHelped: '{name} diz que a resposta ajudou',
    replyDidNotHelp: '{name} diz que a resposta não responde à pergunta',
    didNotHelp:
      'O visitante diz que esta resposta não responde à pergunta. O que acrescentar aparecerá abaixo dela.',
  },
  fr: {
    editQuestion: '{name} a modifié le texte de la question',
    changed: 'Le visiteur a modifié le texte.',
    moveHere: '{name} souhaite la réponse dans une autre conversation',
    separate: '{name} répond à cette question séparément',
    replyHelped: '{name} indique que la réponse a été utile',
    replyDidNotHelp: '{name} indique que la réponse ne répond pas à la question',
    didNotHelp:
      'Selon le visiteur, cette réponse ne répond pas à la question. Ses précisions apparaîtront sous celle-ci.',
  },
  de: {
    editQuestion: '{name} hat die Frage anders formuliert',
    changed: 'Der Wortlaut wurde von der anfragenden Person geändert.',
    moveHere: '{name} möchte die Antwort jetzt in einem anderen Gespräch',
    separate: '{name} beantwortet diese Frage für sich',
    replyHelped: '{name} sagt, dass die Antwort geholfen hat',
    replyDidNotHelp: '{name} sagt, dass die Antwort die Frage nicht beantwortet',
    didNotHelp:
      'Die anfragende Person sagt, dass diese Antwort ihre Frage nicht beantwortet. Was sie ergänzt, erscheint unter der Frage.',
  },
};
