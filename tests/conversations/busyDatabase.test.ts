import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { comeToChat } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { startApp } from '../support/startApp.ts';

test('While another process holds the database visitors are asked to come back, staff can read, and then all goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-bot-busy-'));
  const app = await startApp({ folder });
  const visitor = await comeToChat(app.url);
  await visitor.ask('Does ICLEI breed penguins in Antarctica?');
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();

  const other = new DatabaseSync(join(folder, 'bot.sqlite'));
  other.exec('begin immediate');
  const sent = visitor.request('/activities', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: 'What is ICLEI?' }),
  });
  const replied = staff.reply(id, 'No.');
  expect((await visitor.heard()).length).toBe(2);
  expect(await staff.page('/console')).toContain('penguins');
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  const refused = await sent;
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await replied).toBe(503);
  other.exec('commit');
  other.close();

  expect((await visitor.ask('What is ICLEI?')).channelData?.reply?.kind).toBe('answer');
  expect(await staff.reply(id, 'No.')).toBe(303);
  await visitor.waitFor(4);
  await app.close();
  await rm(folder, { recursive: true });
});
