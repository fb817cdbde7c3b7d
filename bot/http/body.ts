// Reads a request's body with a limit on bytes; the limit on time is the server's. Nothing is decompressed: a small zip can
// hide a huge text.
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly status: 400 | 413 | 415;
      readonly code: string;
      readonly message: string;
    };

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
  try {
    for await (const chunk of request) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > limit) return tooLarge;
      chunks.push(bytes);
    }
  } catch {
    // Nobody is there to read it, but whoever called us has to stop here.
    return refuse(400, 'BadSyntax', 'The body did not arrive whole.');
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') };
}

function refuse(status: 400 | 413 | 415, code: string, message: string): Body {
  return { ok: false, status, code, message };
}

/** Levels of objects and lists within each other; what walks through a value by calling itself must not run out of stack. */
const mostLevels = 64;
/** What a client is told whose body parseJson() did not take. */
export const notJson = `The body is not JSON of at most ${mostLevels} levels.`;

/**
 * Parses JSON without throwing.
 * @returns the value, or undefined when the text is no JSON, or is nested deeper than anybody needs
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return levelsOf(value) > mostLevels ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Level by level, not by recursion, which is what deep values break. */
function levelsOf(value: unknown): number {
  let levels = 0;
  for (let level = [value].filter(isContainer); level.length > 0; levels++)
    level = level.flatMap((container) => Object.values(container)).filter(isContainer);
  return levels;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
