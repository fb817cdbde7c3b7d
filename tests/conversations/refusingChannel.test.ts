// A channel whose connector takes no replies, or whose turn fails: what the visitor said is kept, and the channel is not told.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type LoopbackConnector, startLoopbackConnector } from '../support/loopbackConnector.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';

let connector: LoopbackConnector;
let app: StartedApp;
const logged: string[] = [];
beforeAll(async () => {
  connector = await startLoopbackConnector();
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  app = await startApp({ options: { connectorTimeMs: 300, log: pino({ level: 'info' }, lines) } });
});
afterAll(async () => {
  await app.close();
  await connector.close();
});
beforeEach(() => {
  connector.setMood(200);
  logged.length = 0;
});

function send(
  conversation: string,
  text: string,
  { to = app, id = randomUUID() }: { to?: StartedApp; id?: string } = {},
): Promise<Response> {
  return fetch(`${to.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'emulator',
      serviceUrl: connector.url,
      conversation: { id: conversation },
      from: { id: `visitor-${conversation}` },
      recipient: { id: 'bot' },
      text,
      locale: 'en',
    }),
  });
}

describe('A question whose reply the connector does not take', () => {
  test.each([500, 503, 429, 412, 403, 404, 408, 307, 'cuts', 'hangs'] as const)(
    '(it answers "%s") is kept for staff, and neither is the reply sent again nor the channel told to',
    async (mood) => {
      connector.setMood(mood);
      const posted = connector.received.length;
      const conversation = `refused-${mood}`;
      const question = `Does ICLEI breed penguins in the zoo of ${conversation}?`;
      const id = randomUUID();
      expect((await send(conversation, question, { id })).status).toBe(200);
      expect(connector.received).toHaveLength(posted + 1);
      // The channel sends it again all the same: it has had its effect.
      expect((await send(conversation, question, { id })).status).toBe(200);
      expect(connector.received).toHaveLength(posted + 1);
      const staff = await signIn(await app.app.newSignInLink(), 'Anna');
      const pages = await Promise.all(
        (await staff.queue()).map((each) => staff.page(`/console/escalations/${each}`)),
      );
      expect(pages.filter((page) => page.includes(conversation))).toHaveLength(1);
      const errors = logged.filter((line) => line.includes('"level":50'));
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain('"unsent":1');
      expect(errors[0]).not.toMatch(/penguins|refused-|visitor-/u);
    },
  );

  test('goes on as if it had been taken, for it may have been', async () => {
    connector.setMood(503);
    await send('goes-on', 'Does ICLEI breed penguins in Antarctica?');
    connector.setMood(200);
    expect((await send('goes-on', 'withdraw my question')).status).toBe(200);
    expect(JSON.stringify(connector.received.at(-1)?.body)).toMatch(/withdr/iu);
  });
});

describe('A turn that fails', () => {
  let broken: StartedApp;
  beforeAll(async () => {
    broken = await startApp();
    const database = new DatabaseSync(join(broken.folder, 'bot.sqlite'));
    database.exec('DROP TABLE bot_state');
    database.close();
  });
  afterAll(() => broken.close());

  test('is told to the visitor, and not to the channel', async () => {
    const before = connector.received.length;
    const response = await send('fails', 'What is ICLEI?', { to: broken });
    expect(response.status).toBe(200);
    const posted = connector.received.slice(before).map(({ body }) => JSON.stringify(body));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('That didn’t work just now');
  });
});
