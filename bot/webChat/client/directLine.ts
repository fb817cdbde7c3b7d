// Direct Line 3.0 over fetch and WebSocket: one function per request, each with an outcome instead of an exception.
import type { Unsent } from './store.ts';
import {
  type Credentials,
  readBatch,
  readCredentials,
  readErrorCode,
  readPostedId,
  type WireBatch,
} from './wire.ts';

export type Outcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** The server said no; `retryAfterMs` when it named a time. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number | null;
    }
  /** No answer, or none of the protocol's. */
  | { readonly kind: 'unreachable' };

export interface DirectLine {
  generate(locale: string): Promise<Outcome<Credentials>>;
  refresh(token: string): Promise<Outcome<Credentials>>;
  resume(conversationId: string, resumeSecret: string): Promise<Outcome<Credentials>>;
  start(token: string, locale: string): Promise<Outcome<Credentials>>;
  reconnect(access: Access, watermark: string | null): Promise<Outcome<Credentials>>;
  read(access: Access, watermark: string | null): Promise<Outcome<WireBatch>>;
  send(access: Access, message: Unsent, locale: string): Promise<Outcome<string>>;
  /** Opens the stream; resolves when it closed, with whether it ever was open. */
  stream(streamUrl: string, handlers: StreamHandlers): Promise<boolean>;
}

export interface Access {
  readonly conversationId: string;
  readonly token: string;
}

export interface StreamHandlers {
  readonly signal: AbortSignal;
  onOpen(): void;
  onBatch(batch: WireBatch): void;
}

/** Milliseconds after which a request counts as unanswered. */
const requestTimeout = 20_000;

/**
 * @param endpoint the folder of the protocol, ending in "/": https://HOST/v3/directline/
 * @param request the browser's fetch
 */
export function createDirectLine(endpoint: URL, request: typeof fetch): DirectLine {
  async function call<Value>(
    method: 'GET' | 'POST',
    path: string,
    token: string | null,
    body: unknown,
    parse: (json: unknown) => Value | null,
  ): Promise<Outcome<Value>> {
    const headers = new Headers();
    if (token) headers.set('Authorization', `Bearer ${token}`);
    if (method === 'POST') headers.set('Content-Type', 'application/json');
    try {
      const response = await request(new URL(path, endpoint), {
        method,
        headers,
        body: method === 'POST' ? JSON.stringify(body ?? {}) : null,
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(requestTimeout),
      });
      const json: unknown = await response.json().catch(() => null);
      if (!response.ok) {
        const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
        const retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
        return { kind: 'refused', status: response.status, code: readErrorCode(json), retryAfterMs };
      }
      const value = parse(json);
      return value === null ? { kind: 'unreachable' } : { kind: 'ok', value };
    } catch {
      return { kind: 'unreachable' };
    }
  }

  const of = (conversationId: string, rest: string) =>
    `conversations/${encodeURIComponent(conversationId)}${rest}`;
  const since = (watermark: string | null) =>
    watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`;

  return {
    generate: (locale) => call('POST', 'tokens/generate', null, { locale }, readCredentials),
    refresh: (token) => call('POST', 'tokens/refresh', token, {}, readCredentials),
    resume: (conversationId, resumeSecret) =>
      call('POST', 'tokens/resume', null, { conversationId, resumeSecret }, readCredentials),
    start: (token, locale) => call('POST', 'conversations', token, { locale }, readCredentials),
    reconnect: (access, watermark) =>
      call('GET', of(access.conversationId, since(watermark)), access.token, null, readCredentials),
    read: (access, watermark) =>
      call('GET', of(access.conversationId, `/activities${since(watermark)}`), access.token, null, readBatch),
    send: (access, message, locale) =>
      call(
        'POST',
        of(access.conversationId, '/activities'),
        access.token,
        toActivity(message, locale),
        readPostedId,
      ),
    stream: (streamUrl, handlers) => openStream(new URL(streamUrl, endpoint), endpoint, handlers),
  };
}

function toActivity(message: Unsent, locale: string): unknown {
  return {
    type: 'message',
    from: { id: '' },
    text: message.text,
    locale,
    ...(message.value === null ? {} : { value: message.value }),
    channelData: { clientActivityID: message.clientActivityId },
  };
}

function openStream(url: URL, endpoint: URL, handlers: StreamHandlers): Promise<boolean> {
  // Behind a proxy the server may not know that the page came over https, where a browser refuses ws:.
  if (endpoint.protocol === 'https:') url.protocol = 'wss:';
  return new Promise((resolve) => {
    let opened = false;
    let socket: WebSocket;
    try {
      socket = new WebSocket(url);
    } catch {
      resolve(false);
      return;
    }
    const close = () => socket.close();
    handlers.signal.addEventListener('abort', close);
    socket.addEventListener('open', () => {
      opened = true;
      handlers.onOpen();
    });
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      const batch = parseFrame(event.data);
      if (batch) handlers.onBatch(batch);
    });
    socket.addEventListener('close', () => {
      handlers.signal.removeEventListener('abort', close);
      resolve(opened);
    });
    if (handlers.signal.aborted) close();
  });
}

/** An empty frame only keeps the connection alive. */
function parseFrame(data: unknown): WireBatch | null {
  if (typeof data !== 'string' || !data.trim()) return null;
  try {
    return readBatch(JSON.parse(data));
  } catch {
    return null;
  }
}
