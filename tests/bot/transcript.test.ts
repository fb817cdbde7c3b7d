import { expect, test } from '@jest/globals';
import { openDatabase } from '../../bot/store/database.ts';
import { createSqlActivityLog } from '../../bot/store/sqlActivityLog.ts';
import { transcriptOf } from '../../bot/transcript.ts';

test('Staff see the newest messages of a conversation, however long it is', async () => {
  const { db, close } = await openDatabase(':memory:');
  const log = createSqlActivityLog(db);
  const at = new Date('2026-11-23T10:00:00Z');
  await log.create({ id: 'c1', visitorId: 'dl_1', origin: null, locale: 'en', createdAt: at });
  // As many as the log would take a while to write one by one.
  const rows = Array.from({ length: 10_500 }, (_, index) => ({
    conversation_id: 'c1',
    seq: index + 1,
    id: `a${index + 1}`,
    client_id: null,
    sender: 'visitor' as const,
    body: JSON.stringify({ type: 'message', text: `message ${index + 1}` }),
    at: at.toISOString(),
    pending: 0,
    turn_seq: null,
  }));
  while (rows.length > 0) await db.insertInto('activities').values(rows.splice(0, 1000)).execute();

  const lines = await transcriptOf(log, { channel: 'directline', id: 'c1' });
  expect(lines).toHaveLength(200);
  expect([lines[0]?.text, lines.at(-1)?.text]).toEqual(['message 10301', 'message 10500']);
  expect(await transcriptOf(log, { channel: 'msteams', id: 'c1' })).toEqual([]);
  await close();
});

test('Staff do not see what was taken out of a question in the conversation around it', async () => {
  const { db, close } = await openDatabase(':memory:');
  const log = createSqlActivityLog(db);
  const at = new Date('2026-11-23T10:00:00Z');
  await log.create({ id: 'c1', visitorId: 'dl_1', origin: null, locale: 'en', createdAt: at });
  const said = { id: null, clientId: null, at, pending: false } as const;
  await log.append('c1', {
    ...said,
    sender: 'visitor',
    body: { type: 'message', text: 'Call 0228 97629928', locale: 'de' },
  });
  await log.append('c1', {
    ...said,
    sender: 'staff',
    body: { type: 'message', text: 'Call us: 0228 976299-0' },
  });
  const lines = await transcriptOf(log, { channel: 'directline', id: 'c1' });
  expect(lines.map(({ text }) => text)).toEqual(['Call [Telefonnummer entfernt]', 'Call us: 0228 976299-0']);
  await close();
});
