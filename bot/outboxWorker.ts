// Brings staff replies to visitors: takes what waits in the outbox, delivers it, and writes down what became of it.
// One destination that hangs holds up its own lane only, and each delivery there for seconds only.
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Escalation, type EscalationStore, staffReply, talkNotice } from '../dialogs/index.ts';
import { createKeyedQueue } from './keyedQueue.ts';
import type { Delivery, DeliveryOutcome, Outbox, Route, Sent, VisitorMessenger } from './outbox.ts';

/** Milliseconds between two looks, should a wake-up call have been missed. */
const pollMs = 5_000;
/** Milliseconds a channel has to take a reply. */
const limitMs = 10_000;
/** Milliseconds that deliveries under way still have when the service is told to stop. */
const graceMs = 2_000;
/** Milliseconds between two attempts to write down what became of a reply. */
const settleAgainMs = 500;
/** Waiting time after the first failure, doubled each time up to five minutes; given up after a day (reliability S18). */
const firstWaitMs = 2_000;
const longestWaitMs = 300_000;
const giveUpAfterMs = 86_400_000;

export interface OutboxWorker {
  /** Something may be due. */
  wake(): void;
  /** Ends within seconds: what is still under way then is written down as uncertain. */
  stop(): Promise<void>;
}

export function startOutboxWorker(options: {
  outbox: Outbox;
  escalations: Pick<EscalationStore, 'byId'>;
  messenger: VisitorMessenger;
  now: () => Date;
  log: Pick<Logger, 'info' | 'error'>;
  /** Tests are in a hurry. */
  limits?: { readonly limitMs: number; readonly graceMs: number };
}): OutboxWorker {
  const { outbox, escalations, messenger, now, log } = options;
  const limits = options.limits ?? { limitMs, graceMs };
  const lanes = createKeyedQueue();
  /** Deliveries that are in a lane already, by id. */
  const taken = new Set<string>();
  const graceOver = new AbortController();
  let takenUp = false;
  let stopped = false;
  let again = false;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    if (!takenUp) await takeUp();
    takenUp = true;
    do {
      again = false;
      for (const delivery of await outbox.due(now())) {
        if (stopped) return;
        if (!taken.has(delivery.id)) await take(delivery);
      }
    } while (needsAnotherLook());
  }
  const needsAnotherLook = () => again && !stopped;

  /** Puts a delivery into its lane. A fault here is that delivery's own: it ends there, or is taken again at the next look. */
  async function take(delivery: Delivery): Promise<void> {
    taken.add(delivery.id);
    try {
      const escalation = await escalations.byId(delivery.escalationId);
      const route = escalation && routeTo(escalation);
      if (escalation && route) {
        void lanes.run(route.lane, () => deliver(delivery, escalation, route));
        return;
      }
      const note = 'The address this visitor wrote from can not be read.';
      await settle(delivery, { kind: 'failed', note });
      taken.delete(delivery.id);
    } catch (error) {
      taken.delete(delivery.id);
      log.error({ err: error, delivery: delivery.id }, 'a reply waits for the next look');
    }
  }

  async function deliver(delivery: Delivery, escalation: Escalation, route: Route): Promise<void> {
    try {
      // The list it was taken from may be older than its last delivery.
      if (stopped || !(await outbox.claim(delivery.id, now()))) return;
      const sent = await Promise.race([send(delivery, escalation), tooLate(route)]);
      await settleAtLast(delivery, outcomeOf(sent, delivery, now()));
    } catch (error) {
      log.error({ err: error, delivery: delivery.id }, 'a reply waits for the next look');
    } finally {
      taken.delete(delivery.id);
    }
  }

  async function send(delivery: Delivery, escalation: Escalation): Promise<Sent> {
    try {
      const { notice, reply } = delivery;
      const message = notice ? talkNotice(escalation, notice, reply.by) : staffReply(escalation, reply);
      return await messenger.send(escalation, message, delivery.id);
    } catch (error) {
      log.error({ err: error, delivery: delivery.id }, 'a reply could not be sent');
      return { ok: false, why: 'refused', note: 'The reply could not be sent; the log says why.' };
    }
  }

  function tooLate(route: Route): Promise<Sent> {
    const why = route.repeatable ? 'tryLater' : 'uncertain';
    const late: Sent = { ok: false, why, note: 'The channel did not answer in time.' };
    const signal = AbortSignal.any([AbortSignal.timeout(limits.limitMs), graceOver.signal]);
    return new Promise((resolve) => {
      if (signal.aborted) resolve(late);
      signal.addEventListener('abort', () => resolve(late), { once: true });
    });
  }

  /** What was sent is never sent again for want of a note: while there is none, it counts as being sent, after a restart too. */
  async function settleAtLast(delivery: Delivery, outcome: DeliveryOutcome): Promise<void> {
    while (!(await settle(delivery, outcome).then(() => true, notWritten))) {
      if (stopped) return;
      await pause(settleAgainMs);
    }
  }

  function notWritten(error: unknown): boolean {
    log.error({ err: error }, 'what became of a reply could not be written down yet');
    return false;
  }

  /** After a start: replies that were being sent when the service ended. Only our own log can be told twice. */
  async function takeUp(): Promise<void> {
    for (const delivery of await outbox.interrupted()) {
      const escalation = await escalations.byId(delivery.escalationId);
      const again = escalation && routeTo(escalation)?.repeatable;
      const note = 'The service ended while the reply was being sent.';
      await settle(delivery, again ? { kind: 'later', note, dueAt: now() } : { kind: 'uncertain', note });
    }
  }

  async function settle(delivery: Delivery, outcome: DeliveryOutcome): Promise<void> {
    await outbox.settle(delivery.id, outcome, now());
    log.info(
      { delivery: delivery.id, escalation: delivery.escalationId, outcome: outcome.kind },
      'reply delivery',
    );
  }

  function routeTo(escalation: Escalation): Route | null {
    try {
      return messenger.route(escalation);
    } catch (error) {
      log.error({ err: error, escalation: escalation.id }, 'a stored address can not be read');
      return null;
    }
  }

  const wake = () => {
    if (stopped) return;
    again = true;
    looking ??= look()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be worked on'))
      .finally(() => {
        looking = null;
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
      const grace = setTimeout(() => graceOver.abort(), limits.graceMs);
      await looking;
      await lanes.idle();
      clearTimeout(grace);
    },
  };
}

function outcomeOf(sent: Sent, delivery: Delivery, now: Date): DeliveryOutcome {
  if (sent.ok) return { kind: 'delivered' };
  if (sent.why === 'uncertain') return { kind: 'uncertain', note: sent.note };
  if (sent.why === 'refused' || now.getTime() - delivery.reply.at.getTime() > giveUpAfterMs)
    return { kind: 'failed', note: sent.note };
  const wait = Math.min(firstWaitMs * 2 ** delivery.attempts, longestWaitMs);
  return { kind: 'later', note: sent.note, dueAt: new Date(now.getTime() + wait) };
}
