// What every part of a conversation is given, and what it gives back.
import type { KnowledgeBase, Language, Matcher } from '../knowledge/index.ts';
import type { Decided } from './decided.ts';
import type { CollectionCodes } from './escalation/collectionCodes.ts';
import type { EscalationStore, FeedbackStore } from './escalation/escalationStore.ts';
import type { OpeningHours } from './escalation/waitingTime.ts';
import type { Reply } from './reply.ts';
import type { DialogState } from './state.ts';
import { texts } from './texts/index.ts';
import type { Texts } from './texts/texts.ts';
import type { Turn } from './turn.ts';

export interface Ports {
  readonly escalations: EscalationStore;
  readonly feedback: FeedbackStore;
  /** Without them a question is known in its own conversation only. */
  readonly codes?: CollectionCodes | undefined;
  /** When staff are there; without it nothing is said about that. */
  readonly hours?: OpeningHours | undefined;
  /** Whether replies go to the address a visitor leaves. */
  readonly mailsReplies?: boolean;
}

/** One turn, with all that is needed to answer it. */
export interface Talk {
  readonly turn: Turn;
  readonly state: DialogState;
  /** What a bare "yes" or "no" answers in this turn; `state.yesOrNo` is for the next one. */
  readonly pending: DialogState['yesOrNo'];
  readonly language: Language;
  readonly words: Texts;
  readonly base: KnowledgeBase;
  readonly matcher: Matcher;
  readonly ports: Ports;
}

export interface Outcome {
  readonly state: DialogState;
  readonly replies: readonly Reply[];
  /** What the turn came to; left out where it was neither a question nor small talk. */
  readonly decided?: Decided;
}

/** The same turn, spoken in another language from here on. */
export function inLanguage(talk: Talk, language: Language): Talk {
  return { ...talk, language, words: texts[language], state: { ...talk.state, language } };
}

/**
 * A store failed; the visitor is told so, `cause` tells the operator why. `storing` says that what they wrote for staff was not
 * stored.
 */
export class PortFault extends Error {
  readonly storing: boolean;
  constructor(storing: boolean, cause: unknown) {
    super('A store failed while answering a turn', { cause });
    this.name = 'PortFault';
    this.storing = storing;
  }
}

/** Marks whatever a store throws as a PortFault. */
export function guarded(ports: Ports, onFault?: (fault: Error) => void): Ports {
  const { escalations, feedback, codes, hours, mailsReplies = false } = ports;
  const reading = async <T>(work: Promise<T>): Promise<T> => work.catch((cause) => fail(false, cause));
  const storing = async <T>(work: Promise<T>): Promise<T> => work.catch((cause) => fail(true, cause));
  return {
    mailsReplies,
    escalations: {
      open: (draft) => storing(escalations.open(draft)),
      byId: (id) => reading(escalations.byId(id)),
      byReference: (reference) => reading(escalations.byReference(reference)),
      countSince: (visitorId, since) => storing(escalations.countSince(visitorId, since)),
      ofConversation: (conversation) => storing(escalations.ofConversation(conversation)),
      list: (filter) => storing(escalations.list(filter)),
      joined: (ids) => reading(escalations.joined(ids)),
      counts: () => reading(escalations.counts()),
      history: (id) => reading(escalations.history(id)),
      waitingTimes: (limit) => storing(escalations.waitingTimes(limit)),
      change: (id, command, at, version, turnId) => {
        const work = escalations.change(id, command, at, version, turnId);
        // What was added or left is lost with it; whether a question is withdrawn can be asked.
        return command.kind === 'withdraw' ? reading(work) : storing(work);
      },
    },
    codes: codes && {
      // The question is stored by then: its reference is told, with a code or without.
      issue: (escalation) =>
        codes.issue(escalation).catch((cause) => {
          onFault?.(new PortFault(false, cause));
          return null;
        }),
      redeem: (code, by) => reading(codes.redeem(code, by)),
    },
    hours,
    feedback: { record: (feedbackGiven) => reading(feedback.record(feedbackGiven)) },
  };
}

function fail(storing: boolean, cause: unknown): never {
  throw new PortFault(storing, cause);
}
