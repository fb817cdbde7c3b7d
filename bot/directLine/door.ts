// What every Direct Line request passes before anything is done for it: whose page, how often, whose token, which body.
import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import { notJson, parseJson, readBody } from '../http/body.ts';
import type { ClientAddress } from '../http/clientAddress.ts';
import type { Limit } from '../http/limits.ts';
import { sendError } from '../http/respond.ts';
import type { Origins } from './origins.ts';
import type { TokenHolder, Tokens } from './tokens.ts';

/** Where the endpoint is. */
export const base = '/v3/directline';
const bodyLimit = 256 * 1024;

export interface DoorOptions {
  readonly tokens: Tokens;
  readonly origins: Origins;
  readonly clientAddress: ClientAddress;
  readonly limits: { readonly messages: Limit; readonly requests: Limit; readonly newTokens: Limit };
}

/** Each function has answered the request when it gives false or null. */
export interface Door {
  /** What every route does first: CORS, origin, how often. */
  admit(req: Request, res: Response): Promise<boolean>;
  /** Admits a client that asks for a token of a new or an old conversation. */
  admitNewcomer(req: Request, res: Response): Promise<boolean>;
  /** Admits the holder of a token. A foreign and an unknown conversation look the same. */
  holder(req: Request, res: Response): Promise<TokenHolder | null>;
  /** May this visitor send another message? */
  mayWrite(res: Response, holder: TokenHolder): Promise<boolean>;
  /** @param whenEmpty what stands for an empty body; undefined where there must be one */
  body<T>(req: Request, res: Response, schema: z.ZodType<T>, whenEmpty: unknown): Promise<T | null>;
}

export function createDoor({ tokens, origins, clientAddress, limits }: DoorOptions): Door {
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

  return {
    admit,

    admitNewcomer: async (req, res) =>
      (await admit(req, res)) && within(res, limits.newTokens, clientAddress(req)),

    async holder(req, res) {
      if (!(await admit(req, res))) return null;
      const verdict = tokens.verify(
        /^Bearer +([\w.-]+)$/iu.exec(req.headers.authorization ?? '')?.[1] ?? '',
        'conversation',
      );
      const conversationId: unknown = req.params.id;
      if (verdict.kind === 'expired') {
        sendError(
          res,
          403,
          'TokenExpired',
          'The token has expired. Resume the conversation to get a new one.',
        );
        return null;
      }
      if (
        verdict.kind === 'invalid' ||
        (conversationId !== undefined && conversationId !== verdict.holder.conversationId)
      ) {
        sendError(res, 403, 'BadArgument', 'The token is not for this conversation.');
        return null;
      }
      if (!origins.comesFrom(req, verdict.holder.origin)) {
        sendError(res, 403, 'OriginNotAllowed', 'The token was given to another web page.');
        return null;
      }
      return verdict.holder;
    },

    mayWrite: (res, holder) => within(res, limits.messages, holder.visitorId),

    async body(req, res, schema, whenEmpty) {
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
    },
  };
}

/** Answers what browsers ask before they send a page of another site's request. */
export function answerPreflights(server: Server, door: Door): void {
  server.opts(`${base}/*`, async (req: Request, res: Response) => {
    if (!(await door.admit(req, res))) return;
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    res.setHeader(
      'Access-Control-Allow-Headers',
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    res.setHeader('Access-Control-Max-Age', '600');
    res.writeHead(204);
    res.end();
  });
}

async function within(res: Response, limit: Limit, key: string): Promise<boolean> {
  const wait = await limit.take(key);
  if (wait === 0) return true;
  res.setHeader('Retry-After', wait.toString());
  sendError(res, 429, 'TooManyRequests', `That was too quick. Please try again in ${wait} seconds.`);
  return false;
}
