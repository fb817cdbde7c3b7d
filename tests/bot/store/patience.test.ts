import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlFeedbackStore } from '../../../bot/store/sqlFeedbackStore.ts';
import { UnavailableError } from '../../../bot/unavailable.ts';

let folder = '';
let opened: OpenDatabase;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-patience-'));
  opened = await openDatabase(join(folder, 'bot.sqlite'));
});
afterEach(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

const write = (db: Database, answer: string) =>
  createSqlFeedbackStore(db).record({
    conversation: { channel: 'directline', id: 'c1' },
    answer,
    entry: 'what-is-iclei',
    helpful: true,
    at: new Date('2026-11-23T10:00:00Z'),
  });
const written = async (db: Database) =>
  (await db.selectFrom('feedback').select('answer').execute()).map(({ answer }) => answer);

test('While another process writes, reads and timers go on, and what is to be written is written after it', async () => {
  const { db } = opened;
  const other = new DatabaseSync(join(folder, 'bot.sqlite'));
  other.exec('begin immediate');
  const writes = [write(db, 'a'), db.transaction().execute(async (trx) => write(trx, 'b'))];
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(await written(db)).toEqual([]);
  other.exec('commit');
  await Promise.all(writes);
  expect(await written(db)).toEqual(['a', 'b']);
  other.close();
});

test('What can not be written for too long is refused, and nothing of it is kept', async () => {
  const { db } = opened;
  const other = new DatabaseSync(join(folder, 'bot.sqlite'));
  other.exec('begin immediate');
  await expect(write(db, 'a')).rejects.toThrow(UnavailableError);
  other.exec('rollback');
  await write(db, 'b');
  expect(await written(db)).toEqual(['b']);
  other.close();
});

test('A full disk refuses what does not fit, keeps what it has, and takes more when there is room again', async () => {
  const { db } = opened;
  await write(db, 'a');
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db);
  const big = db.transaction().execute(async (trx) => {
    await write(trx, 'b');
    await write(trx, 'c'.repeat(100_000));
  });
  await expect(big).rejects.toThrow(UnavailableError);
  await sql`pragma max_page_count = 100000`.execute(db);
  await write(db, 'd');
  expect(await written(db)).toEqual(['a', 'd']);
});
