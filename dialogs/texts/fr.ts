import type { Texts } from './texts.ts';

export const fr: Texts = {
  welcome: (privacyUrl) =>
    [
      'Bonjour ! Je suis l’assistant automatique d’**ICLEI - Local Governments for Sustainability** ; je ne suis pas une personne. Je réponds aux questions sur ICLEI, son approche SMART et la coopération entre villes et entreprises.',
      'Quand je ne sais pas répondre, je transmets la question à l’équipe d’ICLEI, dont la réponse s’affiche ici. Pour joindre une personne à tout moment, écrivez **« parler à une personne »**.',
      `Cette conversation est enregistrée afin que vous et notre équipe puissiez la reprendre. Vous n’avez pas besoin de donner votre nom.${privacyUrl ? ` [Comment nous traitons vos données](${privacyUrl})` : ''}`,
    ].join('\n\n'),
  greeting:
    'Bonjour ! Que souhaitez-vous savoir sur ICLEI, les villes intelligentes ou les villes et les entreprises ?',
  help: 'Je réponds aux questions sur ICLEI, son approche SMART et la coopération entre villes et entreprises. Posez simplement votre question avec vos propres mots. Pour joindre l’équipe, écrivez **« parler à une personne »** ; pour repartir de zéro, **« recommencer »**.',
  thanks: 'Avec plaisir ! Souhaitez-vous savoir autre chose ?',
  bye: 'Au revoir ! Revenez quand vous aurez une question.',
  isBot:
    'Je suis un assistant automatique, pas une personne. Mes réponses ont été rédigées et vérifiées par des personnes et citent leurs sources. Si vous préférez vous adresser à quelqu’un, je transmets volontiers votre question.',
  comfort:
    'Je regrette de ne pas mieux vous aider. Vous pouvez reformuler votre question, ou bien je la transmets à une personne. Le souhaitez-vous ?',
  startOver: 'D’accord, repartons de zéro. Que souhaitez-vous savoir ?',
  goAhead: 'D’accord. Que souhaitez-vous savoir ?',
  cancelled: 'D’accord, n’en parlons plus. Que souhaitez-vous savoir d’autre ?',
  languageSwitched: 'Volontiers, continuons en français.',
  whatToKnow: 'Que souhaitez-vous savoir ?',

  englishOnly: 'Pour l’instant, je n’ai cette réponse qu’en anglais :',
  takenAs: (question) => `Si je vous comprends bien, vous demandez : « ${question} »`,
  didYouMean: 'Je ne suis pas sûr d’avoir compris. Est-ce l’une de ces questions ?',
  doYouMean: (question) => `Je ne suis pas sûr d’avoir compris. Voulez-vous dire *« ${question} »* ?`,
  rephrase:
    'Désolé, je n’ai pas compris. Pouvez-vous le dire autrement, en une phrase courte ? Ou choisissez une de ces questions :',

  events: {
    list: (time, when, count) => {
      const one = count === 1;
      const events = one ? 'd’un événement' : `de ${count} événements`;
      switch (time) {
        case 'over':
          return `Je connais les dates ${events} qui ${one ? 'a' : 'ont'} eu lieu ${when} :`;
        case 'now':
          return `J’ai connaissance ${events} en cours :`;
        case 'coming':
          return `Je connais les dates ${events} à venir ${when} :`;
      }
    },
    onlyNearest: 'Ce ne sont que les plus proches de la date d’aujourd’hui.',
    none: (when) => `Je ne connais la date d’aucun événement ${when}.`,
    nearest: (time) => {
      switch (time) {
        case 'over':
          return 'Le plus proche dont j’ai connaissance est passé :';
        case 'now':
          return 'Le plus proche dont j’ai connaissance est en cours :';
        case 'coming':
          return 'Le plus proche dont j’ai connaissance est à venir :';
      }
    },
    mayBeMore: 'Il peut y en avoir d’autres : ICLEI annonce ses dates sur ses propres sites.',
  },

  handoffLead: (cause, unknown) => {
    if (unknown !== null) return `Je n’ai pas d’information sur **${unknown}**.`;
    if (cause === 'notHelpful') return 'Je regrette que ma réponse n’ait pas été utile.';
    if (cause === 'askedForPerson') return 'Volontiers.';
    return 'Je n’ai pas de réponse fiable à cette question.';
  },
  passedOn: 'J’ai transmis votre question à l’équipe d’ICLEI.',
  yourReference: (reference) =>
    `Votre référence est **${reference}**. La réponse s’affichera ici, même si vous revenez plus tard.`,
  usualWait: ({ count, unit }) => {
    const units = {
      minute: 'minutes',
      hour: count === 1 ? 'heure' : 'heures',
      day: count === 1 ? 'jour' : 'jours',
    };
    return `La réponse arrive en général en moins de ${count} ${units[unit]}.`;
  },
  closedUntil: (when) => `Personne n’est là pour le moment ; notre équipe sera de retour le ${when}.`,
  mayRephrase: 'Vous pouvez aussi reformuler votre question.',
  whatIsTheQuestion: 'Quelle est votre question ? Votre prochain message sera transmis à l’équipe d’ICLEI.',
  alreadyWithStaff: (reference) =>
    `L’équipe d’ICLEI a déjà votre question, référence **${reference}**. La réponse s’affichera ici. Souhaitez-vous ajouter quelque chose ?`,
  tooManyQuestions: (references) =>
    `Je ne peux transmettre que quelques questions par heure ; cette fois, rien n’a donc été envoyé.${references.length > 0 ? ` Notre équipe a déjà celles-ci, que vous pouvez compléter : **${references.join(', ')}**.` : ''} Vous pouvez aussi vous adresser directement à ICLEI ou réessayer plus tard.`,
  addDetailsTo: (reference) => `Compléter ${reference}`,
  withdrawNamed: (reference) => `Retirer la question ${reference}`,

  removed: {
    email: '[adresse e-mail retirée]',
    phone: '[numéro de téléphone retiré]',
    card: '[numéro de carte retiré]',
    iban: '[numéro de compte retiré]',
  },
  storedAs: (text) =>
    `Pour vous protéger, j’ai retiré des coordonnées ou des données de paiement. Voici ce que lira notre équipe : *« ${text} »*`,
  askForEdit: (reference) =>
    `Comment votre question **${reference}** doit-elle être formulée ? Écrivez-la à nouveau ; notre équipe verra que vous l’avez modifiée.`,
  edited: (reference, text) => `Merci. Votre question **${reference}** est maintenant : *« ${text} »*`,
  reopened: (reference) =>
    `Je suis désolé. L’équipe d’ICLEI a de nouveau votre question **${reference}**. Que reste-t-il à éclaircir ? Votre prochain message y sera ajouté.`,
  yourCode: (code) =>
    `Pour lire la réponse ailleurs, gardez ce code : **${code}**. Écrivez-le dans n’importe quelle conversation avec moi ; quiconque l’a peut lire votre question et la réponse, ne le montrez donc à personne d’autre.`,
  wrongCode:
    'Je ne connais pas de question portant ce code. Vérifiez-le signe par signe : il est de la forme ICL-7F3K-9Q-H4TM2.',
  tooManyCodes: 'Il y a eu trop de codes erronés. Par sécurité, merci de réessayer dans une heure.',
  answeredHere: (reference) => `Désormais, la réponse à votre question **${reference}** arrivera ici.`,
  writtenIn: (language) => `Cette réponse a été rédigée en ${language} :`,

  feedbackThanks: 'Merci, c’est bon à savoir ! Que souhaitez-vous savoir d’autre ?',
  feedbackSorry:
    'Je regrette que cela n’ait pas été utile. Souhaitez-vous reformuler, ou dois-je transmettre votre question à une personne ?',

  askForDetails: (reference) => `Que souhaitez-vous ajouter à votre question **${reference}** ?`,
  detailsAdded: (reference) => `Merci, je l’ai ajouté à **${reference}** pour notre équipe.`,
  askForEmail: (reference) =>
    `À quelle adresse e-mail l’équipe d’ICLEI peut-elle vous écrire ? Elle sera conservée avec votre question **${reference}** et ne servira à rien d’autre. La réponse s’affichera ici.`,
  askForEmailAgain:
    'Je ne trouve pas d’adresse e-mail dans votre message. Écrivez-en une seule, par exemple nom@example.org, ou écrivez « annuler ».',
  noEmail:
    'D’accord, ce n’est pas nécessaire. La réponse s’affichera ici de toute façon. Que souhaitez-vous savoir d’autre ?',
  emailNotNeeded:
    'Merci, mais je n’ai pas besoin d’adresse e-mail pour le moment et je ne l’ai associée à aucune question. Que souhaitez-vous savoir ?',
  emailSaved: (email, reference) =>
    `Merci. J’ai noté ${email} avec votre question **${reference}** pour l’équipe d’ICLEI, qui pourra vous écrire si nécessaire. La réponse s’affichera ici.`,
  withdrawn: (reference) =>
    `Votre question **${reference}** est retirée ; personne ne la traitera plus. Que puis-je faire d’autre pour vous ?`,
  notYours:
    'Je ne trouve pas de question portant cette référence dans cette conversation. Si vous l’avez posée ailleurs, écrivez le code complet reçu, par exemple ICL-7F3K-9Q-H4TM2. Ou posez simplement votre question.',
  noQuestionYet:
    'Dans cette conversation, l’équipe d’ICLEI n’a encore aucune question de votre part. Que souhaitez-vous savoir ?',
  alreadyAnswered:
    'Cette question a déjà reçu une réponse. S’il reste un point à éclaircir, vous pouvez l’ajouter.',
  alreadyClosed: 'Cette question est close. Vous pouvez en poser une nouvelle.',
  alreadyWithdrawn: 'Cette question a été retirée. Vous pouvez en poser une nouvelle.',
  status: (reference, status) => {
    switch (status) {
      case 'open':
        return `L’équipe d’ICLEI a votre question **${reference}**, qui attend une réponse. Elle s’affichera ici.`;
      case 'claimed':
        return `Quelqu’un chez ICLEI s’occupe de votre question **${reference}**. La réponse s’affichera ici.`;
      case 'answered':
        return `Votre question **${reference}** a reçu une réponse.`;
      case 'closed':
        return `Votre question **${reference}** est close.`;
      case 'withdrawn':
        return `Vous avez retiré votre question **${reference}**.`;
    }
  },
  takenOver: (name) =>
    `**${name}**, de l’équipe d’ICLEI, est maintenant ici avec vous. Ce que vous écrivez lui parvient directement ; je me tais jusqu’à ce que la conversation me soit rendue.`,
  handedBack:
    'Me revoilà : la conversation avec l’équipe d’ICLEI est terminée pour l’instant, et je réponds de nouveau à vos questions.',

  youAsked: (question) => `Vous avez demandé : *« ${question} »*`,
  referenceLine: (reference) => `Référence : ${reference}`,

  attachment:
    'Je ne peux pas ouvrir de fichiers ni d’images. Merci d’écrire votre question sous forme de texte.',
  empty: 'Ce message était vide. Que souhaitez-vous savoir ?',
  tooLong: 'Votre message est trop long (4 000 caractères au maximum). Merci de le raccourcir.',
  outdatedButton: 'Ce bouton ne fonctionne plus. Écrivez simplement ce que vous souhaitez savoir.',
  storageFailure:
    'Votre question n’a pas pu être enregistrée pour le moment. Merci de réessayer dans quelques minutes.',
  failure: 'Cela n’a pas fonctionné pour le moment. Merci de réessayer dans quelques minutes.',

  buttons: {
    person: 'Parler à une personne',
    sendToPerson: 'Transmettre à une personne',
    noneOfThese: 'Aucune de ces questions',
    notThis: 'Non, autre chose',
    addDetails: 'Ajouter des précisions',
    addMore: 'Je souhaite ajouter quelque chose',
    leaveEmail: 'Laisser une adresse e-mail',
    withdraw: 'Retirer la question',
    answerHere: 'Me répondre ici',
    replyHelped: 'Merci, cela m’a aidé',
    replyDidNotHelp: 'Cela ne répond pas à ma question',
    editQuestion: 'Modifier le texte',
    otherQuestion: 'Poser une autre question',
    cancel: 'Non, laissez',
  },
  labels: {
    sources: 'Sources',
    dates: (asOf, checkedOn) => `Données : ${asOf} ; dernière vérification : ${checkedOn}`,
    wasThisHelpful: 'Cela vous a-t-il été utile ?',
    yes: 'Oui',
    no: 'Non',
    automaticAnswer: 'Réponse automatique',
    staffName: (name) => `${name}, équipe d’ICLEI`,
  },
};
