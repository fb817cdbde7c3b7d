import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ConnectorError, postActivity, signInFailed } from '../../bot/connector.ts';
import { failureOf } from '../../bot/visitorMessenger.ts';
import { type LoopbackConnector, startLoopbackConnector } from '../support/loopbackConnector.ts';

let connector: LoopbackConnector;
beforeAll(async () => {
  connector = await startLoopbackConnector();
});
afterAll(() => connector.close());
beforeEach(() => connector.setMood(200));

const conversation = {
  id: '19:a/b@thread.tacv2;messageid=1',
  isGroup: false,
  conversationType: '',
  name: '',
};
const post = (
  serviceUrl: string,
  more: { replyToId?: string; token?: () => Promise<string | null> } = {},
): Promise<string> =>
  postActivity(
    serviceUrl,
    {
      type: 'message',
      text: 'Hello',
      conversation,
      ...(more.replyToId ? { replyToId: more.replyToId } : {}),
    },
    more.token ?? (async () => null),
    AbortSignal.timeout(300),
  );
const failure = (posting: Promise<string>): Promise<unknown> =>
  posting.then(
    () => null,
    (error: unknown) => error,
  );

describe('An activity', () => {
  test('is posted into its conversation, with the token, whatever is in the ids', async () => {
    const before = connector.received.length;
    expect(
      await post(`${connector.url}/emea/?x=1#y`, { replyToId: '1/2', token: async () => 'secret' }),
    ).toMatch(/^posted-\d+$/u);
    await post(connector.url);
    expect(connector.received.slice(before)).toEqual([
      {
        path: '/emea/v3/conversations/19%3Aa%2Fb%40thread.tacv2%3Bmessageid%3D1/activities/1%2F2',
        authorization: 'Bearer secret',
        body: { type: 'message', text: 'Hello', conversation, replyToId: '1/2' },
      },
      {
        path: '/v3/conversations/19%3Aa%2Fb%40thread.tacv2%3Bmessageid%3D1/activities',
        authorization: undefined,
        body: { type: 'message', text: 'Hello', conversation },
      },
    ]);
  });

  test.each([
    [503, 'uncertain'],
    [408, 'uncertain'],
    ['cuts', 'uncertain'],
    ['hangs', 'uncertain'],
    [429, 'tryLater'],
    [412, 'tryLater'],
    [403, 'refused'],
    [307, 'refused'],
  ] as const)(
    'that meets a connector which answers "%s" is posted once, and its fate is: %s',
    async (mood, why) => {
      connector.setMood(mood);
      const before = connector.received.length;
      const error = await failure(post(connector.url));
      expect(error).toBeInstanceOf(ConnectorError);
      expect(failureOf(error, false)).toMatchObject({ why });
      expect(connector.received).toHaveLength(before + 1);
    },
  );

  test('that is too much just now is told for how long', async () => {
    connector.setMood(429);
    expect(failureOf(await failure(post(connector.url)), false)).toMatchObject({ waitMs: 7000 });
  });

  test('that finds nobody at its address, or has no token to go with, may be tried later', async () => {
    const gone = await startLoopbackConnector();
    await gone.close();
    const unreachable = await failure(post(gone.url));
    expect(failureOf(unreachable, false)).toMatchObject({
      why: 'tryLater',
      note: 'The channel could not be reached (ECONNREFUSED).',
    });
    for (const token of [() => Promise.reject(new Error('no')), () => new Promise<string>(() => undefined)]) {
      const error = await failure(post(connector.url, { token }));
      expect(error).toMatchObject({ code: signInFailed });
      expect(failureOf(error, false)).toMatchObject({ why: 'tryLater' });
    }
  });
});
