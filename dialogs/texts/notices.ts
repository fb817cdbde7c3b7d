// What visitors are told of when staff do something with their question, but for the reply itself.
import type { Language } from '../../knowledge/index.ts';

export interface NoticeTexts {
  /** After "You asked: …", which has no full stop. */
  claimed(name: string): string;
  /** Closed without a reply. */
  closedUnanswered(name: string): string;
  closedAnswered(name: string): string;
}

export const noticeTexts: Readonly<Record<Language, NoticeTexts>> = {
  en: {
    claimed: (name) => `${name} of ICLEI’s staff is looking into this now. The reply will appear here.`,
    closedUnanswered: (name) =>
      `${name} of ICLEI’s staff has closed this question without a reply. If you still need one, just ask again.`,
    closedAnswered: (name) =>
      `${name} of ICLEI’s staff has closed this question. If anything is left open, just ask again.`,
  },
  es: {
    claimed: (name) => `${name}, del equipo de ICLEI, se está ocupando de ella. La respuesta aparecerá aquí.`,
    closedUnanswered: (name) =>
      `${name}, del equipo de ICLEI, ha cerrado esta pregunta sin respuesta. Si todavía la necesita, pregunte de nuevo.`,
    closedAnswered: (name) =>
      `${name}, del equipo de ICLEI, ha cerrado esta pregunta. Si queda algo pendiente, pregunte de nuevo.`,
  },
  pt: {
    claimed: (name) => `${name}, da equipe do ICLEI, está cuidando dela agora. A resposta aparecerá aqui.`,
    closedUnanswered: (name) =>
      `${name}, da equipe do ICLEI, encerrou esta pergunta sem resposta. Se ainda precisar de uma, pergunte de novo.`,
    closedAnswered: (name) =>
      `${name}, da equipe do ICLEI, encerrou esta pergunta. Se algo ficou em aberto, pergunte de novo.`,
  },
  fr: {
    claimed: (name) => `${name}, de l’équipe d’ICLEI, s’en occupe maintenant. La réponse apparaîtra ici.`,
    closedUnanswered: (name) =>
      `${name}, de l’équipe d’ICLEI, a clos cette question sans réponse. Si vous en avez encore besoin, posez-la de nouveau.`,
    closedAnswered: (name) =>
      `${name}, de l’équipe d’ICLEI, a clos cette question. S’il reste un point à éclaircir, posez une nouvelle question.`,
  },
  de: {
    claimed: (name) => `${name} vom Team von ICLEI kümmert sich jetzt darum. Die Antwort erscheint hier.`,
    closedUnanswered: (name) =>
      `${name} vom Team von ICLEI hat diese Frage ohne Antwort geschlossen. Wenn Sie noch eine brauchen, fragen Sie einfach noch einmal.`,
    closedAnswered: (name) =>
      `${name} vom Team von ICLEI hat diese Frage geschlossen. Wenn etwas offen ist, fragen Sie einfach noch einmal.`,
  },
};
