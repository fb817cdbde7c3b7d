// Conversations of Direct Line 3.0 over HTTP, as stock clients call it: start, reconnect, read, write.
// Protocol: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { sendError, sendJson } from '../http/respond.ts';
import type { ActivityLog, NewActivity } from './activityLog.ts';
import { incomingActivitySchema, maxValueLength } from './directLineActivity.ts';
import { base, type Door } from './door.ts';
import type { Origins } from './origins.ts';
import { presentActivity } from './present.ts';
import { parseWatermark } from './stream.ts';
import { type TokenHolder, type Tokens, tokenAnswer } from './tokens.ts';

/** Activities a poll returns at most; the watermark leads to the rest. */
const pageSize = 500;

const startBody = z.object({ locale: z.string().max(35).optional() });

export function mountConversationRoutes(
  server: Server,
  door: Door,
  options: {
    readonly log: ActivityLog;
    readonly tokens: Tokens;
    readonly origins: Origins;
    readonly now: () => Date;
    /** A visitor's activity is on disk: the bot has something to do. */
    readonly onActivity: (conversationId: string) => void;
    /** Something was appended that viewers should see. */
    readonly onAppended: (conversationId: string) => void;
    /** The visitor reads, without a stream. */
    readonly onPoll: (conversationId: string) => void;
  },
): void {
  const { log, tokens, origins, now } = options;

  function conversationAnswer(req: Request, holder: TokenHolder, watermark: string | null) {
    const stream = new URL(`${base}/conversations/${holder.conversationId}/stream`, origins.own(req));
    stream.protocol = stream.protocol === 'https:' ? 'wss:' : 'ws:';
    if (watermark !== null) stream.searchParams.set('watermark', watermark);
    stream.searchParams.set('t', tokens.sign(holder, 'stream'));
    return { ...tokenAnswer(tokens, holder), streamUrl: stream.href };
  }

  server.post(`${base}/conversations`, async (req: Request, res: Response) => {
    const holder = await door.holder(req, res);
    if (!holder) return;
    const body = await door.body(req, res, startBody, {});
    if (body === null) return;
    await log.start(holder.conversationId, body.locale ?? null, now());
    const { fresh } = await log.append(holder.conversationId, joined(holder.conversationId, now()));
    if (fresh) options.onActivity(holder.conversationId);
    sendJson(res, fresh ? 201 : 200, conversationAnswer(req, holder, null));
  });

  server.get(`${base}/conversations/:id`, async (req: Request, res: Response) => {
    const holder = await door.holder(req, res);
    if (!holder) return;
    const watermark = watermarkOf(req, res);
    if (watermark === null) return;
    sendJson(res, 200, conversationAnswer(req, holder, watermark === 0 ? null : watermark.toString()));
  });

  server.get(`${base}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const holder = await door.holder(req, res);
    if (!holder) return;
    const watermark = watermarkOf(req, res);
    if (watermark === null) return;
    options.onPoll(holder.conversationId);
    // One beyond the end would hide all that is still to come.
    const from = Math.min(watermark, await log.lastSeq(holder.conversationId));
    const logged = await log.since(holder.conversationId, from, pageSize);
    sendJson(res, 200, {
      activities: logged.flatMap((activity) => presentActivity(holder.conversationId, activity)),
      watermark: (logged.at(-1)?.seq ?? from).toString(),
    });
  });

  server.post(`${base}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const holder = await door.holder(req, res);
    if (!holder || !(await door.mayWrite(res, holder))) return;
    const activity = await door.body(req, res, incomingActivitySchema, undefined);
    if (activity === null) return;
    if (activity.type !== 'message') {
      sendJson(res, 200, { id: `${holder.conversationId}|${activity.type}` });
      return;
    }
    if (JSON.stringify(activity.value ?? null).length > maxValueLength) {
      sendError(res, 400, 'BadArgument', 'The value of the activity is too large.');
      return;
    }
    const appended = await log.append(holder.conversationId, {
      id: null,
      clientId: activity.channelData?.clientActivityID ?? null,
      sender: 'visitor',
      at: now(),
      pending: true,
      body: {
        type: 'message',
        from: { id: holder.visitorId, role: 'user' },
        text: activity.text,
        ...(activity.locale === undefined ? {} : { locale: activity.locale }),
        ...(activity.value === undefined ? {} : { value: activity.value }),
        // The files themselves are not kept; the dialog only needs to know that there were some.
        ...(activity.attachments?.length ? { attachmentsLeftOut: activity.attachments.length } : {}),
        channelData: activity.channelData ?? {},
      },
    });
    if (appended.fresh) {
      options.onAppended(holder.conversationId);
      options.onActivity(holder.conversationId);
    }
    sendJson(res, 200, { id: appended.id });
  });

  for (const path of [`${base}/conversations/:id/upload`, `${base}/session/getsessionid`]) {
    server.post(path, async (req: Request, res: Response) => {
      if (await door.admit(req, res))
        sendError(res, 400, 'NotSupported', 'This service takes text messages only.');
    });
  }
}

/** The first activity of every conversation: the visitor has come. The bot answers it with its welcome. */
function joined(conversationId: string, at: Date): NewActivity {
  return {
    // An id, not a client's id: these are the clients' own to choose.
    id: `${conversationId}|join`,
    clientId: null,
    sender: 'visitor',
    at,
    pending: true,
    body: { type: 'conversationUpdate' },
  };
}

function watermarkOf(req: Request, res: Response): number | null {
  const watermark = parseWatermark(new URLSearchParams(req.getQuery()).get('watermark'));
  if (watermark === null) sendError(res, 400, 'BadArgument', 'The watermark is not one of ours.');
  return watermark;
}
