// Reads a request's body with a limit on bytes and time. Nothing is decompressed: a small zip can hide a huge text.
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly status: 400 | 408 | 413 | 415;
      readonly code: string;
      readonly message: string;
    };

const timeLimitMs = 20_000;

/**
 * Reads the whole body as UTF-8 text.
 * @param type the one media type that is accepted ("application/json")
 * @param limit bytes at most
 */
export async function readBody(request: IncomingMessage, type: string, limit: number): Promise<Body> {
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== type) {
    return refuse(415, 'UnsupportedMediaType', `Send the body as ${type}.`);
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refuse(415, 'UnsupportedEncoding', 'Send the body without compression.');
  }
  const tooLarge = refuse(413, 'MessageSizeTooBig', `The body may have at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    request.destroy();
  }, timeLimitMs);
  try {
    for await (const chunk of request) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > limit) return tooLarge;
      chunks.push(bytes);
    }
  } catch {
    return late
      ? refuse(408, 'RequestTimeout', 'The body took too long.')
      : refuse(400, 'BadSyntax', 'The body did not arrive whole.');
  } finally {
    clearTimeout(timer);
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') };
}

function refuse(status: 400 | 408 | 413 | 415, code: string, message: string): Body {
  return { ok: false, status, code, message };
}

/**
 * Parses JSON without throwing.
 * @returns the value, or undefined when the text is no JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
