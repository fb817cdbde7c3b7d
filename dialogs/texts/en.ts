import type { Texts } from './texts.ts';

export const en: Texts = {
  welcome: (privacyUrl) =>
    [
      'Hello! I am the automatic assistant of **ICLEI - Local Governments for Sustainability**, not a person. I answer questions about ICLEI, its SMART approach, and how cities and businesses work together.',
      'What I cannot answer goes to ICLEI’s staff, and their reply appears here. To reach a person at any time, write **“talk to a person”**.',
      `This conversation is stored so that you and our staff can pick it up again. You need not give your name.${privacyUrl ? ` [How we treat your data](${privacyUrl})` : ''}`,
    ].join('\n\n'),
  greeting: 'Hello! What would you like to know about ICLEI, smart cities, or cities and businesses?',
  help: 'I answer questions about ICLEI, its SMART approach, and how cities and businesses work together. Just write your question in your own words. For a person, write **“talk to a person”**; for a fresh start, **“start over”**.',
  thanks: 'You’re welcome! Is there anything else you would like to know?',
  bye: 'Goodbye! Come back whenever you have a question.',
  isBot:
    'I am an automatic assistant, not a person. My answers were written and checked by people and name their sources. If you would rather ask a person, I’ll gladly pass your question on.',
  comfort:
    'I’m sorry I haven’t been more help. You can ask in other words, or I can pass your question on to a person. Would you like that?',
  startOver: 'All right, let’s start afresh. What would you like to know?',
  goAhead: 'All right. What would you like to know?',
  cancelled: 'All right, never mind. What else would you like to know?',
  languageSwitched: 'Of course, let’s continue in English.',
  whatToKnow: 'What would you like to know?',

  englishOnly: 'I have this answer in English only so far:',
  takenAs: (question) => `If I understand you right, you ask: “${question}”`,
  didYouMean: 'I’m not quite sure what you mean. Is it one of these?',
  doYouMean: (question) => `I’m not quite sure I understand. Do you mean *“${question}”*`,
  rephrase:
    'I’m afraid I didn’t understand that. Could you ask in other words, in a short sentence? Or pick one of these:',

  events: {
    list: (time, when, count) => {
      const events = count === 1 ? 'one event' : `${count} events`;
      switch (time) {
        case 'over':
          return `I know the dates of ${events} that took place ${when}:`;
        case 'now':
          return `I know of ${events} going on right now:`;
        case 'coming':
          return `I know the dates of ${events} still to come ${when}:`;
      }
    },
    onlyNearest: 'These are only the ones nearest to today.',
    none: (when) => `I know the dates of no event ${when}.`,
    nearest: (time) => {
      switch (time) {
        case 'over':
          return 'The nearest one that I know of is over:';
        case 'now':
          return 'The nearest one that I know of is going on right now:';
        case 'coming':
          return 'The nearest one that I know of is still to come:';
      }
    },
    mayBeMore: 'There may be others: ICLEI announces its dates on its own websites.',
  },

  handoffLead: (cause, unknown) => {
    if (unknown !== null) return `I have nothing on **${unknown}**.`;
    if (cause === 'notHelpful') return 'I’m sorry that my answer didn’t help.';
    if (cause === 'askedForPerson') return 'Gladly.';
    return 'I don’t have a reliable answer to that.';
  },
  passedOn: 'I have passed your question to ICLEI’s staff.',
  yourReference: (reference) =>
    `Your reference is **${reference}**. Their reply will appear here, also when you come back later.`,
  usualWait: ({ count, unit }) => `Staff usually reply within ${count} ${unit}${count === 1 ? '' : 's'}.`,
  closedUntil: (when) => `Nobody is there right now; our staff are back on ${when}.`,
  mayRephrase: 'You can also try asking in other words.',
  whatIsTheQuestion: 'What would you like to ask? Your next message goes to ICLEI’s staff.',
  alreadyWithStaff: (reference) =>
    `Your question is already with ICLEI’s staff, reference **${reference}**. Their reply will appear here. Would you like to add something?`,
  tooManyQuestions: (references) =>
    `I can pass on only a few questions an hour, so nothing was sent this time.${references.length > 0 ? ` These are with our staff, and you can add to them: **${references.join(', ')}**.` : ''} You can also contact ICLEI directly, or try again later.`,
  addDetailsTo: (reference) => `Add details to ${reference}`,
  withdrawNamed: (reference) => `Withdraw question ${reference}`,

  removed: {
    email: '[e-mail removed]',
    phone: '[phone number removed]',
    card: '[card number removed]',
    iban: '[account number removed]',
  },
  storedAs: (text) =>
    `I have taken out contact or payment details, to protect you. This is what our staff will read: *“${text}”*`,
  askForEdit: (reference) =>
    `How should your question **${reference}** read? Please write it anew; our staff will see that you changed it.`,
  edited: (reference, text) => `Thank you. Your question **${reference}** now reads: *“${text}”*`,
  reopened: (reference) =>
    `I’m sorry. Your question **${reference}** is with ICLEI’s staff again. What is still open? Your next message is added to it.`,
  yourCode: (code) =>
    `To read the reply elsewhere, keep this code: **${code}**. Type it in any chat with me; whoever has it can read your question and its reply, so show it to nobody else.`,
  wrongCode:
    'I know no question with this code. Please check it sign by sign: it looks like ICL-7F3K-9Q-H4TM2.',
  tooManyCodes: 'That were too many wrong codes. For safety’s sake, please try again in an hour.',
  answeredHere: (reference) => `From now on the reply to your question **${reference}** comes here.`,
  writtenIn: (language) => `This reply was written in ${language}:`,

  feedbackThanks: 'Thank you, good to know! What else would you like to know?',
  feedbackSorry:
    'I’m sorry that didn’t help. Would you like to ask in other words, or shall I send your question to a person?',

  askForDetails: (reference) => `What would you like to add to your question **${reference}**?`,
  detailsAdded: (reference) => `Thank you, I have added that to **${reference}** for our staff.`,
  askForEmail: (reference) =>
    `Which e-mail address may ICLEI’s staff write to? It is kept with your question **${reference}** and used for nothing else. The reply itself appears here.`,
  askForEmailAgain:
    'I can’t find an e-mail address in that. Please write just one, like name@example.org, or write “cancel”.',
  noEmail:
    'All right, we’ll do without. The reply will appear here anyway. What else would you like to know?',
  emailNotNeeded:
    'Thank you, but I don’t need an e-mail address just now, and I haven’t kept it with a question. What would you like to know?',
  emailSaved: (email, reference) =>
    `Thank you. I have noted ${email} with **${reference}** for ICLEI’s staff, who can write to you if need be. The reply itself appears here.`,
  withdrawn: (reference) =>
    `Your question **${reference}** is withdrawn; nobody will work on it. What else can I do for you?`,
  notYours:
    'I can’t find a question with this reference in this conversation. If you asked it elsewhere, type the full code that you got there, like ICL-7F3K-9Q-H4TM2. Or just ask your question.',
  noQuestionYet: 'You have no question with ICLEI’s staff in this conversation. What would you like to know?',
  alreadyAnswered:
    'This question has been answered already. You can add something if the reply leaves anything open.',
  alreadyClosed: 'This question is closed. Please just ask a new one.',
  alreadyWithdrawn: 'This question has been withdrawn. Please just ask a new one.',
  status: (reference, status) => {
    switch (status) {
      case 'open':
        return `Your question **${reference}** is with ICLEI’s staff and is waiting for a reply, which will appear here.`;
      case 'claimed':
        return `Somebody at ICLEI is working on your question **${reference}**. The reply will appear here.`;
      case 'answered':
        return `Your question **${reference}** has been answered.`;
      case 'closed':
        return `Your question **${reference}** is closed.`;
      case 'withdrawn':
        return `You have withdrawn your question **${reference}**.`;
    }
  },
  takenOver: (name) =>
    `**${name}** of ICLEI’s staff is now here with you. What you write goes to them; I stay silent until they hand over to me again.`,
  handedBack:
    'I’m back: the conversation with ICLEI’s staff has ended for now, and I answer your questions again.',

  youAsked: (question) => `You asked: *“${question}”*`,
  referenceLine: (reference) => `Reference: ${reference}`,

  attachment: 'I can’t open files or pictures. Please write your question as text.',
  empty: 'That message was empty. What would you like to know?',
  tooLong: 'Your message is too long (4,000 characters at most). Please shorten it.',
  outdatedButton: 'That button no longer works. Please just write what you would like to know.',
  storageFailure: 'Your question could not be saved just now. Please try again in a few minutes.',
  failure: 'That didn’t work just now. Please try again in a few minutes.',

  buttons: {
    person: 'Talk to a person',
    sendToPerson: 'Send it to a person',
    noneOfThese: 'None of these',
    notThis: 'No, something else',
    addDetails: 'Add details',
    addMore: 'I’d like to add something',
    leaveEmail: 'Leave an e-mail address',
    withdraw: 'Withdraw the question',
    answerHere: 'Answer me here',
    replyHelped: 'Thank you, that helped',
    replyDidNotHelp: 'That did not answer it',
    editQuestion: 'Change the text',
    otherQuestion: 'Ask something else',
    cancel: 'Never mind',
  },
  labels: {
    sources: 'Sources',
    dates: (asOf, checkedOn) => `As of ${asOf}, last checked ${checkedOn}`,
    wasThisHelpful: 'Was this helpful?',
    yes: 'Yes',
    no: 'No',
    automaticAnswer: 'Automatic answer',
    staffName: (name) => `${name}, ICLEI staff`,
  },
};
