import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createLogIds } from '../../bot/logIds.ts';
import { comeToChat } from '../support/directLineVisitor.ts';
import { startApp } from '../support/startApp.ts';

test('An id in the log is the same for a day, another the day after, and never the id itself', () => {
  let clock = new Date('2026-11-23T00:00:00Z');
  const logId = createLogIds(() => clock);
  const first = logId('conversation-1');
  clock = new Date('2026-11-23T23:59:59Z');
  expect(logId('conversation-1')).toBe(first);
  expect(logId('conversation-2')).not.toBe(first);
  clock = new Date('2026-11-24T00:00:00Z');
  expect(logId('conversation-1')).not.toBe(first);
  expect(first).toMatch(/^[\w-]{12}$/u);
});

test('Two services give the same id two names', () => {
  const now = () => new Date('2026-11-23T00:00:00Z');
  expect(createLogIds(now)('conversation-1')).not.toBe(createLogIds(now)('conversation-1'));
});

test('What the log says about a failed turn of the web chat names neither the conversation nor the visitor', async () => {
  let logged = '';
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged += chunk.toString();
      done();
    },
  });
  const app = await startApp({ options: { log: pino({ level: 'trace' }, lines) } });
  const visitor = await comeToChat(app.url);
  const database = new DatabaseSync(join(app.folder, 'bot.sqlite'));
  database.exec('DROP TABLE bot_state');
  database.close();
  await visitor.send('What is ICLEI?');
  await visitor.waitFor(2);
  await app.close();
  expect(logged).toMatch(/"conversation":"[\w-]{12}"/u);
  expect(logged).not.toContain(visitor.conversationId);
  expect(logged).not.toMatch(/dl_[0-9a-f]{32}|What is ICLEI/u);
});
