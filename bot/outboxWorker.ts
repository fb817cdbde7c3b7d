// Brings replies and notices to visitors: takes what waits in the outbox, delivers it, and writes down what became of it.
// One destination that hangs holds up its own lane only, and each delivery there for seconds only. Several workers may share an
// outbox: what one has taken is its own for the time of a lease, and it can settle nothing after another took it.
import { setImmediate as aMoment, setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Escalation, type EscalationStore, isOutdated } from '../dialogs/index.ts';
import { createKeyedQueue } from './keyedQueue.ts';
import type { Claim, Delivery, DeliveryOutcome, Outbox, Route, Sent, VisitorMessenger } from './outbox.ts';
import { type AmbiguousDelivery, outcomeOf } from './outboxOutcome.ts';

/** Milliseconds between two looks, should a wake-up call have been missed. */
const pollMs = 5_000;
/** Milliseconds a channel has to take a reply, and a mail server a mail. */
const limitsMs = { chat: 10_000, mail: 25_000, grace: 2_000 };
/**
 * Milliseconds for which a delivery is whose who took it: longer than any attempt, and short enough that staff hear within a minute
 * of one whose fate is unknown (reliability F4). What may be told twice need not wait so long after a crash.
 */
const leaseMs = 45_000;
const repeatableLeaseMs = 5_000;
/** Milliseconds between two attempts to write down what became of a reply. */
const settleAgainMs = 500;

export interface OutboxWorker {
  /** Something may be due. */
  wake(): void;
  /** Ends within seconds: what is still under way then is written down as uncertain. */
  stop(): Promise<void>;
}

export interface OutboxWorkerOptions {
  readonly outbox: Outbox;
  readonly escalations: Pick<EscalationStore, 'byId'>;
  readonly messenger: VisitorMessenger;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly ambiguous?: AmbiguousDelivery;
  readonly random?: () => number;
  /** Tests are in a hurry. */
  readonly limits?: typeof limitsMs;
}

export function startOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { outbox, escalations, messenger, now, log } = options;
  const { limits = limitsMs, ambiguous = 'hold', random = Math.random } = options;
  const lanes = createKeyedQueue();
  /** Deliveries that are in a lane already, by id. */
  const taken = new Set<string>();
  /** Lanes whose channel asked to be left alone, by lane: until when. */
  const closedUntil = new Map<string, Date>();
  const graceOver = new AbortController();
  let stopped = false;
  let again = false;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    do {
      again = false;
      for (const delivery of await outbox.expired(now()))
        if (!stopped && !taken.has(delivery.id)) await takeUp(delivery);
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
      const route = escalation && routeTo(escalation, delivery);
      if (escalation && route) {
        void lanes.run(route.lane, () => deliver(delivery, escalation.id, route));
        return;
      }
      const claim = await outbox.claim(delivery, now(), leaseMs);
      const note = 'The address this visitor wrote from can not be read.';
      if (claim) await settle(claim, escalation, { kind: 'failed', note });
      taken.delete(delivery.id);
    } catch (error) {
      taken.delete(delivery.id);
      log.error({ err: error, delivery: delivery.id }, 'a reply waits for the next look');
    }
  }

  async function deliver(delivery: Delivery, escalationId: string, route: Route): Promise<void> {
    let settled = false;
    try {
      if (stopped) return;
      // The list it was taken from may be older than its last delivery, and the question than what was done with it.
      const lease = route.repeatable ? repeatableLeaseMs : leaseMs;
      const claim = await outbox.claim(delivery, now(), lease);
      const escalation = claim && (await escalations.byId(escalationId));
      if (!claim || !escalation) return;
      const closed = closedUntil.get(route.lane);
      if (closed && closed > now()) {
        const note = 'The channel asked to be left alone for a while.';
        await settleAtLast(claim, escalation, { kind: 'later', note, dueAt: closed });
        return;
      }
      const sent = await attempt(claim, escalation, route);
      if (!sent) return;
      if (!sent.ok && sent.waitMs) closedUntil.set(route.lane, new Date(now().getTime() + sent.waitMs));
      await settleAtLast(claim, escalation, outcomeOf(sent, delivery, now(), { ambiguous, random }));
      settled = true;
    } catch (error) {
      log.error({ err: error, delivery: delivery.id }, 'a reply waits for the next look');
    } finally {
      taken.delete(delivery.id);
      // What waited for this one may go now.
      if (settled) wake();
    }
  }

  /** @returns null when the lease was over before anything was sent: another may have it by now */
  async function attempt(claim: Claim, escalation: Escalation, route: Route): Promise<Sent | null> {
    const { delivery, until } = claim;
    if (isOutdated(delivery.kind, escalation, delivery.reply, now()))
      return { ok: false, why: 'notNeeded', note: 'What it tells is no news any more.' };
    if (now() >= until) return null;
    const signal = AbortSignal.any([AbortSignal.timeout(limits[delivery.route]), graceOver.signal]);
    return Promise.race([send(delivery, escalation, signal), tooLate(route, signal)]);
  }

  async function send(delivery: Delivery, escalation: Escalation, signal: AbortSignal): Promise<Sent> {
    try {
      return await messenger.send(escalation, delivery, signal);
    } catch (error) {
      log.error({ err: error, delivery: delivery.id }, 'a reply could not be sent');
      return { ok: false, why: 'refused', note: 'The reply could not be sent; the log says why.' };
    }
  }

  function tooLate({ repeatable }: Route, signal: AbortSignal): Promise<Sent> {
    const why = repeatable ? 'tryLater' : 'uncertain';
    const late: Sent = { ok: false, why, note: 'The channel did not answer in time.' };
    return new Promise((resolve) => {
      // The messenger may know better, and says so at once.
      const end = () => void aMoment().then(() => resolve(late));
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
    });
  }

  /** What was sent is never sent again for want of a note: while there is none, it counts as being sent, after a restart too. */
  async function settleAtLast(claim: Claim, escalation: Escalation, outcome: DeliveryOutcome): Promise<void> {
    while (!(await settle(claim, escalation, outcome).then(() => true, notWritten))) {
      if (stopped) return;
      await pause(settleAgainMs);
    }
  }

  function notWritten(error: unknown): boolean {
    log.error({ err: error }, 'what became of a reply could not be written down yet');
    return false;
  }

  /** Whoever was sending it was killed or stood still. Only our own log can be told twice. */
  async function takeUp(delivery: Delivery): Promise<void> {
    const claim = await outbox.claim(delivery, now(), leaseMs);
    if (!claim) return;
    const escalation = await escalations.byId(delivery.escalationId);
    const repeatable = (escalation && routeTo(escalation, delivery))?.repeatable ?? false;
    const note = 'The service ended while the reply was being sent.';
    const sent: Sent = { ok: false, why: repeatable ? 'tryLater' : 'uncertain', note };
    const outcome = outcomeOf(sent, delivery, now(), { ambiguous, random });
    await settle(claim, escalation, repeatable ? { kind: 'later', note, dueAt: now() } : outcome);
  }

  async function settle(
    claim: Claim,
    escalation: Escalation | null,
    outcome: DeliveryOutcome,
  ): Promise<void> {
    const { delivery } = claim;
    const at = now();
    const mailAt = escalation && messenger.mailAt(escalation, delivery, outcome, at);
    const settled = await outbox.settle(claim, outcome, at, mailAt);
    log.info(
      {
        delivery: delivery.id,
        escalation: delivery.escalationId,
        what: delivery.kind,
        route: delivery.route,
        outcome: settled ? outcome.kind : 'taken by another',
      },
      'delivery',
    );
  }

  function routeTo(escalation: Escalation, delivery: Delivery): Route | null {
    try {
      return messenger.route(escalation, delivery);
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
      const grace = setTimeout(() => graceOver.abort(), limits.grace);
      await looking;
      await lanes.idle();
      clearTimeout(grace);
    },
  };
}
