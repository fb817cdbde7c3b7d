import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/database.ts';
import { ownSecret } from '../../../bot/store/sqlSecrets.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { runCommand } from '../../support/runCommand.ts';

let folder = '';
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-cli-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const run = (command: 'backup' | 'restore', args: string[], environment = {}) =>
  runCommand(['--no-warnings', `bot/cli/${command}.ts`, ...args], '', environment);

test('What is backed up from SQLite while it is held comes back in PostgreSQL', async () => {
  const DATABASE_FILE = join(folder, 'bot.sqlite');
  const file = join(folder, 'backup.jsonl');
  const running = await openDatabase(DATABASE_FILE);
  await ownSecret(running.db, 'key', () => 'kept');
  expect(await run('backup', [file], { DATABASE_FILE })).toEqual({
    status: 0,
    stdout: `1 rows are in ${file}.\n`,
    stderr: '',
  });
  await running.close();

  const DATABASE_URL = database.url;
  expect(await run('restore', [file], { DATABASE_URL })).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^1 rows are restored, as they were at 20\S+Z\.\n$/u),
  });
  expect(await run('restore', [file], { DATABASE_URL })).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is something in the database already (secrets). With --yes it is deleted.\n',
  });
  expect(await run('restore', [file, '--yes'], { DATABASE_URL })).toMatchObject({ status: 0 });
  const { db, close } = await openDatabase(database.url);
  expect(await ownSecret(db, 'key', () => '')).toBe('kept');
  await close();
});

test('Faults are told in a sentence, and calls that are wrong by their own exit code', async () => {
  for (const command of ['backup', 'restore'] as const) {
    expect(await run(command, ['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`npm run db:${command} -- FILE`),
    });
    for (const args of [[], ['one', 'two'], ['--unknown']])
      expect(await run(command, args)).toMatchObject({ status: 2, stdout: '' });
    const wrong = await run(command, [join(folder, 'x')], { DATABASE_URL: 'postgres://u:secret@h' });
    expect(wrong).toMatchObject({ status: 1, stderr: expect.stringContaining('DATABASE_URL must be') });
    expect(wrong.stderr).not.toContain('secret');
  }
  const missing = await run('restore', [join(folder, 'none.jsonl')]);
  expect(missing).toMatchObject({ status: 1, stderr: expect.stringMatching(/^ENOENT.*\n$/u) });
  const held = await openDatabase(join(folder, 'held.sqlite'));
  const restored = await run('restore', [join(folder, 'backup.jsonl'), '--yes'], {
    DATABASE_FILE: join(folder, 'held.sqlite'),
  });
  expect(restored).toMatchObject({ status: 1, stderr: expect.stringContaining('another instance holds') });
  await held.close();
  expect((await readFile(join(folder, 'backup.jsonl'), 'utf8')).split('\n')).toHaveLength(4);
});
