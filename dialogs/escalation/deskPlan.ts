// How the desk works: its queues and who gets what, its hours, and how long things may take. routing.yaml says it.
import type { Language } from '../../knowledge/index.ts';
import { addBusinessMinutes, type BusinessHours } from './businessHours.ts';

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

export interface Queue {
  readonly id: string;
  readonly name: string;
}

/** Sends a topic, a language, or a topic in a language to a queue; an empty list means any. */
export interface RoutingRule {
  readonly queue: string;
  readonly topics: readonly string[];
  readonly languages: readonly Language[];
}

/** All times in minutes of the opening hours. */
export interface DeskPlan {
  readonly defaultQueue: string;
  /** The default queue is one of them. */
  readonly queues: readonly Queue[];
  /** The first that fits counts. */
  readonly rules: readonly RoutingRule[];
  readonly hours: BusinessHours;
  /** How long a question may wait. */
  readonly dueAfter: Readonly<Record<Priority, number>>;
  /** Claimed and not answered for this long: its owner is reminded, later it goes back to the queue. */
  readonly remindAfter: number;
  readonly returnAfter: number;
  /** Silence after which a conversation that staff have taken over goes back to the bot. */
  readonly talkEndsAfter: number;
  readonly digest: {
    /** Minutes since midnight, on days that are open. */
    readonly at: number;
    /** Mail addresses; empty: no digest. */
    readonly to: readonly string[];
    readonly language: Language;
  };
}

const officeDay = [{ from: 9 * 60, to: 17 * 60 }];

/** A desk with one queue and usual office hours: what holds where nothing else is said. */
export const plainPlan: DeskPlan = {
  defaultQueue: 'general',
  queues: [{ id: 'general', name: 'General' }],
  rules: [],
  hours: {
    timeZone: 'Europe/Berlin',
    week: [officeDay, officeDay, officeDay, officeDay, officeDay, [], []],
    holidays: new Set(),
  },
  dueAfter: { urgent: 120, high: 240, normal: 480, low: 1440 },
  remindAfter: 240,
  returnAfter: 480,
  talkEndsAfter: 60,
  digest: { at: 510, to: [], language: 'en' },
};

/**
 * The queue a question goes to. None is ever lost: what no rule knows goes to the default queue.
 * @param topic the topic of what the bot found nearest, or a group out of scope; null when it found nothing
 */
export function queueFor(plan: DeskPlan, topic: string | null, language: Language): string {
  const rule = plan.rules.find(
    ({ topics, languages }) =>
      (topics.length === 0 || (topic !== null && topics.includes(topic))) &&
      (languages.length === 0 || languages.includes(language)),
  );
  return knownQueue(plan, rule?.queue ?? plan.defaultQueue).id;
}

/** A queue by its id; one that is not there (any more) is the default queue. */
export function knownQueue(plan: DeskPlan, id: string): Queue {
  const found = plan.queues.find((queue) => queue.id === id);
  const fallback = plan.queues.find((queue) => queue.id === plan.defaultQueue);
  return found ?? fallback ?? { id: plan.defaultQueue, name: plan.defaultQueue };
}

/** Until when somebody who waits since then must have an answer. */
export function dueAt(plan: DeskPlan, priority: Priority, since: Date): Date {
  return addBusinessMinutes(plan.hours, since, plan.dueAfter[priority]);
}
