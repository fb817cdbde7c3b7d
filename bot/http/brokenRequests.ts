// What never becomes a request: bytes that are no HTTP, headers without end, a body that does not come. Node notices it;
// here it gets the answer that every other refusal of ours has.
import { randomUUID } from 'node:crypto';
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { commonHeaders } from './headers.ts';
import { errorText } from './respond.ts';

/** Answers what Node would answer with a bare status line, and ends the connection. */
export function answerBrokenRequests(server: Server): void {
  const latest = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => latest.set(request.socket, response));
  server.on('clientError', (error, socket) => {
    const response = latest.get(socket);
    // In the middle of an answer another one would be read as a part of it.
    const answering = response?.headersSent === true && !response.writableFinished;
    if (socket.writable && !answering) socket.end(refusalOf(error), () => socket.destroy());
    else socket.destroy();
  });
}

function refusalOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return raw(408, 'RequestTimeout', 'The request took too long.');
  if (code === 'HPE_HEADER_OVERFLOW') return raw(431, 'HeadersTooBig', 'The headers are too long.');
  return raw(400, 'BadSyntax', 'This is not a request that can be read.');
}

function raw(status: 400 | 408 | 431, code: string, message: string): string {
  const body = errorText(code, message);
  const headers = {
    ...commonHeaders,
    'X-Request-Id': randomUUID(),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
