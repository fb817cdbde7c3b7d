// What the console says about questions that ask the same.
import type { Language } from '../../../knowledge/index.ts';

const en = {
  askedBy: 'asked by {count}',
  title: 'Others ask the same',
  lead: 'What you do here you do for all of them: take it, reply, close. Each gets the reply where they asked.',
  isJoined: 'This asks the same as {reference}. A reply there answers both.',
  separate: 'Answer this one separately',
  separateNamed: 'Answer {reference} separately',
};

export type GroupTexts = Readonly<Record<keyof typeof en, string>>;

export const groupTexts: Readonly<Record<Language, GroupTexts>> = {
  en,
  es: {
    askedBy: 'la hacen {count}',
    title: 'Otras personas preguntan lo mismo',
    lead: 'Lo que haga aquí vale para todas: asumirla, responder, cerrar. Cada una recibe la respuesta donde preguntó.',
    isJoined: 'Pregunta lo mismo que {reference}. Una respuesta allí vale para ambas.',
    separate: 'Responder a esta por separado',
    separateNamed: 'Responder a {reference} por separado',
  },
  pt: {
    askedBy: 'feita por {count}',
    title: 'Outras pessoas perguntam o mesmo',
    lead: 'O que você faz aqui vale para todas: assumir, responder, encerrar. Cada pessoa recebe a resposta onde perguntou.',
    isJoined: 'Pergunta o mesmo que {reference}. Uma resposta lá vale para as duas.',
    separate: 'Responder a esta em separado',
    separateNamed: 'Responder a {reference} em separado',
  },
  fr: {
    askedBy: 'posée par {count}',
    title: 'D’autres demandent la même chose',
    lead: 'Ce que vous faites ici vaut pour toutes : prendre en charge, répondre, clore. Chaque personne reçoit la réponse là où elle a posé la question.',
    isJoined: 'Même question que {reference}. Une réponse là-bas vaut pour les deux.',
    separate: 'Répondre à celle-ci séparément',
    separateNamed: 'Répondre à {reference} séparément',
  },
  de: {
    askedBy: '{count}-mal gefragt',
    title: 'Andere fragen dasselbe',
    lead: 'Was Sie hier tun, gilt für alle: übernehmen, antworten, abschließen. Jede Person bekommt die Antwort dort, wo sie gefragt hat.',
    isJoined: 'Fragt dasselbe wie {reference}. Eine Antwort dort gilt für beide.',
    separate: 'Diese für sich beantworten',
    separateNamed: '{reference} für sich beantworten',
  },
};
