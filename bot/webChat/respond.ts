// Answers a GET with a file from memory: compressed where the browser can, 304 where it has it already.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Asset } from './assets.ts';

/**
 * What every answer of the web chat carries. No inline script or style, and no other host but our own, for streams as well.
 * @param ownOrigin "https://bot.example.org"
 */
function securityHeaders(ownOrigin: string): Readonly<Record<string, string>> {
  // Not every browser takes 'self' to mean the streams of the same host, too: http becomes ws, https becomes wss.
  const streams = ownOrigin.replace(/^http/u, 'ws');
  return {
    'Content-Security-Policy':
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${streams}; img-src 'self' data:; ` +
      "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

interface Prepared {
  readonly etag: string;
  readonly encodings: Map<string, Buffer>;
}

/** Compressed once, on the first request; assets live as long as the process, and so does this. */
const prepared = new WeakMap<Asset, Prepared>();

export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
  headers: Readonly<Record<string, string>>,
  ownOrigin: string,
): void {
  const { etag, encodings } = prepare(asset);
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  // A strong tag names the exact bytes, so each encoding has its own.
  const tag = encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`;
  const vary = headers.Vary ? `Accept-Encoding, ${headers.Vary}` : 'Accept-Encoding';
  const common = { ...securityHeaders(ownOrigin), ...headers, ETag: tag, Vary: vary };
  if (
    request.headers['if-none-match']?.split(',').some((known) => known.trim().replace(/^W\//u, '') === tag)
  ) {
    response.writeHead(304, common);
    response.end();
    return;
  }
  const body = encodings.get(encoding) ?? compress(asset.body, encoding);
  encodings.set(encoding, body);
  response.writeHead(200, {
    ...common,
    'Content-Type': asset.type,
    'Content-Length': body.length,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function prepare(asset: Asset): Prepared {
  const known = prepared.get(asset);
  if (known) return known;
  const made = {
    etag: createHash('sha256').update(asset.body).digest('base64url').slice(0, 22),
    encodings: new Map(),
  };
  prepared.set(asset, made);
  return made;
}

type Encoding = 'br' | 'gzip' | 'identity';

function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .split(',')
    .map((offer) => offer.trim().toLowerCase())
    .filter((offer) => !/;\s*q=0(\.0*)?$/u.test(offer))
    .map((offer) => offer.split(';')[0]);
  if (offers.includes('br')) return 'br';
  return offers.includes('gzip') ? 'gzip' : 'identity';
}

function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
    });
  return encoding === 'gzip' ? gzipSync(body, { level: 9 }) : body;
}
