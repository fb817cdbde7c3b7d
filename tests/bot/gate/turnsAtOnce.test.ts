import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { post } from '../../support/directLineVisitor.ts';
import { startApp } from '../../support/startApp.ts';

const expectedReplies = z.object({ activities: z.array(z.looseObject({ text: z.string() })) });

test('Questions that come at once in one conversation are all remembered', async () => {
  const channel = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"x"}');
    });
  });
  await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve));
  const address = channel.address();
  const serviceUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const app = await startApp();
  const say = (activity: Readonly<Record<string, unknown>>) =>
    post(`${app.url}/api/messages`, null, {
      type: 'message',
      id: randomUUID(),
      channelId: 'emulator',
      serviceUrl,
      conversation: { id: 'c1' },
      from: { id: 'v1' },
      recipient: { id: 'bot' },
      locale: 'en',
      ...activity,
    });

  const questions = ['What is ICLEI?', 'What is the Solutions Gateway?', 'What is the SMART approach?'];
  await Promise.all(questions.map((text, index) => say({ id: `turn-${index}`, text })));
  // A button under an answer works as long as the answer is remembered.
  for (const [index, entry] of ['what-is-iclei', 'solutions-gateway', 'smart-approach'].entries()) {
    const value = { action: 'feedback', entry, answer: `turn-${index}`, helpful: true };
    const response = await say({ value, deliveryMode: 'expectReplies' });
    const [reply] = expectedReplies.parse(await response.json()).activities;
    expect(reply?.text).toMatch(/^Thank you/u);
  }
  await app.close();
  channel.closeAllConnections();
  channel.close();
});
