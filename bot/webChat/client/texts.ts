// Every word of the widget itself, in five languages. What the bot says comes from the server.
import type { Holdup } from './chatState.ts';
import type { LauncherLabels, WidgetLanguage } from './embedTypes.ts';

export const widgetLanguages: readonly { readonly id: WidgetLanguage; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
  { id: 'pt', name: 'Português' },
  { id: 'fr', name: 'Français' },
  { id: 'de', name: 'Deutsch' },
];

export interface WidgetTexts {
  readonly launcher: LauncherLabels;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly close: string;
  readonly newConversation: string;
  readonly newConversationQuestion: string;
  readonly startNew: string;
  readonly cancel: string;
  readonly log: string;
  readonly privacy: string;
  readonly privacyLink: string;
  readonly replaced: string;
  readonly automatic: string;
  readonly staff: string;
  readonly you: string;
  readonly typing: string;
  readonly suggestions: string;
  readonly newTab: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly left: (count: number) => string;
  readonly tooLong: (count: number) => string;
  readonly sending: string;
  /** Why a message is not sent yet. */
  readonly queued: Readonly<Record<Holdup, string>>;
  readonly failed: string;
  readonly retry: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly offline: string;
}

export const widgetTexts: Readonly<Record<WidgetLanguage, WidgetTexts>> = {
  en: {
    launcher: {
      ask: 'Ask a question',
      resume: 'Continue the chat',
      newMessages: 'new messages',
      failed: 'Could not load. Try again',
    },
    title: 'Questions about ICLEI',
    subtitle: 'Automatic assistant',
    language: 'Language',
    close: 'Close chat',
    newConversation: 'New conversation',
    newConversationQuestion:
      'Start a new conversation? This one will be removed from this browser, and replies to it will no longer reach you here.',
    startNew: 'Start new',
    cancel: 'Cancel',
    log: 'Conversation',
    privacy:
      'You are talking to an automatic assistant. We store this conversation so that our staff can help where it can’t. Please don’t send anything confidential.',
    privacyLink: 'Privacy',
    replaced: 'Your earlier conversation can no longer be opened. This is a new one.',
    automatic: 'Automatic answer',
    staff: 'Staff',
    you: 'You',
    typing: 'An answer is being written',
    suggestions: 'Suggestions',
    newTab: 'opens in a new tab',
    message: 'Your question',
    placeholder: 'Ask your question…',
    send: 'Send',
    left: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
    tooLong: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),
    sending: 'Sending…',
    queued: {
      network: 'Will be sent as soon as there is a connection',
      limit: 'Too many messages at once. Will be sent a little later',
    },
    failed: 'Not sent',
    retry: 'Try again',
    connecting: 'Connecting…',
    reconnecting: 'Connection lost. Reconnecting…',
    offline: 'You are offline. Messages will be sent later.',
  },
  es: {
    launcher: {
      ask: 'Haga una pregunta',
      resume: 'Continuar el chat',
      newMessages: 'mensajes nuevos',
      failed: 'No se pudo cargar. Reintentar',
    },
    title: 'Preguntas sobre ICLEI',
    subtitle: 'Asistente automático',
    language: 'Idioma',
    close: 'Cerrar el chat',
    newConversation: 'Conversación nueva',
    newConversationQuestion:
      '¿Quiere empezar una conversación nueva? Esta se borrará de este navegador y ya no recibirá aquí las respuestas pendientes.',
    startNew: 'Empezar',
    cancel: 'Cancelar',
    log: 'Conversación',
    privacy:
      'Está hablando con un asistente automático. Guardamos esta conversación para que nuestro equipo pueda ayudarle cuando el asistente no sepa la respuesta. Por favor, no envíe datos confidenciales.',
    privacyLink: 'Privacidad',
    replaced: 'Su conversación anterior ya no se puede abrir. Esta es una conversación nueva.',
    automatic: 'Respuesta automática',
    staff: 'Equipo',
    you: 'Usted',
    typing: 'Se está escribiendo una respuesta',
    suggestions: 'Sugerencias',
    newTab: 'se abre en otra pestaña',
    message: 'Su pregunta',
    placeholder: 'Escriba su pregunta…',
    send: 'Enviar',
    left: (count) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${count} caracteres`),
    tooLong: (count) => (count === 1 ? 'Sobra 1 carácter' : `Sobran ${count} caracteres`),
    sending: 'Enviando…',
    queued: {
      network: 'Se enviará en cuanto haya conexión',
      limit: 'Demasiados mensajes seguidos. Se enviará un poco más tarde',
    },
    failed: 'No se envió',
    retry: 'Reintentar',
    connecting: 'Conectando…',
    reconnecting: 'Se perdió la conexión. Reconectando…',
    offline: 'No tiene conexión. Los mensajes se enviarán más tarde.',
  },
  pt: {
    launcher: {
      ask: 'Faça uma pergunta',
      resume: 'Continuar o chat',
      newMessages: 'novas mensagens',
      failed: 'Não foi possível carregar. Tentar de novo',
    },
    title: 'Perguntas sobre o ICLEI',
    subtitle: 'Assistente automático',
    language: 'Idioma',
    close: 'Fechar o chat',
    newConversation: 'Nova conversa',
    newConversationQuestion:
      'Quer iniciar uma nova conversa? Esta será apagada deste navegador, e as respostas pendentes não chegarão mais aqui.',
    startNew: 'Iniciar',
    cancel: 'Cancelar',
    log: 'Conversa',
    privacy:
      'Você está falando com um assistente automático. Guardamos esta conversa para que nossa equipe possa ajudar quando o assistente não souber a resposta. Por favor, não envie informações confidenciais.',
    privacyLink: 'Privacidade',
    replaced: 'Não é mais possível abrir a sua conversa anterior. Esta é uma nova.',
    automatic: 'Resposta automática',
    staff: 'Equipe',
    you: 'Você',
    typing: 'Uma resposta está sendo escrita',
    suggestions: 'Sugestões',
    newTab: 'abre em outra aba',
    message: 'Sua pergunta',
    placeholder: 'Escreva sua pergunta…',
    send: 'Enviar',
    left: (count) => (count === 1 ? 'Resta 1 caractere' : `Restam ${count} caracteres`),
    tooLong: (count) => (count === 1 ? '1 caractere a mais' : `${count} caracteres a mais`),
    sending: 'Enviando…',
    queued: {
      network: 'Será enviada assim que houver conexão',
      limit: 'Muitas mensagens seguidas. Será enviada um pouco mais tarde',
    },
    failed: 'Não enviada',
    retry: 'Tentar de novo',
    connecting: 'Conectando…',
    reconnecting: 'Conexão perdida. Reconectando…',
    offline: 'Você está sem conexão. As mensagens serão enviadas mais tarde.',
  },
  fr: {
    launcher: {
      ask: 'Poser une question',
      resume: 'Reprendre la discussion',
      newMessages: 'nouveaux messages',
      failed: 'Échec du chargement. Réessayer',
    },
    title: 'Questions sur ICLEI',
    subtitle: 'Assistant automatique',
    language: 'Langue',
    close: 'Fermer la discussion',
    newConversation: 'Nouvelle conversation',
    newConversationQuestion:
      'Commencer une nouvelle conversation\u202f? Celle-ci sera effacée de ce navigateur et vous n’y recevrez plus de réponses.',
    startNew: 'Commencer',
    cancel: 'Annuler',
    log: 'Conversation',
    privacy:
      'Vous parlez à un assistant automatique. Nous conservons cette conversation pour que notre équipe puisse vous aider quand il ne sait pas répondre. Merci de ne rien envoyer de confidentiel.',
    privacyLink: 'Confidentialité',
    replaced: 'Votre conversation précédente n’a pas pu être rouverte. En voici une nouvelle.',
    automatic: 'Réponse automatique',
    staff: 'Équipe',
    you: 'Vous',
    typing: 'Une réponse est en cours de rédaction',
    suggestions: 'Suggestions',
    newTab: 's’ouvre dans un nouvel onglet',
    message: 'Votre question',
    placeholder: 'Écrivez votre question…',
    send: 'Envoyer',
    left: (count) => (count === 1 ? '1 caractère restant' : `${count} caractères restants`),
    tooLong: (count) => (count === 1 ? '1 caractère de trop' : `${count} caractères de trop`),
    sending: 'Envoi…',
    queued: {
      network: 'Sera envoyé dès que la connexion sera rétablie',
      limit: 'Trop de messages à la suite. Sera envoyé un peu plus tard',
    },
    failed: 'Non envoyé',
    retry: 'Réessayer',
    connecting: 'Connexion…',
    reconnecting: 'Connexion perdue. Reconnexion…',
    offline: 'Vous êtes hors ligne. Les messages partiront plus tard.',
  },
  de: {
    launcher: {
      ask: 'Frage stellen',
      resume: 'Chat fortsetzen',
      newMessages: 'neue Nachrichten',
      failed: 'Laden fehlgeschlagen. Noch einmal versuchen',
    },
    title: 'Fragen zu ICLEI',
    subtitle: 'Automatischer Assistent',
    language: 'Sprache',
    close: 'Chat schließen',
    newConversation: 'Neues Gespräch',
    newConversationQuestion:
      'Ein neues Gespräch beginnen? Das bisherige wird aus diesem Browser entfernt, und Antworten darauf erreichen Sie hier nicht mehr.',
    startNew: 'Neu beginnen',
    cancel: 'Abbrechen',
    log: 'Gespräch',
    privacy:
      'Sie sprechen mit einem automatischen Assistenten. Wir speichern dieses Gespräch, damit unser Team weiterhelfen kann, wenn der Assistent nicht weiterweiß. Bitte senden Sie nichts Vertrauliches.',
    privacyLink: 'Datenschutz',
    replaced: 'Ihr früheres Gespräch ließ sich nicht mehr öffnen. Dies ist ein neues.',
    automatic: 'Automatische Antwort',
    staff: 'Team',
    you: 'Sie',
    typing: 'Eine Antwort wird geschrieben',
    suggestions: 'Vorschläge',
    newTab: 'öffnet sich in einem neuen Tab',
    message: 'Ihre Frage',
    placeholder: 'Ihre Frage …',
    send: 'Senden',
    left: (count) => `Noch ${count} Zeichen`,
    tooLong: (count) => `${count} Zeichen zu viel`,
    sending: 'Wird gesendet …',
    queued: {
      network: 'Wird gesendet, sobald wieder eine Verbindung besteht',
      limit: 'Zu viele Nachrichten auf einmal. Wird etwas später gesendet',
    },
    failed: 'Nicht gesendet',
    retry: 'Noch einmal versuchen',
    connecting: 'Verbindung wird aufgebaut …',
    reconnecting: 'Verbindung unterbrochen. Neuer Versuch …',
    offline: 'Sie sind offline. Nachrichten werden später gesendet.',
  },
};
