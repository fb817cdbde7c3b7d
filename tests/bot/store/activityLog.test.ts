import { describe, expect, test } from '@jest/globals';
import type { NewActivity } from '../../../bot/directLine/activityLog.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { type DatabaseKind, databaseKinds, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');
const conversation = { id: 'c1', visitorId: 'dl_1', origin: null, locale: 'de', createdAt: at };

function says(text: string, clientId: string | null = null): NewActivity {
  return { id: null, clientId, sender: 'visitor', body: { type: 'message', text }, at, pending: true };
}

async function open(kind: DatabaseKind) {
  const { db, another, close } = await openTestDatabase(kind);
  const log = createSqlActivityLog(db);
  await log.create(conversation);
  return { log, other: createSqlActivityLog((await another()).db), close };
}

describe.each(databaseKinds)('The activity log on %s', (kind) => {
  test('numbers what is said from 1, and gives it back in order', async () => {
    const { log, close } = await open(kind);
    for (const text of ['one', 'two', 'three']) await log.append('c1', says(text));
    expect((await log.since('c1', 1, 10)).map(({ seq, body }) => [seq, body.text])).toEqual([
      [2, 'two'],
      [3, 'three'],
    ]);
    expect((await log.latest('c1', 2)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect([await log.lastSeq('c1'), await log.lastSeq('unknown')]).toEqual([3, 0]);
    expect([await log.conversation('c1'), await log.conversation('unknown')]).toEqual([conversation, null]);
    await close();
  });

  test('numbers without gaps what two instances append at the same time, and keeps a message that is sent again once', async () => {
    const { log, other, close } = await open(kind);
    const texts = Array.from({ length: 20 }, (_, count) => `text ${count}`);
    const appended = await Promise.all(
      texts.flatMap((text) => [log.append('c1', says(text, text)), other.append('c1', says(text, text))]),
    );
    expect(appended.filter(({ fresh }) => fresh)).toHaveLength(20);
    const kept = await log.since('c1', 0, 100);
    expect(kept.map(({ seq }) => seq)).toEqual(texts.map((_, index) => index + 1));
    expect(new Set(kept.map(({ body }) => body.text))).toEqual(new Set(texts));
    await close();
  });

  test('counts what bot and staff have said', async () => {
    const { log, close } = await open(kind);
    await log.append('c1', says('hello'));
    for (const sender of ['bot', 'staff', 'staff'] as const)
      await log.append('c1', { ...says('good day'), sender, pending: false });
    expect(await log.countReplies('c1')).toBe(3);
    await close();
  });

  test('knows what waits for the bot, and which messages belong together', async () => {
    const { log, close } = await open(kind);
    for (const text of ['one', 'two', 'three']) await log.append('c1', says(text));
    expect(await log.pendingConversations()).toEqual(['c1']);
    await log.settleTurn('c1', [1, 2]);
    expect((await log.pending('c1')).map(({ turn }) => turn)).toEqual([1, 1, null]);
    await log.handled('c1', 1);
    expect((await log.pending('c1')).map(({ body }) => body.text)).toEqual(['three']);
    await log.handled('c1', 3);
    expect(await log.pendingConversations()).toEqual([]);
    await close();
  });

  test('keeps texts in every script, and the locale a conversation was started with first', async () => {
    const { log, close } = await open(kind);
    const text = 'Ünïcödé 你好 👩🏽‍🚀 \n "quoted" \\ \'; drop table activities; --';
    await log.append('c1', says(text));
    expect((await log.since('c1', 0, 1))[0]?.body.text).toBe(text);
    await log.start('c1', 'fr', at);
    await log.start('c1', 'es', at);
    expect((await log.conversation('c1'))?.locale).toBe('fr');
    await close();
  });

  test('takes a client id with a character that a database may not know', async () => {
    const { log, close } = await open(kind);
    const first = await log.append('c1', says('hello', 'a\0b'));
    expect(await log.append('c1', says('hello', 'a\0b'))).toEqual({ ...first, fresh: false });
    await close();
  });
});
