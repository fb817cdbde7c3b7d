// POST /api/messages: everything a request must pass before the SDK and the bot see it.
import type { Activity, InvokeResponse } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { notJson, parseJson, readBody } from '../http/body.ts';
import { sendError, sendJson } from '../http/respond.ts';
import { inspectBearer } from './bearer.ts';
import type { InboundLog, StoredResponse } from './inboundLog.ts';
import { type IncomingActivity, incomingActivitySchema } from './incomingActivity.ts';
import { isAllowedServiceUrl } from './serviceUrl.ts';

export interface GateOptions {
  readonly authentication: BotFrameworkAuthentication;
  /** null: no registration, loopback only, nobody is authenticated. */
  readonly appId: string | null;
  readonly serviceUrlHosts: readonly string[];
  readonly inbound: InboundLog;
  readonly now: () => Date;
  readonly log: Logger;
  /** Runs the turn. @returns the response for an invoke or an expectReplies caller */
  readonly run: (
    caller: AuthenticateRequestResult,
    activity: Activity,
  ) => Promise<InvokeResponse | undefined>;
}

const bodyLimit = 256 * 1024;
const dayMs = 86_400_000;

/** The fields authentication itself needs; everything else is looked at only after it. */
const forAuthentication = z.object({ channelId: z.string().catch(''), serviceUrl: z.string().catch('') });

/** Mounts the route. */
export function mountMessages(server: Server, options: GateOptions): void {
  /** Turns under way, so that a repeat that comes meanwhile waits for the same response. */
  const underWay = new Map<string, Promise<StoredResponse>>();

  server.post('/api/messages', async (req: Request, res: Response) => {
    const body = await readBody(req, 'application/json', bodyLimit);
    if (!body.ok) return sendError(res, body.status, body.code, body.message);
    const json = parseJson(body.text);
    if (json === undefined) return sendError(res, 400, 'BadSyntax', notJson);

    const caller = await authenticate(options, req.headers.authorization, json);
    if (caller.kind === 'refused') {
      res.setHeader('WWW-Authenticate', 'Bearer');
      return sendError(res, 401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
    if (caller.kind === 'unknowable') {
      res.setHeader('Retry-After', '30');
      return sendError(
        res,
        503,
        'ServiceUnavailable',
        'The keys that prove who is calling can not be reached. Please try again.',
      );
    }

    const parsed = incomingActivitySchema.safeParse(json);
    if (!parsed.success) {
      const missing = parsed.error.issues.some(
        (issue) => issue.path[0] === 'serviceUrl' && issue.code === 'invalid_type' && issue.path.length === 1,
      );
      return missing
        ? sendError(res, 400, 'MissingProperty', 'The activity has no serviceUrl.')
        : sendError(
            res,
            400,
            'BadArgument',
            `The activity can not be used: look at ${fieldsOf(parsed.error)}.`,
          );
    }
    if (!isAllowedServiceUrl(parsed.data.serviceUrl, options.serviceUrlHosts, options.appId === null)) {
      return sendError(res, 403, 'ServiceUrlNotAllowed', 'Replies are not sent to this serviceUrl.');
    }
    respond(res, await handleOnce(parsed.data, caller.result));
  });

  async function handleOnce(
    activity: IncomingActivity,
    caller: AuthenticateRequestResult,
  ): Promise<StoredResponse> {
    if (activity.id === undefined) return handle(activity, caller);
    const key = JSON.stringify([activity.channelId, activity.conversation.id, activity.id]);
    const known = underWay.get(key) ?? (await options.inbound.find(key));
    if (known) return known;
    // Looked up again: another request may have begun while this one was asking the database.
    const begun = underWay.get(key) ?? begin(key, activity, caller);
    return begun;
  }

  function begin(
    key: string,
    activity: IncomingActivity,
    caller: AuthenticateRequestResult,
  ): Promise<StoredResponse> {
    const turn = (async () => {
      const response = await handle(activity, caller);
      const at = options.now();
      await options.inbound.done(key, response, at);
      await options.inbound.forgetBefore(new Date(at.getTime() - dayMs));
      return response;
    })().finally(() => underWay.delete(key));
    underWay.set(key, turn);
    return turn;
  }

  async function handle(
    activity: IncomingActivity,
    caller: AuthenticateRequestResult,
  ): Promise<StoredResponse> {
    const result = await options.run(caller, toActivity(activity));
    return {
      status: result?.status ?? 200,
      body: result?.body === undefined ? null : JSON.stringify(result.body),
    };
  }
}

type Caller =
  | { readonly kind: 'known'; readonly result: AuthenticateRequestResult }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknowable' };

async function authenticate(
  options: GateOptions,
  authorization: string | undefined,
  json: unknown,
): Promise<Caller> {
  const { channelId, serviceUrl } = forAuthentication.catch({ channelId: '', serviceUrl: '' }).parse(json);
  if (options.appId !== null) {
    const bearer = inspectBearer(authorization, options.appId);
    // An activity without a serviceUrl passes here, for the SDK skips that check: it is refused by its shape.
    if (bearer === null || (serviceUrl !== '' && bearer.serviceUrl !== serviceUrl))
      return { kind: 'refused' };
  }
  try {
    const claimed = { ...blankActivity, type: 'message', channelId, serviceUrl };
    return {
      kind: 'known',
      result: await options.authentication.authenticateRequest(
        claimed,
        options.appId === null ? '' : (authorization ?? ''),
      ),
    };
  } catch (error) {
    if (isUnreachable(error)) {
      options.log.error({ err: error }, 'the signing keys of the Bot Framework can not be fetched');
      return { kind: 'unknowable' };
    }
    return { kind: 'refused' };
  }
}

/** The SDK reports keys it could not fetch as an error of its own with status 500, or as node-fetch's. */
function isUnreachable(error: unknown): boolean {
  return (
    (error instanceof AuthenticationError && error.statusCode === 500) ||
    (error instanceof Error && error.name === 'FetchError')
  );
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
