// A channel with an organisation's own desk behind it: what the bot can't answer is offered to it, and what it says is taken over.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { type LoopbackConnector, startLoopbackConnector } from '../support/loopbackConnector.ts';
import { type Staff, signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

let connector: LoopbackConnector;
let app: StartedApp;
let staff: Staff;
async function start(handoff: 'off' | 'events') {
  connector = await startLoopbackConnector();
  app = await startApp({ settings: { handoff } });
  staff = await signIn(await app.app.newSignInLink(), 'Anna');
}
afterEach(async () => {
  await app.close();
  await connector.close();
});

const send = async (what: Readonly<Record<string, unknown>>, conversation = 'c1') => {
  const response = await fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: randomUUID(),
      channelId: 'emulator',
      serviceUrl: connector.url,
      conversation: { id: conversation },
      from: { id: 'v1', name: 'City Desk' },
      recipient: { id: 'bot' },
      locale: 'en',
      ...what,
    }),
  });
  return response.status;
};
const question = 'Does ICLEI breed penguins in Antarctica?';
const status = (value: unknown, conversation = 'c1') =>
  send({ type: 'event', name: 'handoff.status', value }, conversation);
const initiations = () =>
  connector.received.filter(({ body }) => JSON.stringify(body).includes('handoff.initiate'));

describe('Where the channel has a desk', () => {
  beforeEach(() => start('events'));

  /** @returns what the page of the only question says */
  async function handOver(): Promise<() => Promise<string>> {
    expect(await send({ type: 'message', text: question })).toBe(200);
    await until(() => initiations().length === 1);
    const [id] = await staff.queue();
    return () => staff.page(`/console/escalations/${id}`);
  }

  test('it is asked to take over, once, with what was asked and why', async () => {
    const page = await handOver();
    expect(initiations()).toMatchObject([
      {
        path: expect.stringMatching(/^\/v3\/conversations\/c1\/activities/u),
        body: {
          type: 'event',
          name: 'handoff.initiate',
          value: { skill: 'en', reason: 'noAnswer', reference: expect.stringMatching(/^ICL-/u) },
          relatesTo: { conversation: { id: 'c1' }, channelId: 'emulator' },
          attachments: [
            {
              contentType: 'application/json',
              name: 'Transcript',
              content: {
                activities: [{ type: 'message', from: { id: 'v1', role: 'user' }, text: question }],
              },
            },
          ],
        },
      },
    ]);
    expect(await page()).toContain('Offered to the organisation’s own desk');
  });

  test('it takes over, and closes; the bot says nothing more about that', async () => {
    const page = await handOver();
    const said = connector.received.length;
    expect(await status({ state: 'accepted' })).toBe(200);
    expect(await page()).toContain('City Desk (desk) took over the conversation');
    expect(await page()).toMatch(/<dt>Worked on by<\/dt><dd>City Desk<\/dd>/u);
    expect(await status({ state: 'completed', message: 'Told them <b>all</b>.' })).toBe(200);
    const closed = await page();
    expect(closed).toContain('City Desk (desk) is done');
    expect(closed).toContain('Told them &lt;b&gt;all&lt;/b&gt;.');
    expect(closed).toContain('This question needs no reply any more.');
    expect(connector.received).toHaveLength(said);
  });

  test('what it can not take is ours again', async () => {
    const page = await handOver();
    await status({ state: 'accepted' });
    await status({ state: 'failed', message: 'Nobody is in.' });
    const open = await page();
    expect(open).toContain('City Desk (desk) did not take over');
    expect(open).toContain('Nobody is in.');
    expect(open).toContain('Nobody is on it yet.');
  });

  test('what it says in a shape nobody knows, or of a conversation that was not handed over, changes nothing', async () => {
    const page = await handOver();
    const before = await page();
    for (const value of [undefined, 'accepted', { state: 'eaten' }, { state: 'failed', message: { a: 1 } }])
      expect(await status(value)).toBe(200);
    expect(await status({ state: 'completed' }, 'another')).toBe(200);
    expect(await send({ type: 'event', name: 'handoff.other', value: { state: 'completed' } })).toBe(200);
    expect(await page()).toBe(before);
  });

  test('an offer that the channel refuses is told to staff, whose question it stays', async () => {
    connector.setMood(403);
    await send({ type: 'message', text: question });
    const [id] = await staff.queue();
    const page = () => staff.page(`/console/escalations/${id}`);
    await until(async () => (await page()).includes('Desk (desk) did not take over'));
    expect(await page()).toContain('The channel answered with status 403.');
    expect(await page()).toContain('Nobody is on it yet.');
  });

  test('a question of the web chat stays with our own staff', async () => {
    const visitor = await comeToChat(app.url);
    await visitor.ask(question);
    const [id] = await staff.queue();
    expect(await staff.page(`/console/escalations/${id}`)).not.toContain('Offered');
    expect(initiations()).toEqual([]);
  });
});

test('Where handing over is off, nothing is offered, and nobody’s status is heard', async () => {
  await start('off');
  await send({ type: 'message', text: question });
  expect(await status({ state: 'completed' })).toBe(200);
  const [id] = await staff.queue();
  expect(await staff.page(`/console/escalations/${id}`)).toContain('Nobody is on it yet.');
  expect(initiations()).toEqual([]);
});
