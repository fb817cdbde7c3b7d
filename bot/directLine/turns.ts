// Brings a web conversation's activities to the bot: one after the other, again after a crash, each with one effect.
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { TurnParts } from '../bot.ts';
import { ownServiceUrl } from '../gate/serviceUrl.ts';
import { type Instances, onlyInstance } from '../instances.ts';
import { createKeyedQueue } from '../keyedQueue.ts';
import type { LogId } from '../logIds.ts';
import { UnavailableError } from '../unavailable.ts';
import type { ActivityLog, LoggedActivity, WebConversation } from './activityLog.ts';
import { botAccount } from './present.ts';

/** Milliseconds to wait for the rest of a question that was sent in pieces. */
const joinWindowMs = 1200;
/** A turn that fails is tried again before the visitor is told; after so many milliseconds, and after twice as many. */
const tries = 3;
const retryPauseMs = 500;
/** Milliseconds between two looks for what still waits, because it could not be worked on before. */
const lookMs = 10_000;

export interface Turns {
  /** There is something to do in this conversation. */
  wake(conversationId: string): void;
  /** Another instance has taken something in this conversation: what is waited for here may have come. */
  nudge(conversationId: string): void;
  /** Looks at once for what waits. */
  look(): void;
  /** Takes up what a crash left behind, and from then on what could not be worked on. */
  start(): void;
  /** Ends after the turns under way. */
  stop(): Promise<void>;
}

export function createTurns(options: {
  log: ActivityLog;
  run: (activity: Activity, parts: TurnParts) => Promise<unknown>;
  /** Tells the visitor that something went wrong here. */
  apologise: (conversation: WebConversation, turnId: string) => Promise<void>;
  logger: Pick<Logger, 'error'>;
  logId: LogId;
  /** Those that work on the same conversations. */
  instances?: Pick<Instances, 'tryAlone'>;
  /** Tests are in a hurry. */
  lookEveryMs?: number;
}): Turns {
  const { log, run, apologise, logger, logId, instances = onlyInstance } = options;
  const conversations = createKeyedQueue();
  /** Who waits for the next message of a conversation. */
  const waiting = new Map<string, () => void>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  /** An instance that is at it looks again when it has ended: what came meanwhile, to whichever of them, is not left lying. */
  async function drainAlone(conversationId: string): Promise<void> {
    const key = JSON.stringify(['directline', conversationId]);
    do {
      const { mine } = await instances.tryAlone(key, () => drain(conversationId));
      if (!mine) return;
    } while (!stopped && (await log.pending(conversationId)).length > 0);
  }

  async function drain(conversationId: string): Promise<void> {
    const conversation = await log.conversation(conversationId);
    if (!conversation) return;
    for (;;) {
      const first = (await log.pending(conversationId)).at(0);
      if (!first || stopped) return;
      await handle(conversation, first);
    }
  }

  async function handle(conversation: WebConversation, first: LoggedActivity): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await run(toActivity(conversation, first), await partsOf(conversation.id, first.seq));
        break;
      } catch (error) {
        // Nothing can be stored, so nobody can be told either: the turn waits for the next look.
        if (error instanceof UnavailableError) throw error;
        logger.error({ err: error, conversation: logId(conversation.id), attempt }, 'a turn failed');
        if (stopped) return;
        if (attempt === tries) {
          await apologise(conversation, first.id);
          break;
        }
        await pause(attempt * retryPauseMs);
      }
    }
    await log.handled(conversation.id, first.seq);
  }

  /** What belongs to the turn of a message: as it was settled when the turn ran before, else what is there or comes in time. */
  async function partsOf(conversationId: string, first: number): Promise<TurnParts> {
    const before = (await log.pending(conversationId)).filter(({ turn }) => turn === first);
    const taken = [first];
    return {
      settled:
        before.length === 0
          ? null
          : before.filter(({ seq }) => seq !== first).map(({ body }) => body.text ?? ''),
      next: async () => {
        const next = await following(conversationId, taken);
        if (next) taken.push(next.seq);
        return next?.body.text ?? null;
      },
      settle: () => log.settleTurn(conversationId, taken),
    };
  }

  /** The next plain text of the visitor after those taken, if it is there or comes in time. */
  async function following(conversationId: string, taken: readonly number[]): Promise<LoggedActivity | null> {
    const look = async () =>
      (await log.pending(conversationId)).find((activity) => !taken.includes(activity.seq)) ?? null;
    let next = await look();
    if (!next && !stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, joinWindowMs);
        waiting.set(conversationId, () => {
          clearTimeout(timer);
          resolve();
        });
      });
      waiting.delete(conversationId);
      next = await look();
    }
    return next?.body.type === 'message' && next.body.value === undefined && next.body.text ? next : null;
  }

  function nudge(conversationId: string): void {
    waiting.get(conversationId)?.();
  }

  function wake(conversationId: string): void {
    nudge(conversationId);
    if (stopped) return;
    void conversations.run(conversationId, () =>
      drainAlone(conversationId).catch((error: unknown) =>
        logger.error({ err: error }, 'a conversation could not be worked on'),
      ),
    );
  }

  function look(): void {
    if (stopped) return;
    log.pendingConversations().then(
      (waitingOnes) => {
        for (const conversationId of waitingOnes)
          if (!conversations.isBusy(conversationId)) wake(conversationId);
      },
      (error: unknown) => logger.error({ err: error }, 'what waits could not be looked up'),
    );
  }

  return {
    wake,
    nudge,
    look,
    start: () => {
      look();
      timer = setInterval(look, options.lookEveryMs ?? lookMs);
      timer.unref();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      for (const end of waiting.values()) end();
      await conversations.idle();
    },
  };
}

function toActivity(conversation: WebConversation, logged: LoggedActivity): Activity {
  const base = {
    id: logged.id,
    channelId: 'directline',
    serviceUrl: ownServiceUrl,
    timestamp: logged.at,
    from: { id: conversation.visitorId, name: '' },
    recipient: { ...botAccount },
    conversation: { id: conversation.id, isGroup: false, conversationType: 'personal', name: '' },
    locale: logged.body.locale ?? conversation.locale ?? undefined,
    callerId: '',
    label: '',
    listenFor: [],
    localTimezone: '',
    valueType: '',
    text: logged.body.text ?? '',
  };
  if (logged.body.type === 'conversationUpdate')
    return { ...base, type: 'conversationUpdate', membersAdded: [{ ...botAccount }] };
  const files = logged.body.attachmentsLeftOut ? [{ contentType: 'application/octet-stream' }] : [];
  return { ...base, type: 'message', value: logged.body.value, attachments: files };
}
