import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { comeToChat, post } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

/** A channel's service that takes replies until it is told to hang. */
async function startChannel() {
  let hangs = false;
  const held: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      if (hangs) {
        held.push(request.url ?? '');
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end('{"id":"x"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    held,
    hang: () => {
      hangs = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('A channel that hangs holds up neither the web chat’s replies nor the end of the service', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-bot-hung-'));
  const channel = await startChannel();
  const app = await startApp({ folder });
  await post(`${app.url}/api/messages`, null, {
    type: 'message',
    id: randomUUID(),
    channelId: 'emulator',
    serviceUrl: channel.url,
    conversation: { id: 'c1' },
    from: { id: 'v1' },
    recipient: { id: 'bot' },
    text: 'Does ICLEI breed penguins in Antarctica?',
  });
  const visitor = await comeToChat(app.url);
  await visitor.ask('Does ICLEI farm walrus in Norway?');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [penguins = '', walrus = ''] = await staff.queue();

  channel.hang();
  expect(await staff.reply(penguins, 'We leave penguins alone.')).toBe(303);
  await until(() => channel.held.length === 1);
  expect(await staff.reply(walrus, 'We leave walrus alone.')).toBe(303);
  const heard = await visitor.waitFor(3);
  expect(heard.at(-1)?.text).toContain('walrus alone');

  await app.close();
  const again = await startApp({ folder });
  const later = await signIn(await again.app.newSignInLink(), 'Bela');
  expect(await later.page(`/console/escalations/${penguins}`)).toContain('did not answer in time');
  expect(channel.held).toHaveLength(1);
  await again.close();
  channel.close();
  await rm(folder, { recursive: true });
});
