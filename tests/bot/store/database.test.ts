import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../../bot/store/database.ts';
import { DatabaseHeldError, DatabaseUnusableError } from '../../../bot/store/databaseFile.ts';
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

test('A second instance is refused whatever name of the file it was given', async () => {
  const file = join(folder, 'real', 'data.sqlite');
  const [byFile, byFolder, early] = ['by-file', 'by-folder', 'early'].map((name) => join(folder, name));
  await symlink(file, early ?? '');
  // The first one comes through a link to a file that is not there yet.
  await mkdir(join(folder, 'real'));
  const first = await openDatabase(early ?? '');
  await symlink(file, byFile ?? '');
  await symlink(join(folder, 'real'), byFolder ?? '');
  for (const name of [file, byFile ?? '', join(byFolder ?? '', 'data.sqlite'), early ?? ''])
    await expect(openDatabase(name)).rejects.toThrow(DatabaseHeldError);
  await first.close();
  await (await openDatabase(file)).close();
});

test('The folder of a new database is made, however deep', async () => {
  await (await openDatabase(join(folder, 'a', 'b', 'c', 'new.sqlite'))).close();
});

test('What can not be a database is refused in plain words, and the lock is given back', async () => {
  const text = join(folder, 'text.sqlite');
  await writeFile(text, 'This is a letter, and no database. '.repeat(100));
  await mkdir(join(folder, 'folder.sqlite'));
  for (const [file, reason] of [
    [text, 'it is not a SQLite database'],
    [text, 'it is not a SQLite database'],
    [join(folder, 'folder.sqlite'), 'it is a folder'],
    [join(text, 'inside.sqlite'), 'a part of its path is a file, not a folder'],
  ] as const) {
    await expect(openDatabase(file)).rejects.toThrow(DatabaseUnusableError);
    await expect(openDatabase(file)).rejects.toThrow(`The database ${file} can't be used: ${reason}.`);
  }
  // Where Linux refuses a folder in a way that Node tries again for ever.
  await expect(openDatabase('/proc/nope/bot.sqlite')).rejects.toThrow(DatabaseUnusableError);
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
