// Where replies go to the address a visitor left: what they are told of that, and the sentences of the mail.
import type { Language } from '../../knowledge/index.ts';

export interface MailTexts {
  /** In the chat, in the place of texts that promise no mail. */
  askForEmail(reference: string): string;
  emailSaved(email: string, reference: string): string;

  subject(reference: string): string;
  readonly greeting: string;
  /** Goes before the reply. */
  lead(name: string, reference: string): string;
  /** Goes before the link to the page with the chat they asked in. */
  readonly goOn: string;
  /** Goes before the link to our chat, for those who asked elsewhere. */
  readonly askMore: string;
  /** Nobody reads what is sent back. */
  readonly unread: string;
  /** Staff read what is sent back. */
  readonly read: string;
  /** Why this mail comes, and how to get no more. */
  why(reference: string): string;
}

export const mailTexts: Readonly<Record<Language, MailTexts>> = {
  en: {
    askForEmail: (reference) =>
      `To which e-mail address may the reply go as well? It is kept with your question **${reference}** and used for nothing else. The reply appears here, and is mailed if you are not here to read it.`,
    emailSaved: (email, reference) =>
      `Thank you. I have noted ${email} with **${reference}**. The reply appears here, and is mailed to that address if you are not here to read it.`,
    subject: (reference) => `ICLEI: reply to your question ${reference}`,
    greeting: 'Hello,',
    lead: (name, reference) =>
      `${name} of ICLEI’s staff has replied to the question you asked our assistant (reference ${reference}):`,
    goOn: 'To see the whole conversation or to add something, open the chat in the browser you asked in:',
    askMore: 'To ask something else, open our chat:',
    unread: 'Please do not answer this mail: nobody reads what is sent to this address.',
    read: 'If you answer this mail, ICLEI’s staff will read it.',
    why: (reference) =>
      `You get this mail because this address was left with question ${reference}. It is used for replies to that question and for nothing else. If you want no more mail, tell us in the chat, naming the reference.`,
  },
  es: {
    askForEmail: (reference) =>
      `¿A qué dirección de correo puede ir también la respuesta? Se guarda con su pregunta **${reference}** y no se usa para nada más. La respuesta aparece aquí, y se envía por correo si usted no está para leerla.`,
    emailSaved: (email, reference) =>
      `Gracias. He anotado ${email} en **${reference}**. La respuesta aparece aquí, y se envía a esa dirección si usted no está para leerla.`,
    subject: (reference) => `ICLEI: respuesta a su pregunta ${reference}`,
    greeting: 'Hola:',
    lead: (name, reference) =>
      `${name}, del equipo de ICLEI, ha respondido a la pregunta que hizo a nuestro asistente (referencia ${reference}):`,
    goOn: 'Para ver toda la conversación o añadir algo, abra el chat en el navegador en el que preguntó:',
    askMore: 'Para preguntar otra cosa, abra nuestro chat:',
    unread: 'Por favor, no responda a este correo: nadie lee lo que se envía a esta dirección.',
    read: 'Si responde a este correo, el equipo de ICLEI lo leerá.',
    why: (reference) =>
      `Recibe este correo porque esta dirección se dejó con la pregunta ${reference}. Solo se usa para las respuestas a esa pregunta. Si no desea más correos, díganoslo en el chat, indicando la referencia.`,
  },
  pt: {
    askForEmail: (reference) =>
      `Para qual endereço de e-mail a resposta também pode ir? Ele fica guardado com a sua pergunta **${reference}** e não é usado para mais nada. A resposta aparece aqui e é enviada por e-mail se você não estiver presente para ler.`,
    emailSaved: (email, reference) =>
      `Obrigado. Anotei ${email} em **${reference}**. A resposta aparece aqui e é enviada para esse endereço se você não estiver presente para ler.`,
    subject: (reference) => `ICLEI: resposta à sua pergunta ${reference}`,
    greeting: 'Olá,',
    lead: (name, reference) =>
      `${name}, da equipe do ICLEI, respondeu à pergunta que você fez ao nosso assistente (referência ${reference}):`,
    goOn: 'Para ver toda a conversa ou acrescentar algo, abra o chat no navegador em que perguntou:',
    askMore: 'Para perguntar outra coisa, abra o nosso chat:',
    unread: 'Por favor, não responda a este e-mail: ninguém lê o que é enviado a este endereço.',
    read: 'Se você responder a este e-mail, a equipe do ICLEI o lerá.',
    why: (reference) =>
      `Você recebe este e-mail porque este endereço foi deixado com a pergunta ${reference}. Ele só é usado para respostas a essa pergunta. Se não quiser mais e-mails, avise-nos no chat, informando a referência.`,
  },
  fr: {
    askForEmail: (reference) =>
      `À quelle adresse e-mail la réponse peut-elle aussi aller ? Elle est gardée avec votre question **${reference}** et ne sert à rien d’autre. La réponse apparaît ici, et vous est envoyée par e-mail si vous n’êtes pas là pour la lire.`,
    emailSaved: (email, reference) =>
      `Merci. J’ai noté ${email} avec **${reference}**. La réponse apparaît ici, et vous est envoyée à cette adresse si vous n’êtes pas là pour la lire.`,
    subject: (reference) => `ICLEI : réponse à votre question ${reference}`,
    greeting: 'Bonjour,',
    lead: (name, reference) =>
      `${name}, de l’équipe d’ICLEI, a répondu à la question que vous avez posée à notre assistant (référence ${reference}) :`,
    goOn: 'Pour voir toute la conversation ou ajouter quelque chose, ouvrez le chat dans le navigateur où vous l’avez posée :',
    askMore: 'Pour poser une autre question, ouvrez notre chat :',
    unread: 'Merci de ne pas répondre à cet e-mail : personne ne lit ce qui est envoyé à cette adresse.',
    read: 'Si vous répondez à cet e-mail, l’équipe d’ICLEI vous lira.',
    why: (reference) =>
      `Vous recevez cet e-mail parce que cette adresse a été laissée avec la question ${reference}. Elle ne sert qu’aux réponses à cette question. Si vous ne souhaitez plus d’e-mails, dites-le-nous dans le chat en indiquant la référence.`,
  },
  de: {
    askForEmail: (reference) =>
      `An welche E-Mail-Adresse darf die Antwort auch gehen? Sie wird bei Ihrer Frage **${reference}** vermerkt und für nichts anderes verwendet. Die Antwort erscheint hier und kommt per E-Mail, wenn Sie nicht da sind, um sie zu lesen.`,
    emailSaved: (email, reference) =>
      `Danke. Ich habe ${email} bei **${reference}** vermerkt. Die Antwort erscheint hier und geht an diese Adresse, wenn Sie nicht da sind, um sie zu lesen.`,
    subject: (reference) => `ICLEI: Antwort auf Ihre Frage ${reference}`,
    greeting: 'Guten Tag,',
    lead: (name, reference) =>
      `${name} vom Team von ICLEI hat die Frage beantwortet, die Sie unserem Assistenten gestellt haben (Kennung ${reference}):`,
    goOn: 'Um das ganze Gespräch zu sehen oder etwas zu ergänzen, öffnen Sie den Chat in dem Browser, in dem Sie gefragt haben:',
    askMore: 'Wenn Sie noch etwas wissen möchten, öffnen Sie unseren Chat:',
    unread: 'Bitte antworten Sie nicht auf diese E-Mail: An dieser Adresse liest niemand mit.',
    read: 'Wenn Sie auf diese E-Mail antworten, liest das Team von ICLEI Ihre Nachricht.',
    why: (reference) =>
      `Sie erhalten diese E-Mail, weil diese Adresse bei der Frage ${reference} hinterlassen wurde. Sie wird nur für Antworten auf diese Frage verwendet. Wenn Sie keine E-Mails mehr möchten, schreiben Sie uns das im Chat und nennen Sie die Kennung.`,
  },
};
