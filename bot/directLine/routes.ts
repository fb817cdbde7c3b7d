// The HTTP side of Direct Line 3.0, as stock clients call it.
// Protocol: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference
import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { notJson, parseJson, readBody } from '../http/body.ts';
import type { ClientAddress } from '../http/clientAddress.ts';
import type { Limit } from '../http/limits.ts';
import { sendError, sendJson } from '../http/respond.ts';
import type { ActivityLog, NewActivity } from './activityLog.ts';
import { incomingActivitySchema, maxValueLength } from './directLineActivity.ts';
import type { Origins } from './origins.ts';
import { presentActivity } from './present.ts';
import type { ResumeSecrets } from './resumeSecrets.ts';
import { parseWatermark } from './stream.ts';
import { hashSecret, makeSecret, type TokenHolder, type Tokens, tokenSeconds } from './tokens.ts';

export interface RouteOptions {
  readonly log: ActivityLog;
  readonly secrets: ResumeSecrets;
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly now: () => Date;
  readonly clientAddress: ClientAddress;
  readonly limits: { readonly messages: Limit; readonly requests: Limit; readonly newTokens: Limit };
  /** A visitor's activity is on disk: the bot has something to do. */
  readonly onActivity: (conversationId: string) => void;
  /** Something was appended that viewers should see. */
  readonly onAppended: (conversationId: string) => void;
}

const base = '/v3/directline';
const bodyLimit = 256 * 1024;
/** Activities a poll returns at most; the watermark leads to the rest. */
const pageSize = 500;

const localeBody = z.object({ locale: z.string().max(35).optional() });
const resumeBody = z.object({ conversationId: z.string().max(64), resumeSecret: z.string().min(1).max(100) });

/** Mounts the endpoint on a server. */
export function mountDirectLineRoutes(server: Server, options: RouteOptions): void {
  const { log, secrets, tokens, origins, now, limits, clientAddress } = options;

  /** What every route does first: CORS, origin, how often. @returns false when the request was answered */
  async function admit(req: Request, res: Response): Promise<boolean> {
    const origin = req.headers.origin;
    if (!origins.allows(req)) {
      sendError(
        res,
        403,
        'OriginNotAllowed',
        'This web page may not use this chat. Add its origin to WEB_CHAT_ORIGINS.',
      );
      return false;
    }
    if (origin !== undefined) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      // A page of another site would not see them otherwise.
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
      res.setHeader('Vary', 'Origin');
    }
    return within(res, limits.requests, clientAddress(req));
  }

  /** The token's holder, or null when the request was refused. A foreign and an unknown conversation look the same. */
  function holderOf(req: Request, res: Response): TokenHolder | null {
    const verdict = tokens.verify(
      /^Bearer +([\w.-]+)$/iu.exec(req.headers.authorization ?? '')?.[1] ?? '',
      'conversation',
    );
    const conversationId: unknown = req.params.id;
    if (verdict.kind === 'expired') {
      sendError(res, 403, 'TokenExpired', 'The token has expired. Resume the conversation to get a new one.');
      return null;
    }
    if (
      verdict.kind === 'invalid' ||
      (conversationId !== undefined && conversationId !== verdict.holder.conversationId)
    ) {
      sendError(res, 403, 'BadArgument', 'The token is not for this conversation.');
      return null;
    }
    return verdict.holder;
  }

  async function jsonBody<T>(
    req: Request,
    res: Response,
    schema: z.ZodType<T>,
    whenEmpty: unknown,
  ): Promise<T | null> {
    const empty =
      (req.headers['content-length'] ?? '0') === '0' && req.headers['transfer-encoding'] === undefined;
    const body = empty ? null : await readBody(req, 'application/json', bodyLimit);
    if (body !== null && !body.ok) {
      sendError(res, body.status, body.code, body.message);
      return null;
    }
    const value = body === null ? whenEmpty : parseJson(body.text);
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (value === undefined) sendError(res, 400, 'BadSyntax', notJson);
    else sendError(res, 400, 'BadArgument', 'The body does not have the fields that this address takes.');
    return null;
  }

  function conversationAnswer(req: Request, holder: TokenHolder, watermark: string | null) {
    const stream = new URL(`${base}/conversations/${holder.conversationId}/stream`, origins.own(req));
    stream.protocol = stream.protocol === 'https:' ? 'wss:' : 'ws:';
    if (watermark !== null) stream.searchParams.set('watermark', watermark);
    stream.searchParams.set('t', tokens.sign(holder, 'stream'));
    return { ...tokenAnswer(holder), streamUrl: stream.href };
  }

  function tokenAnswer(holder: TokenHolder) {
    return {
      conversationId: holder.conversationId,
      token: tokens.sign(holder, 'conversation'),
      expires_in: tokenSeconds,
    };
  }

  server.opts(`${base}/*`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    res.setHeader(
      'Access-Control-Allow-Headers',
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    res.setHeader('Access-Control-Max-Age', '600');
    res.writeHead(204);
    res.end();
  });

  server.post(`${base}/tokens/generate`, async (req: Request, res: Response) => {
    if (!(await admit(req, res)) || !(await within(res, limits.newTokens, clientAddress(req)))) return;
    const body = await jsonBody(req, res, localeBody, {});
    if (body === null) return;
    const holder = {
      conversationId: randomBytes(16).toString('hex'),
      visitorId: `dl_${randomBytes(16).toString('hex')}`,
    };
    const resumeSecret = makeSecret();
    await log.create({
      id: holder.conversationId,
      visitorId: holder.visitorId,
      origin: req.headers.origin ?? null,
      locale: body.locale ?? preferredLocale(req),
      createdAt: now(),
    });
    await secrets.begin(holder.conversationId, hashSecret(resumeSecret));
    sendJson(res, 200, { ...tokenAnswer(holder), resumeSecret });
  });

  server.post(`${base}/tokens/refresh`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    const holder = holderOf(req, res);
    if (holder) sendJson(res, 200, tokenAnswer(holder));
  });

  // Ours, not Azure's: a visitor who comes back after the token has expired proves by a secret that it is their conversation.
  server.post(`${base}/tokens/resume`, async (req: Request, res: Response) => {
    if (!(await admit(req, res)) || !(await within(res, limits.newTokens, clientAddress(req)))) return;
    const body = await jsonBody(req, res, resumeBody, undefined);
    if (body === null) return;
    const resumeSecret = makeSecret();
    const exchanged = await secrets.exchange(
      body.conversationId,
      hashSecret(body.resumeSecret),
      hashSecret(resumeSecret),
      now(),
    );
    const conversation = exchanged ? await log.conversation(body.conversationId) : null;
    if (!conversation) {
      sendError(res, 403, 'BadArgument', 'There is no such conversation to resume.');
      return;
    }
    sendJson(res, 200, {
      ...tokenAnswer({ conversationId: conversation.id, visitorId: conversation.visitorId }),
      resumeSecret,
    });
  });

  server.post(`${base}/conversations`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    const holder = holderOf(req, res);
    if (!holder) return;
    const body = await jsonBody(req, res, localeBody, {});
    if (body === null) return;
    await log.start(holder.conversationId, body.locale ?? null, now());
    const { fresh } = await log.append(holder.conversationId, joined(now()));
    if (fresh) options.onActivity(holder.conversationId);
    sendJson(res, fresh ? 201 : 200, conversationAnswer(req, holder, null));
  });

  server.get(`${base}/conversations/:id`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    const holder = holderOf(req, res);
    if (!holder) return;
    const watermark = watermarkOf(req, res);
    if (watermark === null) return;
    sendJson(res, 200, conversationAnswer(req, holder, watermark === 0 ? null : watermark.toString()));
  });

  server.get(`${base}/conversations/:id/activities`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    const holder = holderOf(req, res);
    if (!holder) return;
    const watermark = watermarkOf(req, res);
    if (watermark === null) return;
    const logged = await log.since(holder.conversationId, watermark, pageSize);
    sendJson(res, 200, {
      activities: logged.flatMap((activity) => presentActivity(holder.conversationId, activity)),
      watermark: (logged.at(-1)?.seq ?? watermark).toString(),
    });
  });

  server.post(`${base}/conversations/:id/activities`, async (req: Request, res: Response) => {
    if (!(await admit(req, res))) return;
    const holder = holderOf(req, res);
    if (!holder || !(await within(res, limits.messages, holder.visitorId))) return;
    const activity = await jsonBody(req, res, incomingActivitySchema, undefined);
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
      if (await admit(req, res))
        sendError(res, 400, 'NotSupported', 'This service takes text messages only.');
    });
  }
}

/** The first activity of every conversation: the visitor has come. The bot answers it with its welcome. */
function joined(at: Date): NewActivity {
  return {
    id: null,
    clientId: 'conversation-start',
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

async function within(res: Response, limit: Limit, key: string): Promise<boolean> {
  const wait = await limit.take(key);
  if (wait === 0) return true;
  res.setHeader('Retry-After', wait.toString());
  sendError(res, 429, 'TooManyRequests', `That was too quick. Please try again in ${wait} seconds.`);
  return false;
}

function preferredLocale(req: Request): string | null {
  return req.headers['accept-language']?.split(',')[0]?.split(';')[0]?.trim().slice(0, 35) || null;
}
