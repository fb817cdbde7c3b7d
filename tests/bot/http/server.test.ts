import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Server } from 'restify';
import { readBody } from '../../../bot/http/body.ts';
import { sendJson } from '../../../bot/http/respond.ts';
import { createServer } from '../../../bot/http/server.ts';
import { get, openRaw, sendRaw } from '../../support/rawRequest.ts';

let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer(pino({ level: 'silent' }), { headers: 200, request: 400, look: 50 });
  server.get('/', async (_req, res) => sendJson(res, 200, { fine: true }));
  server.get('/broken', async () => {
    throw Object.assign(new Error('a refusal of somebody else'), { statusCode: 403 });
  });
  server.get('/endless', async (_req, res) => {
    res.writeHead(200);
    res.write('still here');
  });
  server.post('/echo', async (req, res) => sendJson(res, 200, await readBody(req, 'text/plain', 100)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});
afterAll(async () => {
  server.server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(resolve));
});

/** Our error body, the request id and the careful headers, whoever noticed the fault. */
function expectRefusal(answer: string, status: number, code: string): void {
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
  expect(answer).toContain(`{"error":{"code":"${code}","message":"`);
  expect(answer).toMatch(/X-Request-Id: [0-9a-f-]{36}\r\n/u);
  expect(answer).toMatch(/Content-Security-Policy: default-src 'none';/u);
  expect(answer).toMatch(/Cache-Control: no-store\r\n/u);
}

describe('A request whose address is none', () => {
  test.each([
    ['a Host with a bracket', get('/', ['Host: ['])],
    ['a Host with a blank', get('/', ['Host: a b'])],
    ['a Host with a port too high', get('/', ['Host: x:99999'])],
    ['an empty Host', get('http://[', ['Host: '])],
    ['no Host', get('/', [])],
    ['a target with a bracket', get('http://[')],
    ['a target with a port too high', get('http://x:99999/')],
  ])('(%s) is refused, and the service goes on', async (_what, bytes) => {
    expectRefusal(await sendRaw(url, bytes), 400, 'BadSyntax');
    expect((await fetch(url)).status).toBe(200);
  });

  test('may come without a Host from a health check of the old kind', async () => {
    expect(await sendRaw(url, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /u);
  });
});

describe('A client that is too slow', () => {
  test.each([
    ['sends nothing', ''],
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    [
      'never ends its body',
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nhalf',
    ],
    [
      'never ends its chunks',
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n',
    ],
  ])('because it %s is told so', async (_what, bytes) => {
    expectRefusal(await sendRaw(url, bytes), 408, 'RequestTimeout');
  });
});

describe('Bytes that are no request', () => {
  test.each([
    ['nonsense', 'hello\r\n\r\n', 400, 'BadSyntax'],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', 400, 'BadSyntax'],
    [
      'two lengths that differ',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'BadSyntax',
    ],
    ['headers of 20,000 bytes', get('/', ['Host: x', `X-Long: ${'x'.repeat(20_000)}`]), 431, 'HeadersTooBig'],
  ])('(%s) get the same kind of answer', async (_what, bytes, status, code) => {
    expectRefusal(await sendRaw(url, bytes), status, code);
  });

  test('are not answered in the middle of another answer', async () => {
    const socket = openRaw(url, 'GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    let answer = '';
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (answer.includes('still here')) socket.write('nonsense\r\n\r\n');
    });
    await closed;
    expect(answer).toContain('still here');
    expect(answer).not.toContain('BadSyntax');
  });
});

describe('Every answer', () => {
  test.each([
    ['a good one', '/', 200],
    ['nothing there', '/nothing', 404],
    ['broken percent signs', '/%E0%A4%A', 404],
  ])('(%s) carries the careful headers', async (_what, path, status) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/u),
    });
  });

  test('to what went wrong in a route is 500, whatever status the fault carries', async () => {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe(
      '{"error":{"code":"ServiceError","message":"Something went wrong here. Please try again."}}',
    );
  });
});
