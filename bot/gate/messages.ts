// POST /api/messages: everything a request must pass before the SDK and the bot see it.
import { randomUUID } from 'node:crypto';
import type { Activity, InvokeResponse } from 'botbuilder';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { notJson, parseJson, readBody } from '../http/body.ts';
import { sendError, sendJson } from '../http/respond.ts';
import { isLoopback } from '../loopback.ts';
import type { BearerCheck } from './bearer.ts';
import type { InboundLog, StoredResponse } from './inboundLog.ts';
import { type IncomingActivity, incomingActivitySchema } from './incomingActivity.ts';
import { isAllowedServiceUrl } from './serviceUrl.ts';

export interface GateOptions {
  /** null: no registration, so nobody can be authenticated and only clients on this machine are served. */
  readonly checkBearer: BearerCheck | null;
  readonly serviceUrlHosts: readonly string[];
  readonly inbound: InboundLog;
  readonly now: () => Date;
  readonly log: Logger;
  /** Runs the turn. @returns the response for an invoke or an expectReplies caller */
  readonly run: (activity: Activity) => Promise<InvokeResponse | undefined>;
  /** Does the work when nothing else is done in the activity's conversation: each turn reads the state that the one before has left. */
  readonly inTurn: <Value>(activity: Activity, work: () => Promise<Value>) => Promise<Value>;
}

const bodyLimit = 256 * 1024;
const dayMs = 86_400_000;

/** The fields authentication itself needs; everything else is looked at only after it. */
const forAuthentication = z
  .object({ channelId: z.string().catch(''), serviceUrl: z.string().catch('') })
  .catch({ channelId: '', serviceUrl: '' });

/** @returns a function that waits for the turns under way */
export function mountMessages(server: Server, options: GateOptions): () => Promise<void> {
  const { checkBearer, log } = options;
  /** By key, so that a repeat that comes meanwhile waits for the same response. */
  const underWay = new Map<string, Promise<StoredResponse>>();

  server.post('/api/messages', async (req: Request, res: Response) => {
    if (checkBearer === null && !isFromThisMachine(req)) {
      return sendError(res, 403, 'Forbidden', 'Without an app id only clients on this machine are served.');
    }
    const body = await readBody(req, 'application/json', bodyLimit);
    if (!body.ok) return sendError(res, body.status, body.code, body.message);
    const json = parseJson(body.text);
    if (json === undefined) return sendError(res, 400, 'BadSyntax', notJson);

    const verdict = await checkBearer?.(req.headers.authorization, forAuthentication.parse(json));
    if (verdict?.kind === 'refused') {
      res.setHeader('WWW-Authenticate', 'Bearer');
      return sendError(res, 401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
    if (verdict?.kind === 'unknowable') {
      log.error({ err: verdict.cause }, 'the signing keys of the Bot Framework can not be fetched');
      res.setHeader('Retry-After', '30');
      return sendError(
        res,
        503,
        'ServiceUnavailable',
        'The keys that prove who is calling can not be reached. Please try again.',
      );
    }

    const parsed = incomingActivitySchema.safeParse(json);
    if (!parsed.success) return sendShapeError(res, parsed.error);
    if (!isAllowedServiceUrl(parsed.data.serviceUrl, options.serviceUrlHosts, checkBearer === null)) {
      return sendError(res, 403, 'ServiceUrlNotAllowed', 'Replies are not sent to this serviceUrl.');
    }
    // The name of our own web chat: whoever proves nothing could speak in a visitor's conversation.
    if (checkBearer === null && parsed.data.channelId.toLowerCase() === 'directline') {
      return sendError(res, 403, 'ChannelNotAllowed', 'Without an app id this channel has its own address.');
    }
    respond(res, await handleOnce(parsed.data));
  });

  async function handleOnce(activity: IncomingActivity): Promise<StoredResponse> {
    // One without an id can't come again.
    if (activity.id === undefined)
      return track(
        randomUUID(),
        options.inTurn(toActivity(activity), () => handle(activity)),
      );
    const key = JSON.stringify([activity.channelId, activity.conversation.id, activity.id]);
    const known = underWay.get(key) ?? (await options.inbound.find(key));
    if (known) return known;
    // Looked up again: another request may have begun while this one was asking the database.
    return underWay.get(key) ?? track(key, begin(key, activity));
  }

  function begin(key: string, activity: IncomingActivity): Promise<StoredResponse> {
    return options.inTurn(toActivity(activity), async () => {
      // Another instance may have handled it while this one waited.
      const known = await options.inbound.find(key);
      if (known) return known;
      const response = await handle(activity);
      const at = options.now();
      await options.inbound.done(key, response, at);
      await options.inbound.forgetBefore(new Date(at.getTime() - dayMs));
      return response;
    });
  }

  function track(key: string, turn: Promise<StoredResponse>): Promise<StoredResponse> {
    const tracked = turn.finally(() => underWay.delete(key));
    underWay.set(key, tracked);
    return tracked;
  }

  async function handle(activity: IncomingActivity): Promise<StoredResponse> {
    try {
      const result = await options.run(toActivity(activity));
      return {
        status: result?.status ?? 200,
        body: result?.body === undefined ? null : JSON.stringify(result.body),
      };
    } catch (error) {
      // The channel would only send the same again; what the turn had stored is stored (reliability S8).
      log.error({ err: error }, 'a turn of a channel failed');
      return { status: 200, body: null };
    }
  }

  return async () => {
    await Promise.allSettled(underWay.values());
  };
}

/**
 * Did the client itself reach us on this machine? A proxy says that it passes on what others sent, and a web page whose name
 * was made to lead here (DNS rebinding) still sends that name.
 */
function isFromThisMachine({ headers }: Request): boolean {
  const host = `http://${headers.host ?? ''}`;
  const passedOn = Object.keys(headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  return !passedOn && URL.canParse(host) && isLoopback(new URL(host).hostname);
}

function sendShapeError(res: Response, error: z.ZodError): void {
  const missing = error.issues.some(
    (issue) => issue.path[0] === 'serviceUrl' && issue.code === 'invalid_type' && issue.path.length === 1,
  );
  if (missing) sendError(res, 400, 'MissingProperty', 'The activity has no serviceUrl.');
  else sendError(res, 400, 'BadArgument', `The activity can not be used: look at ${fieldsOf(error)}.`);
}

const blankActivity = {
  callerId: '',
  label: '',
  listenFor: [],
  localTimezone: '',
  text: '',
  valueType: '',
  conversation: { id: '', isGroup: false, conversationType: '', name: '' },
  from: { id: '', name: '' },
  recipient: { id: '', name: '' },
};

/** The checked activity in the SDK's type: what the SDK wants and the request left out is filled in. */
export function toActivity(incoming: IncomingActivity): Activity {
  const { timestamp, ...rest } = incoming;
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const time = timestamp ? new Date(timestamp) : null;
  return {
    ...blankActivity,
    ...present,
    ...(time && !Number.isNaN(time.getTime()) ? { timestamp: time } : {}),
    type: incoming.type,
    channelId: incoming.channelId,
    serviceUrl: incoming.serviceUrl,
    conversation: {
      ...incoming.conversation,
      isGroup: incoming.conversation.isGroup ?? false,
      conversationType: incoming.conversation.conversationType ?? '',
      name: '',
      ...(incoming.conversation.tenantId
        ? { tenantId: incoming.conversation.tenantId }
        : { tenantId: undefined }),
    },
    from: account(incoming.from),
    recipient: account(incoming.recipient),
  };
}

function account(from: IncomingActivity['from']) {
  return {
    id: from.id,
    name: from.name ?? '',
    ...(from.aadObjectId ? { aadObjectId: from.aadObjectId } : {}),
  };
}

function fieldsOf(error: z.ZodError): string {
  const known = new Set(Object.keys(incomingActivitySchema.shape));
  const fields = error.issues
    .map((issue) => issue.path[0]?.toString() ?? '')
    .filter((field) => known.has(field));
  return fields.length === 0 ? 'its type: it must be a JSON object' : [...new Set(fields)].join(', ');
}

function respond(res: Response, response: StoredResponse): void {
  if (response.body !== null) {
    sendJson(res, response.status, JSON.parse(response.body));
    return;
  }
  res.writeHead(response.status);
  res.end();
}
