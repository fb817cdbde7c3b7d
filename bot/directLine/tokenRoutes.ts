// Tokens of Direct Line 3.0: a new conversation's, the next one, and, ours alone, that of a conversation one comes back to.
import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { preferredLanguage } from '../http/acceptLanguage.ts';
import { sendError, sendJson } from '../http/respond.ts';
import { hashOf, newSecret } from '../secrets.ts';
import type { ActivityLog } from './activityLog.ts';
import { base, type Door } from './door.ts';
import type { Origins } from './origins.ts';
import type { ResumeSecrets } from './resumeSecrets.ts';
import { type Tokens, tokenAnswer } from './tokens.ts';

const localeBody = z.object({ locale: z.string().max(35).optional() });
const resumeBody = z.object({ conversationId: z.string().max(64), resumeSecret: z.string().min(1).max(100) });

export function mountTokenRoutes(
  server: Server,
  door: Door,
  options: {
    readonly log: ActivityLog;
    readonly secrets: ResumeSecrets;
    readonly tokens: Tokens;
    readonly origins: Origins;
    readonly now: () => Date;
  },
): void {
  const { log, secrets, tokens, origins, now } = options;

  server.post(`${base}/tokens/generate`, async (req: Request, res: Response) => {
    if (!(await door.admitNewcomer(req, res))) return;
    const body = await door.body(req, res, localeBody, {});
    if (body === null) return;
    const holder = {
      conversationId: randomBytes(16).toString('hex'),
      visitorId: `dl_${randomBytes(16).toString('hex')}`,
      origin: req.headers.origin ?? null,
    };
    const resumeSecret = newSecret();
    await log.create({
      id: holder.conversationId,
      visitorId: holder.visitorId,
      origin: holder.origin,
      locale: body.locale ?? preferredLanguage(req.headers['accept-language']),
      createdAt: now(),
    });
    await secrets.begin(holder.conversationId, hashOf(resumeSecret));
    sendJson(res, 200, { ...tokenAnswer(tokens, holder), resumeSecret });
  });

  server.post(`${base}/tokens/refresh`, async (req: Request, res: Response) => {
    const holder = await door.holder(req, res);
    if (holder) sendJson(res, 200, tokenAnswer(tokens, holder));
  });

  // A visitor who comes back after the token has expired proves by a secret that it is their conversation.
  server.post(`${base}/tokens/resume`, async (req: Request, res: Response) => {
    if (!(await door.admitNewcomer(req, res))) return;
    const body = await door.body(req, res, resumeBody, undefined);
    if (body === null) return;
    const conversation = await log.conversation(body.conversationId);
    const resumeSecret = newSecret();
    const [presented, next] = [hashOf(body.resumeSecret), hashOf(resumeSecret)];
    // Another page's attempt is not even an attempt: it must not void the visitor's secrets.
    if (
      !conversation ||
      !origins.comesFrom(req, conversation.origin) ||
      !(await secrets.exchange(conversation.id, presented, next, now()))
    ) {
      sendError(res, 403, 'BadArgument', 'There is no such conversation to resume.');
      return;
    }
    const { id: conversationId, visitorId, origin } = conversation;
    sendJson(res, 200, { ...tokenAnswer(tokens, { conversationId, visitorId, origin }), resumeSecret });
  });

  // Ours as well: a page asks, before its chat is opened, whether something came since the visitor's last visit.
  server.post(`${base}/replies`, async (req: Request, res: Response) => {
    if (!(await door.admit(req, res))) return;
    const body = await door.body(req, res, resumeBody, undefined);
    if (body === null) return;
    const conversation = await log.conversation(body.conversationId);
    if (
      conversation &&
      origins.comesFrom(req, conversation.origin) &&
      (await secrets.fits(conversation.id, hashOf(body.resumeSecret), now()))
    )
      sendJson(res, 200, { replies: await log.countReplies(conversation.id) });
    else sendError(res, 403, 'BadArgument', 'There is no such conversation to resume.');
  });
}
