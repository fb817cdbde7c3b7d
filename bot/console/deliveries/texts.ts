// What the console says about replies on their way, in five languages. {names} in braces are filled in.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  uncertainTitle: 'Delivery uncertain',
  uncertainLead: 'This reply may have reached the visitor, or not. Sent again, they may see it twice.',
  failedTitle: 'Reply not delivered',
  failedLead: 'This reply has not reached the visitor.',
  inChat: 'in the conversation',
  byMail: 'by e-mail',
  sendAgain: 'Send again',
  tryAgain: 'Try again',
  markDelivered: 'Mark as delivered',
  resent: 'The reply is on its way again.',
  marked: 'The reply is marked as delivered.',
  settledMeanwhile: 'This reply was dealt with meanwhile. Nothing was changed.',
  lookAtOne: 'A reply needs a look:',
  lookAtMany: '{count} replies need a look:',
  more: 'and {count} more',
  seenSince: 'The visitor has had the chat open since the reply.',
  waitsForVisitor: 'The reply waits in the chat: the visitor has not been back since.',
  mailWillGo:
    'The visitor left an e-mail address, {address}. Your reply appears where the question was asked, and goes there as well if they are not there to read it.',
  mailGoes:
    'The reply goes to {address} by itself if the visitor is not there to read it. The history says when.',
};

export type DeliveryTexts = Readonly<Record<keyof typeof en, string>>;

export const deliveryTexts: Readonly<Record<Language, DeliveryTexts>> = {
  en,
  es: {
    uncertainTitle: 'Entrega incierta',
    uncertainLead:
      'No se sabe si esta respuesta llegó a quien preguntó. Si se envía de nuevo, puede verla dos veces.',
    failedTitle: 'Respuesta no entregada',
    failedLead: 'Esta respuesta no ha llegado a quien preguntó.',
    inChat: 'en la conversación',
    byMail: 'por correo electrónico',
    sendAgain: 'Enviar de nuevo',
    tryAgain: 'Intentar de nuevo',
    markDelivered: 'Marcar como entregada',
    resent: 'La respuesta está de nuevo en camino.',
    marked: 'La respuesta está marcada como entregada.',
    settledMeanwhile: 'Esta respuesta ya fue atendida entretanto. No se ha cambiado nada.',
    lookAtOne: 'Una respuesta necesita atención:',
    lookAtMany: '{count} respuestas necesitan atención:',
    more: 'y {count} más',
    seenSince: 'Quien preguntó ha tenido el chat abierto después de la respuesta.',
    waitsForVisitor: 'La respuesta espera en el chat: quien preguntó no ha vuelto desde entonces.',
    mailWillGo:
      'Quien preguntó dejó una dirección de correo, {address}. Su respuesta aparece donde se hizo la pregunta, y va también allí si no está para leerla.',
    mailGoes:
      'La respuesta va por sí sola a {address} si quien preguntó no está para leerla. El historial dice cuándo.',
  },
  pt: {
    uncertainTitle: 'Entrega incerta',
    uncertainLead:
      'Não se sabe se esta resposta chegou a quem perguntou. Se for enviada de novo, pode aparecer duas vezes.',
    failedTitle: 'Resposta não entregue',
    failedLead: 'Esta resposta não chegou a quem perguntou.',
    inChat: 'na conversa',
    byMail: 'por e-mail',
    sendAgain: 'Enviar de novo',
    tryAgain: 'Tentar de novo',
    markDelivered: 'Marcar como entregue',
    resent: 'A resposta está de novo a caminho.',
    marked: 'A resposta está marcada como entregue.',
    settledMeanwhile: 'Esta resposta já foi tratada entretanto. Nada foi alterado.',
    lookAtOne: 'Uma resposta precisa de atenção:',
    lookAtMany: '{count} respostas precisam de atenção:',
    more: 'e mais {count}',
    seenSince: 'Quem perguntou teve o chat aberto depois da resposta.',
    waitsForVisitor: 'A resposta espera no chat: quem perguntou ainda não voltou.',
    mailWillGo:
      'Quem perguntou deixou um endereço de e-mail, {address}. A sua resposta aparece onde a pergunta foi feita e vai também para lá se a pessoa não estiver presente para ler.',
    mailGoes:
      'A resposta vai por si só para {address} se quem perguntou não estiver presente para ler. O histórico diz quando.',
  },
  fr: {
    uncertainTitle: 'Remise incertaine',
    uncertainLead:
      'On ne sait pas si cette réponse est arrivée. Si elle est renvoyée, elle peut apparaître deux fois.',
    failedTitle: 'Réponse non remise',
    failedLead: 'Cette réponse n’est pas arrivée chez la personne qui a posé la question.',
    inChat: 'dans la conversation',
    byMail: 'par e-mail',
    sendAgain: 'Renvoyer',
    tryAgain: 'Réessayer',
    markDelivered: 'Marquer comme remise',
    resent: 'La réponse est de nouveau en route.',
    marked: 'La réponse est marquée comme remise.',
    settledMeanwhile: 'Cette réponse a été traitée entre-temps. Rien n’a été modifié.',
    lookAtOne: 'Une réponse est à vérifier :',
    lookAtMany: '{count} réponses sont à vérifier :',
    more: 'et {count} de plus',
    seenSince: 'La personne a eu le chat ouvert depuis la réponse.',
    waitsForVisitor: 'La réponse attend dans le chat : la personne n’est pas revenue depuis.',
    mailWillGo:
      'La personne a laissé une adresse e-mail, {address}. Votre réponse apparaît là où la question a été posée, et y est aussi envoyée si la personne n’est pas là pour la lire.',
    mailGoes:
      'La réponse part d’elle-même à {address} si la personne n’est pas là pour la lire. L’historique dit quand.',
  },
  de: {
    uncertainTitle: 'Zustellung ungewiss',
    uncertainLead:
      'Vielleicht ist diese Antwort angekommen, vielleicht nicht. Wird sie noch einmal gesendet, ist sie womöglich zweimal zu sehen.',
    failedTitle: 'Antwort nicht zugestellt',
    failedLead: 'Diese Antwort ist nicht angekommen.',
    inChat: 'im Gespräch',
    byMail: 'per E-Mail',
    sendAgain: 'Erneut senden',
    tryAgain: 'Noch einmal versuchen',
    markDelivered: 'Als zugestellt markieren',
    resent: 'Die Antwort ist noch einmal unterwegs.',
    marked: 'Die Antwort ist als zugestellt markiert.',
    settledMeanwhile: 'Um diese Antwort hat sich inzwischen jemand gekümmert. Es wurde nichts geändert.',
    lookAtOne: 'Eine Antwort braucht einen Blick:',
    lookAtMany: '{count} Antworten brauchen einen Blick:',
    more: 'und {count} weitere',
    seenSince: 'Wer gefragt hat, hatte den Chat seit der Antwort offen.',
    waitsForVisitor: 'Die Antwort wartet im Chat: Wer gefragt hat, war seitdem nicht da.',
    mailWillGo:
      'Wer gefragt hat, hat eine E-Mail-Adresse hinterlassen: {address}. Ihre Antwort erscheint dort, wo gefragt wurde, und geht auch an diese Adresse, wenn niemand da ist, um sie zu lesen.',
    mailGoes:
      'Die Antwort geht von selbst an {address}, wenn niemand da ist, um sie zu lesen. Wann, steht im Verlauf.',
  },
};
