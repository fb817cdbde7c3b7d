// The one question a page may ask for a returning visitor before the chat is opened: how much has been said?
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { comeToChat, post } from '../../support/directLineVisitor.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

const count = async (conversationId: string, resumeSecret: string) => {
  const response = await post(`${app.url}/v3/directline/replies`, null, { conversationId, resumeSecret });
  const body: unknown = await response.json();
  return { status: response.status, body };
};

test('counts what the bot has said and not what the visitor said, and leaves the secret as it is', async () => {
  const visitor = await comeToChat(app.url);
  const { conversationId, resumeSecret } = visitor;
  expect(await count(conversationId, resumeSecret)).toEqual({ status: 200, body: { replies: 1 } });
  await visitor.ask('What is ICLEI?');
  expect(await count(conversationId, resumeSecret)).toEqual({ status: 200, body: { replies: 2 } });
  const resume = { conversationId, resumeSecret };
  expect((await post(`${app.url}/v3/directline/tokens/resume`, null, resume)).status).toBe(200);
  // A tab that has not heard of the new secret yet.
  expect((await count(conversationId, resumeSecret)).status).toBe(200);
});

test('a foreign secret and an unknown conversation are refused alike', async () => {
  const [visitor, other] = [await comeToChat(app.url), await comeToChat(app.url)];
  const foreign = await count(visitor.conversationId, other.resumeSecret);
  const unknown = await count('0'.repeat(32), visitor.resumeSecret);
  expect(foreign.status).toBe(403);
  expect(unknown).toEqual(foreign);
  expect((await count(visitor.conversationId, '')).status).toBe(400);
});
