// The desk's clock: wakes what was put off, reminds of what was taken and not answered, returns it to the queue, gives
// conversations back to the bot, and sends the daily digest. Each step is decided by the rules inside the store's transaction, so
// several instances may look at once: one of them does it.
import type { Logger } from 'pino';
import {
  clockStep,
  type DeskPlan,
  digestDay,
  type Escalation,
  type EscalationFilter,
  type EscalationStore,
  writeDigest,
} from '../../dialogs/index.ts';
import type { StaffMail } from '../mail/staffMail.ts';
import { hashOf } from '../secrets.ts';
import type { DeskMarks } from './deskMarks.ts';

/** Milliseconds between two looks: nobody counts a snooze in seconds. */
const everyMs = 30_000;
/** Questions that are looked at in one go. */
const pageSize = 200;

/** What the clock may have to do something with. */
const watched = [
  { statuses: ['open', 'claimed'], snoozed: true },
  { statuses: ['claimed'], snoozed: false },
  { statuses: ['answered'], staffOwns: true },
] as const satisfies readonly Omit<EscalationFilter, 'limit'>[];

export interface DeskClockOptions {
  readonly escalations: Pick<EscalationStore, 'list' | 'change' | 'counts'>;
  readonly plan: DeskPlan;
  readonly marks: DeskMarks;
  /** Without it the digest is skipped. */
  readonly mail?: StaffMail | undefined;
  readonly consoleUrl: () => string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

export interface DeskClock {
  /** Ends once the look that is under way has ended. */
  stop(): Promise<void>;
}

export function startDeskClock(options: DeskClockOptions): DeskClock {
  let stopped = false;
  let looking: Promise<void> | null = null;
  const look = () => {
    if (stopped) return;
    looking ??= tick(options, () => stopped).finally(() => {
      looking = null;
    });
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  look();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}

/** One look at the clock. What fails is in the log, and done at the next look. */
export async function tick(options: DeskClockOptions, stopped: () => boolean = () => false): Promise<void> {
  const { log } = options;
  for (const filter of watched) {
    if (stopped()) return;
    await eachOf(options, filter, stopped).catch((error: unknown) =>
      log.error({ err: error }, 'the clock could not look at the queue'),
    );
  }
  if (stopped()) return;
  await digest(options).catch((error: unknown) =>
    log.error({ err: error }, 'the daily digest waits for the next look'),
  );
}

async function eachOf(
  options: DeskClockOptions,
  filter: Omit<EscalationFilter, 'limit'>,
  stopped: () => boolean,
): Promise<void> {
  const { escalations, plan, now, log } = options;
  for await (const escalation of pagesOf(escalations, filter)) {
    if (stopped()) return;
    const command = clockStep(escalation, now(), plan);
    if (!command) continue;
    const result = await escalations.change(escalation.id, command, now(), null).catch((error: unknown) => {
      log.error({ err: error, escalation: escalation.id }, 'the clock could not do what is due');
      return null;
    });
    if (result?.ok) log.info({ escalation: escalation.id, step: command.kind }, 'desk clock');
  }
}

async function* pagesOf(
  escalations: Pick<EscalationStore, 'list'>,
  filter: Omit<EscalationFilter, 'limit'>,
): AsyncGenerator<Escalation> {
  let after: string | undefined;
  for (;;) {
    const page = await escalations.list({
      ...filter,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function digest({
  escalations,
  plan,
  marks,
  mail,
  consoleUrl,
  now,
  log,
}: DeskClockOptions): Promise<void> {
  const at = now();
  const day = digestDay(plan, at);
  if (day === null) return;
  const mark = `digest ${day}`;
  if (!(await marks.take(mark, at))) return;
  if (!mail) {
    log.warn({ day }, 'the daily digest is skipped, for no mail is set up');
    await marks.finish(mark);
    return;
  }
  try {
    const waiting: Escalation[] = [];
    const filter = { statuses: ['open', 'claimed'], snoozed: false, urgentAt: at } as const;
    for await (const escalation of pagesOf(escalations, filter)) waiting.push(escalation);
    const { snoozed } = await escalations.counts();
    const written = writeDigest(waiting, snoozed, at, plan, consoleUrl());
    for (const to of plan.digest.to)
      await mail.send({ id: `digest-${day}-${hashOf(to).slice(0, 12)}`, to, ...written });
    await marks.finish(mark);
  } catch (error) {
    // Some may have been handed over already: their ids keep them from being sent again.
    await marks.release(mark);
    throw error;
  }
}
