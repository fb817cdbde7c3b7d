import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { createSqlOutbox } from '../../../bot/store/sqlOutbox.ts';
import { createSqlResumeSecrets } from '../../../bot/store/sqlResumeSecrets.ts';

const joined = {
  clientId: null,
  sender: 'visitor',
  body: { type: 'conversationUpdate' },
  at: new Date('2026-11-25T10:00:00Z'),
  pending: true,
} as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-migrations-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('A database of the first version is taken over with its conversations', async () => {
  const file = join(folder, 'bot.sqlite');
  const first = new DatabaseSync(file);
  first.exec(await readFile(new URL('firstVersion.sql', import.meta.url), 'utf8'));
  // A reply that was being sent when that version ended.
  first.exec(`
    insert into escalations values ('e2', 'ICL-2222-22', 'answered', 2, 'msteams', 'c9', 'v1', 't1', '{}', 'Who?', 'en',
      '{}', '[]', null, 'Anna', 'I do.', 'Anna', '2026-11-24T10:00:00.000Z', '2026-11-24T09:00:00.000Z',
      '2026-11-24T10:00:00.000Z');
    insert into outbox values ('d1', 'e2', 'I do.', 'Anna', '2026-11-24T10:00:00.000Z', 'sending', 0,
      '2026-11-24T10:00:00.000Z', null);`);
  first.close();

  const { db, close } = await openDatabase(file);
  const log = createSqlActivityLog(db);
  expect(await log.conversation('c1')).toMatchObject({ id: 'c1', visitorId: 'dl_1', locale: 'de' });
  expect(await log.pendingConversations()).toEqual(['c1']);
  expect(await log.pending('c1')).toMatchObject([{ seq: 2, body: { text: 'hello' }, turn: null }]);
  expect(await log.append('c1', { ...joined, id: 'c1|join' })).toEqual({
    seq: 1,
    id: 'c1|join',
    fresh: false,
  });
  expect(await createSqlEscalationStore(db, () => undefined).byId('e1')).toMatchObject({
    status: 'claimed',
    claimedAt: new Date('2026-11-23T11:00:00Z'),
    waitingSince: new Date('2026-11-23T10:00:00Z'),
    queue: 'general',
    priority: 'normal',
    labels: [],
    staffOwns: false,
    dueAt: null,
  });
  expect(await log.lastSeen('c1')).toBeNull();
  const outbox = createSqlOutbox(db, () => undefined);
  expect(await outbox.expired(new Date())).toMatchObject([
    { id: 'd1', kind: 'reply', route: 'chat', fence: 0, since: new Date('2026-11-24T10:00:00Z') },
  ]);
  const secrets = createSqlResumeSecrets(db);
  expect(await secrets.exchange('c1', 'hash-1', 'hash-2', new Date())).toBe(true);
  expect(await secrets.exchange('c1', 'hash-2', 'hash-3', new Date())).toBe(true);
  await close();
});
