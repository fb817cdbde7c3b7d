import { afterEach, describe, expect, test } from '@jest/globals';
import { emptyChat } from '../../bot/webChat/client/chatState.ts';
import type { DirectLine, Outcome, StreamHandlers } from '../../bot/webChat/client/directLine.ts';
import { createPauses } from '../../bot/webChat/client/pauses.ts';
import { backOff, createSession, type Session } from '../../bot/webChat/client/session.ts';
import { createChatStore, type KeyValue } from '../../bot/webChat/client/store.ts';
import { type Credentials, readBatch } from '../../bot/webChat/client/wire.ts';

/** A server in memory: keeps a log, answers twice-sent messages once, and fails when told to. */
function createServer() {
  const logs = new Map<string, { id: string; clientId: string; activity: unknown }[]>();
  const streams = new Set<{ conversationId: string; handlers: StreamHandlers; end: () => void }>();
  let next = 0;
  const server = {
    down: false,
    forgotten: false,
    /** Answers to sends, used up one by one before a message is stored. */
    refusals: [] as Outcome<string>[],
    /** Store the message, but lose the answer. */
    loseAnswer: false,
    calls: [] as string[],
    conversations: () => [...logs.keys()],
    texts: () => [...logs.values()].flat().map((entry) => entry.clientId),
    cut: () => {
      for (const stream of streams) stream.end();
    },
  };
  const credentials = (conversationId: string, streamUrl = ''): Outcome<Credentials> => ({
    kind: 'ok',
    value: { conversationId, token: 't', expiresInSeconds: 1800, resumeSecret: 's', streamUrl },
  });
  function answer<Value>(name: string, make: () => Outcome<Value>): Promise<Outcome<Value>> {
    server.calls.push(name);
    return Promise.resolve(server.down ? { kind: 'unreachable' } : make());
  }
  const since = (conversationId: string, watermark: string | null) => {
    const log = logs.get(conversationId) ?? [];
    return readBatch({
      activities: log.slice(Number(watermark ?? 0)).map((entry) => entry.activity),
      watermark: String(log.length),
    });
  };
  const directLine: DirectLine = {
    generate: () => answer('generate', () => credentials(`c${++next}`)),
    refresh: () => answer('refresh', () => credentials('c1')),
    resume: (id) =>
      answer('resume', () =>
        server.forgotten
          ? { kind: 'refused', status: 403, code: 'BadArgument', retryAfterMs: null }
          : credentials(id),
      ),
    start: () =>
      answer('start', () => {
        logs.set(`c${next}`, []);
        return credentials(`c${next}`);
      }),
    reconnect: (access, watermark) =>
      answer('reconnect', () =>
        credentials(access.conversationId, `${access.conversationId} ${watermark ?? ''}`),
      ),
    read: (access, watermark) =>
      answer('read', () => ({ kind: 'ok', value: since(access.conversationId, watermark) })),
    send: (access, message) =>
      answer('send', () => {
        const refusal = server.refusals.shift();
        if (refusal) return refusal;
        const log = logs.get(access.conversationId) ?? [];
        if (!log.some((entry) => entry.clientId === message.clientActivityId)) {
          const id = `${access.conversationId}|${log.length + 1}`;
          const channelData = { clientActivityID: message.clientActivityId };
          const activity = { type: 'message', id, text: message.text, from: { id: 'dl_1' }, channelData };
          log.push({ id, clientId: message.clientActivityId, activity });
          const batch = readBatch({ activities: [activity], watermark: String(log.length) });
          for (const stream of streams)
            if (stream.conversationId === access.conversationId) stream.handlers.onBatch(batch);
        }
        return server.loseAnswer ? { kind: 'unreachable' } : { kind: 'ok', value: 'id' };
      }),
    stream: (streamUrl, handlers) =>
      new Promise((resolve) => {
        const [conversationId = '', watermark] = streamUrl.split(' ');
        const stream = {
          conversationId,
          handlers,
          end: () => {
            streams.delete(stream);
            resolve(true);
          },
        };
        streams.add(stream);
        handlers.signal.addEventListener('abort', stream.end);
        if (handlers.signal.aborted) stream.end();
        else {
          handlers.onOpen();
          handlers.onBatch(since(conversationId, watermark ?? null));
        }
      }),
  };
  return { server, directLine };
}

function memory(): KeyValue {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

let ids = 0;
const open: Session[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.stop();
});

/** One open tab. */
function openTab(directLine: DirectLine, storage: KeyValue) {
  const pauses = createPauses();
  const clock = { now: 0 };
  const session = createSession({
    directLine,
    store: createChatStore(storage),
    newId: () => `w${++ids}`,
    now: () => clock.now,
    random: () => 0.5,
    pause: pauses.pause,
    exclusively: (work) => work(),
    isOffline: () => false,
    locale: () => 'en',
    onChange: () => {},
  });
  open.push(session);
  return { session, wake: pauses.wake, clock };
}

/** Lets pending promises run until something is true. */
async function until(holds: () => boolean): Promise<void> {
  for (let round = 0; round < 2000 && !holds(); round += 1) await new Promise(setImmediate);
  expect(holds()).toBe(true);
}

const said = (tab: ReturnType<typeof openTab>) =>
  tab.session.state().messages.map((message) => (message.kind === 'own' ? message.text : ''));

describe('a conversation', () => {
  test('is begun once and remembered; what was written before that is sent', async () => {
    const { server, directLine } = createServer();
    const storage = memory();
    const tab = openTab(directLine, storage);
    tab.session.connect();
    tab.session.connect();
    tab.session.send('hello', null);
    await until(() => said(tab).length === 1);
    expect(tab.session.state().pending).toEqual([]);
    expect(server.calls.filter((call) => call === 'generate')).toHaveLength(1);
    expect(createChatStore(storage).read()).toMatchObject({
      conversationId: 'c1',
      resumeSecret: 's',
      unsent: [],
    });
  });

  test('is taken up again after a reload, whole and not doubled', async () => {
    const { server, directLine } = createServer();
    const storage = memory();
    const before = openTab(directLine, storage);
    before.session.connect();
    before.session.send('one', null);
    before.session.send('two', null);
    await until(() => said(before).length === 2);
    const after = openTab(directLine, storage);
    after.session.connect();
    await until(() => said(after).length === 2);
    expect(said(after)).toEqual(['one', 'two']);
    expect(server.conversations()).toEqual(['c1']);
    after.session.send('three', null);
    await until(() => said(before).length === 3 && said(after).length === 3);
  });

  test('that the server no longer knows makes way for a new one, and says so', async () => {
    const { server, directLine } = createServer();
    const storage = memory();
    const before = openTab(directLine, storage);
    before.session.connect();
    await until(() => before.session.state().connection === 'online');
    server.forgotten = true;
    const after = openTab(directLine, storage);
    after.session.connect();
    await until(() => after.session.state().connection === 'online');
    expect(after.session.state().replaced).toBe(true);
    expect(createChatStore(storage).read().conversationId).toBe('c2');
  });

  test('can be forgotten; the other tab follows', async () => {
    const { directLine } = createServer();
    const storage = memory();
    const one = openTab(directLine, storage);
    const two = openTab(directLine, storage);
    one.session.connect();
    await until(() => one.session.state().connection === 'online');
    two.session.connect();
    one.session.send('old', null);
    await until(() => said(two).length === 1);
    one.session.restart();
    expect(one.session.state()).toEqual({ ...emptyChat, connection: 'connecting' });
    await until(() => one.session.state().connection === 'online');
    two.session.adopt();
    one.session.send('new', null);
    await until(() => said(two).length === 1 && said(two)[0] === 'new');
  });

  test('renews its token before it runs out, and resumes when it has', async () => {
    const { server, directLine } = createServer();
    const tab = openTab(directLine, memory());
    tab.session.connect();
    await until(() => tab.session.state().connection === 'online');
    tab.clock.now = 27 * 60_000;
    tab.wake();
    await until(() => server.calls.includes('refresh'));
    tab.clock.now = 120 * 60_000;
    tab.session.send('later', null);
    await until(() => said(tab).length === 1);
    expect(server.calls).toContain('resume');
  });
});

describe('a message', () => {
  test('written while the server is away is shown as waiting, survives a reload, and is sent once', async () => {
    const { server, directLine } = createServer();
    const storage = memory();
    const tab = openTab(directLine, storage);
    tab.session.connect();
    await until(() => tab.session.state().connection === 'online');
    server.down = true;
    tab.session.send('waiting', null);
    await until(() => tab.session.state().holdup === 'network');
    const reloaded = openTab(directLine, storage);
    reloaded.session.connect();
    expect(reloaded.session.state().pending).toMatchObject([{ text: 'waiting' }]);
    server.down = false;
    await until(() => {
      tab.wake();
      reloaded.wake();
      return said(reloaded).length === 1 && said(tab).length === 1;
    });
    expect(server.texts()).toHaveLength(1);
    expect(createChatStore(storage).read().unsent).toEqual([]);
  });

  test('whose answer was lost is sent again and stored once', async () => {
    const { server, directLine } = createServer();
    const tab = openTab(directLine, memory());
    tab.session.connect();
    await until(() => tab.session.state().connection === 'online');
    server.loseAnswer = true;
    tab.session.send('once', null);
    await until(() => server.texts().length === 1);
    server.loseAnswer = false;
    tab.wake();
    await until(() => tab.session.state().pending.length === 0);
    expect(said(tab)).toEqual(['once']);
    expect(server.texts()).toHaveLength(1);
  });

  test('waits when the server asks for it', async () => {
    const { server, directLine } = createServer();
    server.refusals.push({ kind: 'refused', status: 429, code: 'TooManyRequests', retryAfterMs: 30_000 });
    const tab = openTab(directLine, memory());
    tab.session.connect();
    tab.session.send('quick', null);
    tab.session.send('quicker', null);
    await until(() => tab.session.state().holdup === 'limit');
    expect(tab.session.state().pending.map((own) => own.state)).toEqual(['queued', 'queued']);
    tab.clock.now = 29_999;
    tab.wake();
    for (let round = 0; round < 20; round += 1) await new Promise(setImmediate);
    expect(server.calls.filter((call) => call === 'send')).toHaveLength(1);
    tab.clock.now = 30_000;
    tab.wake();
    await until(() => said(tab).length === 2);
    expect(tab.session.state().holdup).toBeNull();
  });

  test('that is refused for good says so and can be sent again by hand', async () => {
    const { server, directLine } = createServer();
    server.refusals.push({ kind: 'refused', status: 400, code: 'BadArgument', retryAfterMs: null });
    const tab = openTab(directLine, memory());
    tab.session.connect();
    tab.session.send('odd', null);
    await until(() => tab.session.state().pending[0]?.state === 'failed');
    tab.session.retry(tab.session.state().pending[0]?.clientActivityId ?? '');
    await until(() => said(tab).length === 1);
  });

  test('with a token that ran out meanwhile goes through after resuming', async () => {
    const { server, directLine } = createServer();
    server.refusals.push({ kind: 'refused', status: 403, code: 'TokenExpired', retryAfterMs: null });
    const tab = openTab(directLine, memory());
    tab.session.connect();
    tab.session.send('late', null);
    await until(() => said(tab).length === 1);
    expect(server.calls).toContain('resume');
  });
});

test('after the stream was cut, it is opened again and nothing is lost', async () => {
  const { server, directLine } = createServer();
  const storage = memory();
  const one = openTab(directLine, storage);
  const two = openTab(directLine, storage);
  one.session.connect();
  await until(() => one.session.state().connection === 'online');
  two.session.connect();
  await until(() => two.session.state().connection === 'online');
  for (let round = 0; round < 20; round += 1) {
    server.cut();
    one.session.send(`message ${round}`, null);
    await until(() => server.texts().length === round + 1);
    one.wake();
    two.wake();
    await until(() => said(two).length === round + 1 && said(one).length === round + 1);
  }
});

test('the pause between attempts grows to six seconds', () => {
  expect([0, 1, 2, 3, 4, 9].map((attempt) => backOff(attempt, 0.5))).toEqual([
    500, 1000, 2000, 4000, 6000, 6000,
  ]);
});
