// Brings staff replies to visitors: takes what waits in the outbox, delivers it, and writes down what became of it.
import type { Logger } from 'pino';
import {
  type Escalation,
  type EscalationStore,
  type Reply,
  type StaffReply,
  staffReply,
} from '../dialogs/index.ts';

export interface Delivery {
  readonly id: string;
  readonly escalationId: string;
  readonly reply: StaffReply;
  /** How often it was tried before. */
  readonly attempts: number;
}

export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** Nobody can tell whether the visitor got it: staff decide, it is not sent again by itself. */
  | { readonly kind: 'uncertain'; readonly note: string }
  | { readonly kind: 'failed'; readonly note: string }
  | { readonly kind: 'later'; readonly note: string; readonly dueAt: Date };

export interface Outbox {
  /** What waits and may be tried now, the longest waiting first. */
  due(now: Date, limit: number): Promise<readonly Delivery[]>;
  settle(id: string, outcome: DeliveryOutcome, at: Date): Promise<void>;
}

/** Why a message did not go out, as far as the channel tells. */
export type SendFailure = 'tryLater' | 'refused' | 'uncertain';

export interface VisitorMessenger {
  /**
   * Sends a reply into the visitor's conversation.
   * @param deliveryId the same id is shown at most once where the channel is ours
   */
  send(
    escalation: Escalation,
    reply: Reply,
    deliveryId: string,
  ): Promise<
    { readonly ok: true } | { readonly ok: false; readonly why: SendFailure; readonly note: string }
  >;
}

/** Milliseconds between two looks, should a wake-up call have been missed. */
const pollMs = 5_000;
/** Waiting time after the first failure, doubled each time up to five minutes; given up after a day (reliability S18). */
const firstWaitMs = 2_000;
const longestWaitMs = 300_000;
const giveUpAfterMs = 86_400_000;

export interface OutboxWorker {
  /** Something may be due. */
  wake(): void;
  /** Ends after the delivery at hand. */
  stop(): Promise<void>;
}

export function startOutboxWorker(options: {
  outbox: Outbox;
  escalations: EscalationStore;
  messenger: VisitorMessenger;
  now: () => Date;
  log: Logger;
}): OutboxWorker {
  const { outbox, escalations, messenger, now, log } = options;
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;

  async function deliver(delivery: Delivery): Promise<void> {
    const escalation = await escalations.byId(delivery.escalationId);
    const sent = escalation
      ? await messenger.send(escalation, staffReply(escalation, delivery.reply), delivery.id)
      : ({ ok: false, why: 'refused', note: 'The escalation is gone.' } as const);
    const outcome = outcomeOf(sent, delivery, now());
    await outbox.settle(delivery.id, outcome, now());
    log.info(
      { delivery: delivery.id, escalation: delivery.escalationId, outcome: outcome.kind },
      'reply delivery',
    );
  }

  async function run(): Promise<void> {
    do {
      again = false;
      for (const delivery of await outbox.due(now(), 50)) {
        if (stopped) return;
        await deliver(delivery);
      }
    } while (needsAnotherRound());
  }
  const needsAnotherRound = () => again && !stopped;

  const wake = () => {
    if (stopped) return;
    again = true;
    running ??= run()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be worked on'))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(wake, pollMs);
  timer.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

function outcomeOf(
  sent: Awaited<ReturnType<VisitorMessenger['send']>>,
  delivery: Delivery,
  now: Date,
): DeliveryOutcome {
  if (sent.ok) return { kind: 'delivered' };
  if (sent.why === 'uncertain') return { kind: 'uncertain', note: sent.note };
  if (sent.why === 'refused' || now.getTime() - delivery.reply.at.getTime() > giveUpAfterMs)
    return { kind: 'failed', note: sent.note };
  const wait = Math.min(firstWaitMs * 2 ** delivery.attempts, longestWaitMs);
  return { kind: 'later', note: sent.note, dueAt: new Date(now.getTime() + wait) };
}
