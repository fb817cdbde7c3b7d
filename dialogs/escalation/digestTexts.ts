// What the daily mail to staff says.
import type { Language } from '../../knowledge/index.ts';

export interface DigestTexts {
  subject(waiting: number, overdue: number): string;
  readonly waiting: string;
  readonly overdue: string;
  readonly unclaimed: string;
  readonly snoozed: string;
  readonly byQueue: string;
  readonly mostUrgent: string;
  due(time: string): string;
  overdueSince(time: string): string;
  readonly noneDue: string;
  readonly nobody: string;
  readonly open: string;
}

export const digestTexts: Readonly<Record<Language, DigestTexts>> = {
  en: {
    subject: (waiting, overdue) => `Question desk: ${waiting} waiting, ${overdue} overdue`,
    waiting: 'Waiting',
    overdue: 'Overdue',
    unclaimed: 'In nobody’s hands',
    snoozed: 'Snoozed',
    byQueue: 'Waiting by queue',
    mostUrgent: 'The most urgent',
    due: (time) => `due ${time}`,
    overdueSince: (time) => `overdue since ${time}`,
    noneDue: 'nothing is due',
    nobody: 'nobody',
    open: 'The desk',
  },
  es: {
    subject: (waiting, overdue) => `Mesa de preguntas: ${waiting} en espera, ${overdue} con retraso`,
    waiting: 'En espera',
    overdue: 'Con retraso',
    unclaimed: 'En manos de nadie',
    snoozed: 'Pospuestas',
    byQueue: 'En espera por cola',
    mostUrgent: 'Las más urgentes',
    due: (time) => `vence el ${time}`,
    overdueSince: (time) => `con retraso desde el ${time}`,
    noneDue: 'sin plazo',
    nobody: 'nadie',
    open: 'La mesa',
  },
  pt: {
    subject: (waiting, overdue) => `Balcão de perguntas: ${waiting} em espera, ${overdue} em atraso`,
    waiting: 'Em espera',
    overdue: 'Em atraso',
    unclaimed: 'Com ninguém',
    snoozed: 'Adiadas',
    byQueue: 'Em espera por fila',
    mostUrgent: 'As mais urgentes',
    due: (time) => `vence em ${time}`,
    overdueSince: (time) => `em atraso desde ${time}`,
    noneDue: 'sem prazo',
    nobody: 'ninguém',
    open: 'O balcão',
  },
  fr: {
    subject: (waiting, overdue) => `Bureau des questions : ${waiting} en attente, ${overdue} en retard`,
    waiting: 'En attente',
    overdue: 'En retard',
    unclaimed: 'Sans responsable',
    snoozed: 'Différées',
    byQueue: 'En attente par file',
    mostUrgent: 'Les plus urgentes',
    due: (time) => `à traiter avant le ${time}`,
    overdueSince: (time) => `en retard depuis le ${time}`,
    noneDue: 'sans échéance',
    nobody: 'personne',
    open: 'Le bureau',
  },
  de: {
    subject: (waiting, overdue) => `Fragen: ${waiting} warten, ${overdue} überfällig`,
    waiting: 'Wartend',
    overdue: 'Überfällig',
    unclaimed: 'Bei niemandem',
    snoozed: 'Zurückgestellt',
    byQueue: 'Wartend nach Liste',
    mostUrgent: 'Am dringendsten',
    due: (time) => `fällig ${time}`,
    overdueSince: (time) => `überfällig seit ${time}`,
    noneDue: 'nichts fällig',
    nobody: 'niemand',
    open: 'Die Fragen',
  },
};
