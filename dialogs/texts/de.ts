import type { Texts } from './texts.ts';

export const de: Texts = {
  welcome: (privacyUrl) =>
    [
      'Guten Tag! Ich bin der automatische Assistent von **ICLEI - Local Governments for Sustainability**, kein Mensch. Ich beantworte Fragen zu ICLEI, zum SMART-Ansatz und zur Zusammenarbeit von Städten und Unternehmen.',
      'Was ich nicht beantworten kann, geht an das Team von ICLEI; die Antwort erscheint dann hier. Wenn Sie lieber mit einem Menschen sprechen möchten, schreiben Sie jederzeit **„mit einem Menschen sprechen“**.',
      `Dieses Gespräch wird gespeichert, damit Sie und unser Team daran anknüpfen können. Ihren Namen brauchen Sie nicht zu nennen.${privacyUrl ? ` [So gehen wir mit Ihren Daten um](${privacyUrl})` : ''}`,
    ].join('\n\n'),
  greeting: 'Guten Tag! Was möchten Sie über ICLEI, Smart Cities oder Städte und Unternehmen wissen?',
  help: 'Ich beantworte Fragen zu ICLEI, zum SMART-Ansatz und zur Zusammenarbeit von Städten und Unternehmen. Schreiben Sie Ihre Frage einfach in Ihren eigenen Worten. Mit **„mit einem Menschen sprechen“** erreichen Sie unser Team, mit **„von vorn“** beginnen wir neu.',
  thanks: 'Gern geschehen! Möchten Sie noch etwas wissen?',
  bye: 'Auf Wiedersehen! Kommen Sie gern wieder, wenn Sie eine Frage haben.',
  isBot:
    'Ich bin ein automatischer Assistent, kein Mensch. Meine Antworten wurden von Menschen geschrieben und geprüft und nennen ihre Quellen. Wenn Sie lieber einen Menschen fragen möchten, gebe ich Ihre Frage gern weiter.',
  comfort:
    'Es tut mir leid, dass ich Ihnen nicht besser helfen kann. Fragen Sie gern noch einmal mit anderen Worten. Oder soll ich Ihre Frage an einen Menschen weitergeben?',
  startOver: 'Gut, fangen wir von vorn an. Was möchten Sie wissen?',
  goAhead: 'Gut. Was möchten Sie wissen?',
  cancelled: 'In Ordnung, lassen wir das. Was möchten Sie sonst noch wissen?',
  languageSwitched: 'Gern, setzen wir das Gespräch auf Deutsch fort.',
  whatToKnow: 'Was möchten Sie wissen?',

  englishOnly: 'Diese Antwort habe ich bisher nur auf Englisch:',
  takenAs: (question) => `Wenn ich Sie richtig verstehe, fragen Sie: „${question}“`,
  didYouMean: 'Ich bin nicht ganz sicher, was Sie meinen. Ist es eine dieser Fragen?',
  doYouMean: (question) => `Ich bin nicht ganz sicher. Meinen Sie *„${question}“*?`,
  rephrase:
    'Das habe ich leider nicht verstanden. Können Sie es in einem kurzen Satz mit anderen Worten sagen? Oder wählen Sie eine dieser Fragen:',

  events: {
    list: (time, when, count) => {
      const one = count === 1;
      switch (time) {
        case 'over':
          return one
            ? `Ich kenne den Termin einer Veranstaltung, die ${when} stattfand:`
            : `Ich kenne die Termine von ${count} Veranstaltungen, die ${when} stattfanden:`;
        case 'now':
          return one
            ? 'Ich weiß von einer Veranstaltung, die gerade läuft:'
            : `Ich weiß von ${count} Veranstaltungen, die gerade laufen:`;
        case 'coming':
          return one
            ? `Ich kenne den Termin einer Veranstaltung, die ${when} noch bevorsteht:`
            : `Ich kenne die Termine von ${count} Veranstaltungen, die ${when} noch bevorstehen:`;
      }
    },
    onlyNearest: 'Das sind nur die, die heute am nächsten liegen.',
    none: (when) => `Ich kenne keinen Veranstaltungstermin ${when}.`,
    nearest: (time) => {
      switch (time) {
        case 'over':
          return 'Die nächstgelegene, von der ich weiß, ist vorbei:';
        case 'now':
          return 'Die nächstgelegene, von der ich weiß, läuft gerade:';
        case 'coming':
          return 'Die nächstgelegene, von der ich weiß, steht noch bevor:';
      }
    },
    mayBeMore: 'Es kann weitere geben: ICLEI kündigt seine Termine auf den eigenen Websites an.',
  },

  handoffLead: (cause, unknown) => {
    if (unknown !== null) return `Zu **${unknown}** weiß ich leider nichts.`;
    if (cause === 'notHelpful') return 'Schade, dass meine Antwort nicht geholfen hat.';
    if (cause === 'askedForPerson') return 'Gern.';
    return 'Darauf habe ich keine verlässliche Antwort.';
  },
  passedOn: 'Ich habe Ihre Frage an das Team von ICLEI weitergegeben.',
  yourReference: (reference) =>
    `Ihre Vorgangsnummer ist **${reference}**. Die Antwort erscheint hier, auch wenn Sie später wiederkommen.`,
  usualWait: ({ count, unit }) => {
    const one = { minute: 'einer Minute', hour: 'einer Stunde', day: 'eines Tages' };
    const several = { minute: 'Minuten', hour: 'Stunden', day: 'Tagen' };
    return `Die Antwort kommt meist innerhalb ${count === 1 ? one[unit] : `von ${count} ${several[unit]}`}.`;
  },
  closedUntil: (when) => `Gerade ist niemand da; unser Team ist wieder da am ${when}.`,
  mayRephrase: 'Sie können es auch mit anderen Worten versuchen.',
  whatIsTheQuestion: 'Was möchten Sie fragen? Ihre nächste Nachricht geht an das Team von ICLEI.',
  alreadyWithStaff: (reference) =>
    `Ihre Frage liegt bereits beim Team von ICLEI, Vorgangsnummer **${reference}**. Die Antwort erscheint hier. Möchten Sie etwas ergänzen?`,
  tooManyQuestions: (references) =>
    `Ich kann nur wenige Fragen pro Stunde weitergeben; diesmal wurde deshalb nichts gesendet.${references.length > 0 ? ` Bei unserem Team liegen und lassen sich ergänzen: **${references.join(', ')}**.` : ''} Sie können sich auch direkt an ICLEI wenden oder es später noch einmal versuchen.`,
  addDetailsTo: (reference) => `${reference} ergänzen`,
  withdrawNamed: (reference) => `Frage ${reference} zurückziehen`,

  removed: {
    email: '[E-Mail-Adresse entfernt]',
    phone: '[Telefonnummer entfernt]',
    card: '[Kartennummer entfernt]',
    iban: '[Kontonummer entfernt]',
  },
  storedAs: (text) =>
    `Zu Ihrem Schutz habe ich Kontakt- oder Zahlungsdaten herausgenommen. Das liest unser Team: *„${text}“*`,
  askForEdit: (reference) =>
    `Wie soll Ihre Frage **${reference}** lauten? Bitte schreiben Sie sie neu; unser Team sieht, dass Sie sie geändert haben.`,
  edited: (reference, text) => `Danke. Ihre Frage **${reference}** lautet jetzt: *„${text}“*`,
  reopened: (reference) =>
    `Das tut mir leid. Ihre Frage **${reference}** liegt wieder beim Team von ICLEI. Was ist noch offen? Ihre nächste Nachricht wird ergänzt.`,
  yourCode: (code) =>
    `Um die Antwort anderswo zu lesen, bewahren Sie diesen Code auf: **${code}**. Schreiben Sie ihn in einem beliebigen Chat mit mir; wer ihn hat, kann Ihre Frage und die Antwort lesen. Zeigen Sie ihn also sonst niemandem.`,
  wrongCode:
    'Zu diesem Code kenne ich keine Frage. Bitte prüfen Sie ihn Zeichen für Zeichen: Er sieht aus wie ICL-7F3K-9Q-H4TM2.',
  tooManyCodes:
    'Das waren zu viele falsche Codes. Bitte versuchen Sie es zur Sicherheit in einer Stunde noch einmal.',
  answeredHere: (reference) => `Ab jetzt kommt die Antwort auf Ihre Frage **${reference}** hierher.`,
  writtenIn: (language) => `Diese Antwort wurde auf ${language} geschrieben:`,

  feedbackThanks: 'Danke, gut zu wissen! Was möchten Sie noch wissen?',
  feedbackSorry:
    'Schade, dass das nicht geholfen hat. Möchten Sie anders fragen, oder soll ich Ihre Frage an einen Menschen weitergeben?',

  askForDetails: (reference) => `Was möchten Sie zu Ihrer Frage **${reference}** ergänzen?`,
  detailsAdded: (reference) => `Danke, ich habe das bei **${reference}** für unser Team ergänzt.`,
  askForEmail: (reference) =>
    `An welche E-Mail-Adresse darf Ihnen das Team von ICLEI schreiben? Sie wird bei Ihrer Frage **${reference}** vermerkt und für nichts anderes verwendet. Die Antwort selbst erscheint hier.`,
  askForEmailAgain:
    'Darin finde ich keine E-Mail-Adresse. Bitte schreiben Sie genau eine, zum Beispiel name@example.org, oder schreiben Sie „abbrechen“.',
  noEmail:
    'In Ordnung, es geht auch ohne. Die Antwort erscheint auf jeden Fall hier. Was möchten Sie noch wissen?',
  emailNotNeeded:
    'Danke, aber ich brauche gerade keine E-Mail-Adresse und habe sie keiner Frage zugeordnet. Was möchten Sie wissen?',
  emailSaved: (email, reference) =>
    `Danke. Ich habe ${email} bei **${reference}** für das Team von ICLEI vermerkt; es kann Ihnen bei Bedarf schreiben. Die Antwort selbst erscheint hier.`,
  withdrawn: (reference) =>
    `Ihre Frage **${reference}** ist zurückgezogen; niemand bearbeitet sie mehr. Was kann ich sonst für Sie tun?`,
  notYours:
    'In diesem Gespräch finde ich keine Frage mit dieser Vorgangsnummer. Wenn Sie sie anderswo gestellt haben, schreiben Sie den ganzen Code, den Sie dort bekommen haben, zum Beispiel ICL-7F3K-9Q-H4TM2. Oder stellen Sie einfach Ihre Frage.',
  noQuestionYet:
    'In diesem Gespräch liegt noch keine Frage von Ihnen beim Team von ICLEI. Was möchten Sie wissen?',
  alreadyAnswered:
    'Diese Frage wurde schon beantwortet. Wenn etwas offen geblieben ist, können Sie etwas ergänzen.',
  alreadyClosed: 'Diese Frage ist abgeschlossen. Bitte stellen Sie einfach eine neue.',
  alreadyWithdrawn: 'Diese Frage wurde zurückgezogen. Bitte stellen Sie einfach eine neue.',
  status: (reference, status) => {
    switch (status) {
      case 'open':
        return `Ihre Frage **${reference}** liegt beim Team von ICLEI und wartet auf eine Antwort. Sie erscheint hier.`;
      case 'claimed':
        return `Bei ICLEI kümmert sich jemand um Ihre Frage **${reference}**. Die Antwort erscheint hier.`;
      case 'answered':
        return `Ihre Frage **${reference}** ist beantwortet.`;
      case 'closed':
        return `Ihre Frage **${reference}** ist abgeschlossen.`;
      case 'withdrawn':
        return `Sie haben Ihre Frage **${reference}** zurückgezogen.`;
    }
  },
  takenOver: (name) =>
    `**${name}** vom Team von ICLEI ist jetzt hier und liest mit. Was Sie schreiben, geht direkt dorthin; ich schweige, bis mir das Gespräch zurückgegeben wird.`,
  handedBack:
    'Ich bin wieder da: Das Gespräch mit dem Team von ICLEI ist vorerst beendet, und ich beantworte wieder Ihre Fragen.',

  youAsked: (question) => `Sie haben gefragt: *„${question}“*`,
  referenceLine: (reference) => `Vorgangsnummer: ${reference}`,

  attachment: 'Dateien und Bilder kann ich nicht öffnen. Bitte schreiben Sie Ihre Frage als Text.',
  empty: 'Diese Nachricht war leer. Was möchten Sie wissen?',
  tooLong: 'Ihre Nachricht ist zu lang (höchstens 4.000 Zeichen). Bitte kürzen Sie sie.',
  outdatedButton:
    'Diese Schaltfläche funktioniert nicht mehr. Bitte schreiben Sie einfach, was Sie wissen möchten.',
  storageFailure:
    'Ihre Frage konnte gerade nicht gespeichert werden. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  failure: 'Das hat gerade nicht geklappt. Bitte versuchen Sie es in einigen Minuten noch einmal.',

  buttons: {
    person: 'Mit einem Menschen sprechen',
    sendToPerson: 'An einen Menschen weitergeben',
    noneOfThese: 'Keine davon',
    notThis: 'Nein, etwas anderes',
    addDetails: 'Etwas ergänzen',
    addMore: 'Ich möchte etwas ergänzen',
    leaveEmail: 'E-Mail-Adresse hinterlassen',
    withdraw: 'Frage zurückziehen',
    answerHere: 'Hier antworten',
    replyHelped: 'Danke, das hat geholfen',
    replyDidNotHelp: 'Das beantwortet meine Frage nicht',
    editQuestion: 'Text ändern',
    otherQuestion: 'Etwas anderes fragen',
    cancel: 'Doch nicht',
  },
  labels: {
    sources: 'Quellen',
    dates: (asOf, checkedOn) => `Stand: ${asOf}, zuletzt geprüft am ${checkedOn}`,
    wasThisHelpful: 'War das hilfreich?',
    yes: 'Ja',
    no: 'Nein',
    automaticAnswer: 'Automatische Antwort',
    staffName: (name) => `${name}, Team von ICLEI`,
  },
};
