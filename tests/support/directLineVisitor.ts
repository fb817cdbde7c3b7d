// A visitor who talks to the Direct Line endpoint by plain HTTP, as a script would.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const token = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  resumeSecret: z.string(),
});
const activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string().optional() }),
  replyToId: z.string().optional(),
  channelData: z
    .looseObject({
      clientActivityID: z.string().optional(),
      reply: z.looseObject({ kind: z.string() }).optional(),
    })
    .optional(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })) })
    .optional(),
});
const activitySet = z.object({ activities: z.array(activity), watermark: z.string() });
export type SeenActivity = z.infer<typeof activity>;

/** Milliseconds between two looks. */
const mostPause = 200;

export interface Visitor {
  readonly conversationId: string;
  readonly token: string;
  readonly resumeSecret: string;
  /** Sends a text or a pressed button. @returns the response's status and the activity's id */
  send(text: string, extra?: Readonly<Record<string, unknown>>): Promise<{ status: number; id: string }>;
  /** All activities after a watermark. */
  read(watermark?: string): Promise<z.infer<typeof activitySet>>;
  /** What the bot said so far. */
  heard(): Promise<SeenActivity[]>;
  /** Sends, and waits for what the bot says to it. */
  ask(text: string, extra?: Readonly<Record<string, unknown>>): Promise<SeenActivity>;
  /** Waits until the bot has said so many things in all. */
  waitFor(count: number): Promise<SeenActivity[]>;
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** Comes to the chat: gets a token, starts the conversation and waits for the welcome. */
export async function comeToChat(url: string, locale = 'en'): Promise<Visitor> {
  const generated = await post(`${url}/v3/directline/tokens/generate`, null, { locale });
  const own = token.parse(await generated.json());
  await post(`${url}/v3/directline/conversations`, own.token, { locale });
  const visitor = visitorOf(url, own);
  await visitor.waitFor(1);
  return visitor;
}

/** The visitor of a conversation that exists. */
export function visitorOf(
  url: string,
  own: { conversationId: string; token: string; resumeSecret: string },
): Visitor {
  const base = `${url}/v3/directline/conversations/${own.conversationId}`;
  const read = async (watermark = '') => {
    const response = await fetch(`${base}/activities?watermark=${watermark}`, {
      headers: { authorization: `Bearer ${own.token}` },
    });
    return activitySet.parse(await response.json());
  };
  const heard = async () => (await read()).activities.filter((seen) => seen.from.role === 'bot');
  const until = async (found: () => Promise<SeenActivity[] | null>): Promise<SeenActivity[]> => {
    // Who asks every few milliseconds on a slow machine is soon told to ask less often.
    for (let pause = 10; ; pause = Math.min(mostPause, pause * 1.3)) {
      const seen = await found();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const send = async (text: string, extra: Readonly<Record<string, unknown>> = {}) => {
    const response = await post(`${base}/activities`, own.token, {
      type: 'message',
      text,
      from: { id: 'me' },
      channelData: { clientActivityID: randomUUID() },
      ...extra,
    });
    const body = z.object({ id: z.string().default('') }).parse(await response.json());
    return { status: response.status, id: body.id };
  };
  const waitFor = (count: number) => until(async () => ((await heard()).length >= count ? heard() : null));
  return {
    ...own,
    send,
    read,
    heard,
    waitFor,
    ask: async (text, extra) => {
      const { id } = await send(text, extra);
      const answers = await until(async () => {
        const replies = (await heard()).filter((seen) => seen.replyToId === id);
        return replies.length > 0 ? replies : null;
      });
      const [first] = answers;
      if (!first) throw new Error('unreachable: until() gave an empty list');
      return first;
    },
    request: (path, init = {}) =>
      fetch(`${base}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${own.token}`, ...init.headers },
      }),
  };
}

/** Posts JSON with a bearer token, or none. */
export function post(
  url: string,
  bearer: string | null,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
}
