// Posts an activity to a channel's connector: once, within a time limit, following no redirect. The SDK's own client posts up to
// four times where nobody can tell whether the first one arrived, and waits for a silent connector without limit.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#reply-to-activity
import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Why an activity did not go out, or may not have. Holds nothing of what was to be said. */
export class ConnectorError extends Error {
  /** The connector's answer, if it gave one. */
  readonly statusCode: number | undefined;
  /** Of the system ("ECONNREFUSED"), or signInFailed. */
  readonly code: string | undefined;
  /** Milliseconds for which it wants no more, if it said so. */
  readonly retryAfterMs: number | undefined;
  constructor(
    message: string,
    found: { statusCode?: number; code?: string; retryAfterMs?: number | undefined; cause?: unknown },
  ) {
    super(message, { cause: found.cause });
    this.statusCode = found.statusCode;
    this.code = found.code;
    this.retryAfterMs = found.retryAfterMs;
  }
}

/** There was no token to post with, so nothing was posted. */
export const signInFailed = 'SIGN_IN_FAILED';

/**
 * @param activity addressed already: its conversation, and what it replies to
 * @param token a bearer token for the connector, or null where it wants none
 * @param signal ends the attempt
 * @returns the id the channel gave the activity; '' when it told none
 * @throws ConnectorError
 */
export async function postActivity(
  serviceUrl: string,
  activity: Partial<Activity>,
  token: () => Promise<string | null>,
  signal: AbortSignal,
): Promise<string> {
  const bearer = await beforeEnd(signal, token()).catch((cause: unknown) => {
    throw new ConnectorError('The bot could not sign in to its channel.', { code: signInFailed, cause });
  });
  const response = await fetch(addressOf(serviceUrl, activity), {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(activity),
    redirect: 'manual',
    signal,
  }).catch((cause: unknown) => {
    throw new ConnectorError('The channel gave no answer.', { ...systemCode(cause), cause });
  });
  if (!response.ok) {
    const { status, headers } = response;
    await response.body?.cancel();
    throw new ConnectorError(`The channel answered with status ${status}.`, {
      statusCode: status,
      retryAfterMs: readRetryAfter(headers.get('retry-after')),
    });
  }
  // It was accepted: whatever is wrong with the rest of the answer changes nothing about that.
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
}

/** Milliseconds nobody should be kept waiting for longer, whatever a channel asks for. */
const longestRetryAfterMs = 3_600_000;

/** @param header seconds, as the connector gives them; a date is not read */
function readRetryAfter(header: string | null): number | undefined {
  const seconds = /^\s*(\d{1,9})(?:\.\d*)?\s*$/u.exec(header ?? '')?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds) * 1000, longestRetryAfterMs);
}

function addressOf(serviceUrl: string, { conversation, replyToId }: Partial<Activity>): URL {
  const address = new URL(serviceUrl);
  const steps = [
    'v3',
    'conversations',
    conversation?.id ?? '',
    'activities',
    ...(replyToId ? [replyToId] : []),
  ];
  address.pathname = `${address.pathname.replace(/\/+$/u, '')}/${steps.map(encodeURIComponent).join('/')}`;
  address.search = '';
  address.hash = '';
  return address;
}

/** fetch says why it failed in the cause only. */
const systemError = z.object({ cause: z.object({ code: z.string() }) });

function systemCode(error: unknown): { code?: string } {
  const read = systemError.safeParse(error);
  return read.success ? { code: read.data.cause.code } : {};
}

function beforeEnd<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, end]);
}
