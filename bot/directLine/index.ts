// The self-hosted Direct Line 3.0 endpoint: HTTP, streams and the log behind them, put together.
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { OwnChannel } from '../adapter.ts';
import type { ClientAddress } from '../http/clientAddress.ts';
import { createLimit, type RateSettings } from '../http/limits.ts';
import { type Instances, onlyInstance } from '../instances.ts';
import type { ActivityLog } from './activityLog.ts';
import { mountConversationRoutes } from './conversationRoutes.ts';
import { directLineActivitySchema } from './directLineActivity.ts';
import { answerPreflights, createDoor } from './door.ts';
import type { Origins } from './origins.ts';
import { botAccount } from './present.ts';
import type { ResumeSecrets } from './resumeSecrets.ts';
import { attachStreams } from './stream.ts';
import { mountTokenRoutes } from './tokenRoutes.ts';
import { createTokens } from './tokens.ts';

export interface DirectLine {
  /** Where the bot's activities for our own web chat go. */
  readonly channel: OwnChannel;
  /** When the visitor had the chat open last: now, if they have. */
  lastSeen(conversationId: string): Promise<Date | null>;
  /** Cuts all streams; clients resume by themselves. */
  dropStreams(): void;
  close(): void;
}

/** Milliseconds: a client that polls does so every second. */
const notePollsEveryMs = 30_000;

export function mountDirectLine(
  server: Server,
  options: {
    log: ActivityLog;
    secrets: ResumeSecrets;
    signingKey: string;
    origins: Origins;
    rates: RateSettings;
    clientAddress: ClientAddress;
    now: () => Date;
    logger: Logger;
    /** Those whose streams may show the same conversations. */
    instances?: Pick<Instances, 'tell' | 'hear'>;
    /** A visitor's activity is on disk and waits for the bot. */
    onActivity: (conversationId: string) => void;
  },
): DirectLine {
  const { log, origins, rates, clientAddress, now, logger, onActivity, instances = onlyInstance } = options;
  const tokens = createTokens(options.signingKey, now);
  const requests = createLimit(rates.requestsPerMinute, 60);
  const noteSeen = (ids: readonly string[], notSince?: Date) => {
    log.seen(ids, now(), notSince).catch((error: unknown) => {
      logger.error({ err: error }, 'who looks could not be written down');
    });
  };
  const streams = attachStreams({
    server: server.server,
    log,
    tokens,
    origins,
    requests,
    clientAddress,
    onSeen: (ids) => noteSeen(ids),
    onFault: (error) => logger.error({ err: error }, 'a stream failed'),
  });
  const onAppended = (conversation: string) => {
    streams.notify(conversation);
    instances.tell({ kind: 'appended', conversation });
  };
  const showTyping = (conversation: string) =>
    streams.flash(conversation, { type: 'typing', from: botAccount, conversation: { id: conversation } });
  const deafen = instances.hear((news) => {
    if (news.kind === 'appended') streams.notify(news.conversation);
    if (news.kind === 'typing') showTyping(news.conversation);
    if (news.kind === 'missed') streams.notifyAll();
  });
  const door = createDoor({
    tokens,
    origins,
    clientAddress,
    limits: {
      messages: createLimit(rates.messagesPerMinute, 60),
      requests,
      newTokens: createLimit(rates.tokensPerMinute, 60),
    },
  });
  answerPreflights(server, door);
  mountTokenRoutes(server, door, { log, secrets: options.secrets, tokens, origins, now });
  mountConversationRoutes(server, door, {
    log,
    tokens,
    origins,
    now,
    onActivity,
    onAppended,
    onPoll: (id) => noteSeen([id], new Date(now().getTime() - notePollsEveryMs)),
  });
  return {
    channel: {
      post: async (conversationId, activity, id, sender) => {
        if (activity.type === 'typing') {
          showTyping(conversationId);
          instances.tell({ kind: 'typing', conversation: conversationId });
        }
        // Nothing else is meant for visitors.
        if (activity.type !== 'message') return;
        const { conversation: _, recipient: __, serviceUrl: ___, ...kept } = activity;
        const body = directLineActivitySchema.parse({ ...kept, from: botAccount });
        await log.append(conversationId, { id, clientId: null, sender, body, at: now(), pending: false });
        onAppended(conversationId);
      },
    },
    lastSeen: async (id) => (streams.isOpen(id) ? now() : log.lastSeen(id)),
    dropStreams: streams.drop,
    close: () => {
      deafen();
      streams.close();
    },
  };
}
