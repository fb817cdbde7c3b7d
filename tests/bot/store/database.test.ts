import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { DatabaseHeldError, openDatabase } from '../../../bot/store/database.ts';
import { ownSecret } from '../../../bot/store/sqlSecrets.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-db-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('A second instance on the same file is refused by name, and let in when the first has ended', async () => {
  const file = join(folder, 'held.sqlite');
  const first = await openDatabase(file);
  await expect(openDatabase(file)).rejects.toThrow(DatabaseHeldError);
  await expect(openDatabase(file)).rejects.toThrow(`another instance holds ${file}`);
  await first.close();
  await (await openDatabase(file)).close();
});

test('What was written is there after closing and opening', async () => {
  const file = join(folder, 'kept.sqlite');
  const first = await openDatabase(file);
  const secret = await ownSecret(first.db, 'key', () => 'made-first');
  await first.close();
  const second = await openDatabase(file);
  expect(await ownSecret(second.db, 'key', () => 'made-second')).toBe(secret);
  await second.close();
});

test('Every commit is synced to the disk, in write-ahead mode', async () => {
  const { db, close } = await openDatabase(join(folder, 'synced.sqlite'));
  expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
  expect((await sql`pragma secure_delete`.execute(db)).rows).toEqual([{ secure_delete: 1 }]);
  await close();
});
