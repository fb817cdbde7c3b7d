import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { comeToChat, post, visitorOf } from '../../support/directLineVisitor.ts';
import { signIn } from '../../support/staff.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

const tokenBody = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.literal(1800),
  resumeSecret: z.string(),
});
const streamBody = z.object({ streamUrl: z.string() });
const frameBody = z.object({
  activities: z.array(
    z.looseObject({ id: z.string().optional(), type: z.string(), text: z.string().optional() }),
  ),
  watermark: z.string(),
});
const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

let app: StartedApp;
let clock = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  app = await startApp({ options: { now: () => clock } });
});
afterAll(() => app.close());

async function newToken() {
  return tokenBody.parse(await (await post(`${app.url}/v3/directline/tokens/generate`, null, {})).json());
}

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect({ status: response.status, code: errorBody.parse(await response.json()).error.code }).toEqual({
    status,
    code,
  });
}

/** Opens a stream and collects what comes until so many messages have come. */
function watch(url: string, count: number): Promise<{ ids: string[]; texts: string[]; watermark: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const ids: string[] = [];
    const texts: string[] = [];
    socket.on('message', (data) => {
      const text = data.toString();
      if (text === '') return;
      const frame = frameBody.parse(JSON.parse(text));
      for (const activity of frame.activities) {
        if (activity.type !== 'message') continue;
        ids.push(activity.id ?? '');
        texts.push(activity.text ?? '');
      }
      if (ids.length < count) return;
      socket.close();
      resolve({ ids, texts, watermark: frame.watermark });
    });
    socket.on('error', reject);
  });
}

function closeCode(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('close', resolve);
    socket.on('error', reject);
  });
}

describe('A visitor of the web chat', () => {
  test('is welcomed in the language of the page, and told that this is an automatic assistant', async () => {
    const visitor = await comeToChat(app.url, 'de-DE');
    const [welcome] = await visitor.heard();
    expect(welcome?.text).toMatch(/automatisch/iu);
    expect(welcome?.suggestedActions?.actions.length).toBeGreaterThan(2);
  });

  test('is welcomed in the language of the browser where the page tells none', async () => {
    const headers = { 'accept-language': 'nl, pt-BR;q=0.9, de;q=0.8' };
    const generated = await post(`${app.url}/v3/directline/tokens/generate`, null, {}, headers);
    const visitor = visitorOf(app.url, tokenBody.parse(await generated.json()));
    await post(`${app.url}/v3/directline/conversations`, visitor.token, {});
    const [welcome] = await visitor.waitFor(1);
    expect(welcome?.text).toMatch(/^Olá/u);
  });

  test('is welcomed once, however often the page starts the conversation', async () => {
    const visitor = await comeToChat(app.url);
    await post(`${app.url}/v3/directline/conversations`, visitor.token, {});
    await visitor.ask('What is ICLEI?');
    expect(await visitor.heard()).toHaveLength(2);
  });

  test('gets an answer with its sources and dates', async () => {
    const visitor = await comeToChat(app.url);
    const answer = await visitor.ask('What is ICLEI?');
    expect(answer.channelData?.reply).toMatchObject({
      kind: 'answer',
      entry: 'what-is-iclei',
      language: 'en',
    });
    expect(answer.text).toContain('https://');
  });

  test('who sends the same message twice is answered once', async () => {
    const visitor = await comeToChat(app.url);
    const same = { channelData: { clientActivityID: 'same' } };
    const first = await visitor.send('What is ICLEI?', same);
    const second = await visitor.send('What is ICLEI?', same);
    expect(second).toEqual(first);
    await visitor.ask('thanks');
    expect((await visitor.read()).activities.filter((seen) => seen.text === 'What is ICLEI?')).toHaveLength(
      1,
    );
    expect(await visitor.heard()).toHaveLength(3);
  });

  test('who writes a question in pieces gets one answer to the whole', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.send('tell me about');
    const answer = await visitor.send('the Solutions Gateway');
    await visitor.waitFor(2);
    await visitor.ask('thanks');
    expect(await visitor.heard()).toHaveLength(3);
    expect((await visitor.heard())[1]?.channelData?.reply).toMatchObject({
      kind: 'answer',
      entry: 'solutions-gateway',
    });
    expect(answer.status).toBe(200);
  });

  test('cannot speak as somebody else', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.send('What is ICLEI?', { from: { id: 'iclei-bot', role: 'bot', name: 'Staff' } });
    const said = (await visitor.read()).activities.find((seen) => seen.text === 'What is ICLEI?');
    expect(said?.from).toMatchObject({ role: 'user' });
    expect(said?.from.id).toMatch(/^dl_[0-9a-f]{32}$/u);
  });

  test('reads exactly what came after a watermark', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.ask('What is ICLEI?');
    const all = await visitor.read();
    await visitor.ask('thanks');
    const rest = await visitor.read(all.watermark);
    expect(rest.activities.map((seen) => seen.text)[0]).toBe('thanks');
    expect(rest.activities).toHaveLength(2);
    expect((await visitor.read(rest.watermark)).activities).toEqual([]);
    expect((await visitor.read('999999')).activities).toEqual([]);
  });

  test('sees everything on the stream in order, and resumes after the last watermark', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.ask('What is ICLEI?');
    const opened = streamBody.parse(await (await visitor.request('')).json());
    const before = await watch(opened.streamUrl, 3);
    expect(before.texts[1]).toBe('What is ICLEI?');
    await visitor.ask('thanks');
    const resumed = streamBody.parse(await (await visitor.request(`?watermark=${before.watermark}`)).json());
    const after = await watch(resumed.streamUrl, 2);
    expect(after.texts[0]).toBe('thanks');
    expect(before.ids.filter((id) => after.ids.includes(id))).toEqual([]);
  });

  test('comes back with the resume secret after the token has expired', async () => {
    const visitor = await comeToChat(app.url);
    clock = new Date(clock.getTime() + 1801_000);
    await expectRefusal(await visitor.request('/activities'), 403, 'TokenExpired');
    const resume = (resumeSecret: string) =>
      post(`${app.url}/v3/directline/tokens/resume`, null, {
        conversationId: visitor.conversationId,
        resumeSecret,
      });
    const second = tokenBody.parse(await (await resume(visitor.resumeSecret)).json());
    expect((await visitorOf(app.url, second).heard()).length).toBe(1);
    // The response may have been lost: for a minute the old secret works, until the new one was used.
    const third = tokenBody.parse(await (await resume(visitor.resumeSecret)).json());
    expect((await resume(second.resumeSecret)).status).toBe(200);
    await expectRefusal(await resume('x'), 403, 'BadArgument');
    expect(third.conversationId).toBe(visitor.conversationId);
  });

  test.each([
    ['after the visitor has used the next one', 1, true],
    ['after more than a minute', 61_000, false],
  ])(
    'whose old resume secret turns up %s: it opens nothing, and nor does any other of theirs',
    async (_when, later, used) => {
      const visitor = await comeToChat(app.url);
      const resume = (resumeSecret: string) =>
        post(`${app.url}/v3/directline/tokens/resume`, null, {
          conversationId: visitor.conversationId,
          resumeSecret,
        });
      const second = tokenBody.parse(await (await resume(visitor.resumeSecret)).json());
      const third = used ? tokenBody.parse(await (await resume(second.resumeSecret)).json()) : second;
      clock = new Date(clock.getTime() + later);
      await expectRefusal(await resume(visitor.resumeSecret), 403, 'BadArgument');
      await expectRefusal(await resume(third.resumeSecret), 403, 'BadArgument');
    },
  );

  test('whose old resume secret is copied and used at once keeps the one that was given out before', async () => {
    const visitor = await comeToChat(app.url);
    const resume = (resumeSecret: string) =>
      post(`${app.url}/v3/directline/tokens/resume`, null, {
        conversationId: visitor.conversationId,
        resumeSecret,
      });
    const own = tokenBody.parse(await (await resume(visitor.resumeSecret)).json());
    const copy = tokenBody.parse(await (await resume(visitor.resumeSecret)).json());
    expect((await resume(own.resumeSecret)).status).toBe(200);
    await expectRefusal(await resume(copy.resumeSecret), 403, 'BadArgument');
    await expectRefusal(await resume(own.resumeSecret), 403, 'BadArgument');
  });

  test('renews the token while it is good', async () => {
    const visitor = await comeToChat(app.url);
    clock = new Date(clock.getTime() + 1000_000);
    const renewed = z
      .object({ token: z.string(), conversationId: z.string() })
      .parse(await (await post(`${app.url}/v3/directline/tokens/refresh`, visitor.token, {})).json());
    clock = new Date(clock.getTime() + 1000_000);
    expect((await visitorOf(app.url, { ...visitor, token: renewed.token }).heard()).length).toBe(1);
  });
});

describe('The endpoint', () => {
  test('gives a foreign and an unknown conversation the same refusal', async () => {
    const [anna, bela] = [await comeToChat(app.url), await comeToChat(app.url)];
    for (const id of [bela.conversationId, 'unknown']) {
      for (const path of ['', '/activities']) {
        const response = await fetch(`${app.url}/v3/directline/conversations/${id}${path}`, {
          headers: { authorization: `Bearer ${anna.token}` },
        });
        await expectRefusal(response, 403, 'BadArgument');
      }
      await expectRefusal(
        await post(`${app.url}/v3/directline/conversations/${id}/activities`, anna.token, {
          type: 'message',
          text: 'hi',
        }),
        403,
        'BadArgument',
      );
    }
  });

  test.each([
    ['no token', ''],
    ['rubbish', 'Bearer x.y.z'],
    ['a secret', 'Bearer secret'],
    ['another scheme', 'Basic eDp5'],
  ])('refuses %s', async (_what, authorization) => {
    const { conversationId } = await newToken();
    const response = await fetch(`${app.url}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization },
    });
    await expectRefusal(response, 403, 'BadArgument');
  });

  test('refuses a stream address that is too old, foreign, or asked for from another page', async () => {
    const visitor = await comeToChat(app.url);
    const { streamUrl } = streamBody.parse(await (await visitor.request('')).json());
    expect(await closeCode(streamUrl.replace(visitor.conversationId, 'f'.repeat(32)))).toBe(1008);
    expect(await closeCode(streamUrl, { origin: 'https://evil.example' })).toBe(1008);
    expect(await closeCode(streamUrl.replace(/t=[^&]+/u, `t=${visitor.token}`))).toBe(1008);
    clock = new Date(clock.getTime() + 61_000);
    expect(await closeCode(streamUrl)).toBe(1008);
  });

  test.each(['bearer', 'BEARER'])('takes a token whose scheme is written %s', async (scheme) => {
    const visitor = await comeToChat(app.url);
    const response = await visitor.request('/activities', {
      headers: { authorization: `${scheme} ${visitor.token}` },
    });
    expect(response.status).toBe(200);
  });

  test.each([['-1'], ['NaN'], ['1e9'], ['0x10']])('refuses %s as a watermark', async (watermark) => {
    const visitor = await comeToChat(app.url);
    await expectRefusal(await visitor.request(`/activities?watermark=${watermark}`), 400, 'BadArgument');
  });

  test('takes any id that a client gives its message, also the name of something of ours', async () => {
    const visitor = await comeToChat(app.url);
    for (const clientActivityID of ['conversation-start', `${visitor.conversationId}|join`]) {
      const reply = await visitor.ask('What is ICLEI?', { channelData: { clientActivityID } });
      expect(reply.channelData?.reply?.kind).toBe('answer');
    }
  });

  test('goes on after its own end when it is asked for what comes after a later one', async () => {
    const visitor = await comeToChat(app.url);
    const beyond = '999999999999999';
    expect((await visitor.read(beyond)).watermark).toBe((await visitor.read()).watermark);
    const opened = streamBody.parse(await (await visitor.request(`?watermark=${beyond}`)).json());
    expect(opened.streamUrl).toContain(beyond);
    const socket = new WebSocket(opened.streamUrl);
    await once(socket, 'open');
    const first = once(socket, 'message');
    await visitor.send('What is ICLEI?');
    const [data] = await first;
    expect(frameBody.parse(JSON.parse(String(data))).activities[0]?.text).toBe('What is ICLEI?');
    socket.terminate();
  });

  test('lets a token be used by the page that got it, and by no other', async () => {
    const two = await startApp({
      settings: { webChatOrigins: ['https://one.example', 'https://two.example'] },
    });
    const base = `${two.url}/v3/directline`;
    const generate = async (headers: Readonly<Record<string, string>>) =>
      tokenBody.parse(await (await post(`${base}/tokens/generate`, null, {}, headers)).json());
    const use = (token: string, headers: Readonly<Record<string, string>>) =>
      post(`${base}/conversations`, token, {}, headers);
    const [one, other, none] = [{ origin: 'https://one.example' }, { origin: 'https://two.example' }, {}];

    const ofOne = await generate(one);
    expect((await use(ofOne.token, one)).status).toBe(201);
    await expectRefusal(await use(ofOne.token, other), 403, 'OriginNotAllowed');
    await expectRefusal(await use(ofOne.token, none), 403, 'OriginNotAllowed');
    const { conversationId, resumeSecret } = ofOne;
    for (const from of [other, none]) {
      const resumed = await post(`${base}/tokens/resume`, null, { conversationId, resumeSecret }, from);
      await expectRefusal(resumed, 403, 'BadArgument');
    }
    const resumed = await post(`${base}/tokens/resume`, null, { conversationId, resumeSecret }, one);
    const renewed = tokenBody.parse(await resumed.json());
    const { streamUrl } = streamBody.parse(await (await use(renewed.token, one)).json());
    expect(await closeCode(streamUrl, other)).toBe(1008);
    expect(await closeCode(streamUrl)).toBe(1008);

    // A server asked for it, and gave it to a page; or a client that is no browser.
    const ofServer = await generate(none);
    expect((await use(ofServer.token, none)).status).toBe(201);
    expect((await use(ofServer.token, other)).status).toBe(200);
    // Browsers leave the origin out where our own page reads.
    const ofOwn = await generate({ origin: two.url });
    expect((await use(ofOwn.token, none)).status).toBe(201);
    await two.close();
  });

  test('takes messages, typing and the events of stock clients, and refuses every other activity', async () => {
    const visitor = await comeToChat(app.url);
    const send = (activity: unknown) =>
      visitor.request('/activities', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
    expect((await send({ type: 'typing', from: { id: 'x' } })).status).toBe(200);
    expect((await send({ type: 'event', name: 'webchat/join', from: { id: 'x' } })).status).toBe(200);
    for (const activity of [
      { type: 'event', name: 'deleteEverything' },
      { type: 'conversationUpdate' },
      { type: 'invoke' },
      { type: 5 },
      {},
      [],
      null,
      'x',
      { type: 'message', text: 7 },
      { type: 'message', value: { big: 'x'.repeat(3000) } },
    ]) {
      await expectRefusal(await send(activity), 400, 'BadArgument');
    }
    expect(await visitor.heard()).toHaveLength(1);
  });

  test('refuses a value nested deeper than anything could read', async () => {
    const visitor = await comeToChat(app.url);
    for (const levels of [100, 100_000]) {
      const response = await visitor.request('/activities', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"type":"message","text":"x","value":${'['.repeat(levels)}${']'.repeat(levels)}}`,
      });
      await expectRefusal(response, 400, 'BadSyntax');
    }
  });

  test('lets our own page and named pages in, and no other', async () => {
    const named = await startApp({ settings: { webChatOrigins: ['https://www.example.org'] } });
    const from = (origin: string) => post(`${named.url}/v3/directline/tokens/generate`, null, {}, { origin });
    expect((await from(named.url)).status).toBe(200);
    const allowed = await from('https://www.example.org');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.example.org');
    expect(allowed.headers.get('access-control-expose-headers')).toContain('Retry-After');
    for (const origin of [
      'https://evil.example',
      'null',
      'https://www.example.org.evil.example',
      'http://www.example.org',
    ]) {
      await expectRefusal(await from(origin), 403, 'OriginNotAllowed');
    }
    await named.close();
  });

  test('tells a visitor who is too quick when to go on, and forgets nothing that it took', async () => {
    const slow = await startApp({
      options: { rates: { messagesPerMinute: 2, requestsPerMinute: 1000, tokensPerMinute: 1 } },
    });
    const visitor = await comeToChat(slow.url);
    expect((await visitor.send('What is ICLEI?')).status).toBe(200);
    expect((await visitor.send('thanks')).status).toBe(200);
    const refused = await visitor.request('/activities', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'hi' }),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectRefusal(refused, 429, 'TooManyRequests');
    await visitor.waitFor(3);
    await expectRefusal(
      await post(`${slow.url}/v3/directline/tokens/generate`, null, {}),
      429,
      'TooManyRequests',
    );
    await slow.close();
  });

  test('counts each visitor behind our own proxy for themselves, and nobody by what they claim', async () => {
    const rates = { messagesPerMinute: 20, requestsPerMinute: 1000, tokensPerMinute: 1 };
    const statuses = async (trustedProxies: number, forwarded: readonly string[]) => {
      const behind = await startApp({ settings: { trustedProxies }, options: { rates } });
      const responses: number[] = [];
      for (const header of forwarded) {
        const headers = { 'x-forwarded-for': header };
        const response = await post(`${behind.url}/v3/directline/tokens/generate`, null, {}, headers);
        responses.push(response.status);
      }
      await behind.close();
      return responses;
    };
    expect(await statuses(1, ['203.0.113.1', '203.0.113.2', '198.51.100.9, 203.0.113.2'])).toEqual([
      200, 200, 429,
    ]);
    expect(await statuses(0, ['203.0.113.1', '203.0.113.2'])).toEqual([200, 429]);
  });
});

describe('Bad input', () => {
  test.each([
    ['an empty message', ''],
    ['blanks', '   \n\t '],
    ['4,001 characters', 'a'.repeat(4001)],
    ['100,000 characters', 'What is ICLEI? '.repeat(6700)],
    ['emoji only', '🙂🙃👩‍👩‍👧‍👦'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['control and bidi characters', '\u0000\u202e\u2066ICLEI\u0007'],
    ['half a character', '\ud800 ICLEI \udfff'],
    ['numbers without end', '1 '.repeat(2000)],
  ])('%s gets a kind sentence', async (_what, text) => {
    const visitor = await comeToChat(app.url);
    const reply = await visitor.ask(text);
    expect(reply.text?.length).toBeGreaterThan(10);
    expect(reply.text).not.toMatch(/<script|onerror|Error|at \//u);
  });

  test('a text that is too long is refused with a sentence, wherever it has a blank', async () => {
    const visitor = await comeToChat(app.url);
    const reply = await visitor.ask(
      `${'Does ICLEI breed penguins?'.padEnd(3999, ' and more')}x and the rest of it`,
    );
    expect(reply.text).toContain('too long');
    expect(reply.channelData?.reply?.kind).toBe('other');
  });

  test('what turns the reading direction reaches neither staff nor the visitor', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.ask('Does ICLEI breed \u202epenguins\u2066 in Antarctica? 👩‍👩‍👧‍👦');
    const staff = await signIn(await app.app.newSignInLink(), 'Anna');
    const [id = ''] = (await staff.queue()).slice(-1);
    const page = await staff.page(`/console/escalations/${id}`);
    expect(page).toContain('breed penguins in Antarctica? 👩‍👩‍👧‍👦');
    await staff.reply(id, 'No.');
    await visitor.waitFor(3);
    const shown = page + JSON.stringify((await visitor.read()).activities);
    expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  test("a forged button gets a kind sentence, and nobody else's question is touched", async () => {
    const [anna, bela] = [await comeToChat(app.url), await comeToChat(app.url)];
    const escalated = await anna.ask('Does ICLEI breed penguins in Antarctica?');
    const reference = z
      .looseObject({ escalation: z.string() })
      .parse(escalated.channelData?.reply).escalation;
    for (const value of [
      { action: 'withdraw', escalation: reference },
      { action: 'dropTables' },
      { action: 'ask', entry: 'no-such-entry' },
      { action: 'feedback', entry: 'x', answer: 'y', helpful: 'yes' },
      'x',
      7,
      [],
      { __proto__: null, action: 'person', extra: 1 },
    ]) {
      const reply = await bela.ask('pressed', { value });
      expect(reply.text?.length).toBeGreaterThan(10);
      expect(reply.text).not.toContain('penguins');
    }
    const status = await anna.ask(reference);
    expect(status.text).toContain(reference);
    expect((await bela.ask(reference)).text).not.toContain('penguins');
  });

  test('an attachment gets a kind sentence', async () => {
    const visitor = await comeToChat(app.url);
    const reply = await visitor.ask('', {
      attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AAAA' }],
    });
    expect(reply.text?.length).toBeGreaterThan(10);
  });
});
