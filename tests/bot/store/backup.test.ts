import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { checkBackup, NotReplacedError, restoreBackup, writeBackup } from '../../../bot/store/backup.ts';
import { BackupUnusableError } from '../../../bot/store/backupFile.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { openForReading, openForReplacing } from '../../../bot/store/openForCommand.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { createSqlBotState } from '../../../bot/store/sqlBotState.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { ownSecret } from '../../../bot/store/sqlSecrets.ts';
import { listTables } from '../../../bot/store/tableList.ts';
import { type DatabaseKind, databaseKinds } from '../../support/databases.ts';
import { createTestDatabase } from '../../support/postgres.ts';

const at = new Date('2026-11-25T10:00:00Z');
let folder = '';
const cleanUp: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-backup-'));
});
afterAll(async () => {
  for (const clean of cleanUp) await clean();
  await rm(folder, { recursive: true });
});

let made = 0;
/** A place for a database, with nothing there. */
async function place(kind: DatabaseKind): Promise<string> {
  made += 1;
  if (kind === 'sqlite') return join(folder, `${made}.sqlite`);
  const { url, drop } = await createTestDatabase();
  cleanUp.push(drop);
  return url;
}

/** What a service has after a while. @returns the id of an escalation */
async function use(db: Database): Promise<string> {
  const log = createSqlActivityLog(db);
  await log.create({ id: 'c1', visitorId: 'dl_1', origin: null, locale: 'de', createdAt: at });
  for (let count = 0; count < 250; count++) {
    const body = { type: 'message', text: `Zeile\n${count} "ü" 👩🏽‍🚀` } as const;
    await log.append('c1', { id: null, clientId: null, sender: 'visitor', body, at, pending: false });
  }
  await createSqlBotState(db, () => at).write({ 'directline/c1': { dialog: { language: 'de' } } });
  await ownSecret(db, 'directLineSigningKey', () => 'the key');
  const escalations = createSqlEscalationStore(db, () => undefined);
  const { id } = await escalations.open({
    turnId: 't1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'dl_1',
    conversationReference: '{}',
    question: 'Verleiht ICLEI Fahrräder?',
    language: 'de',
    tried: { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] },
    at,
  });
  await escalations.change(id, { kind: 'reply', staff: 'Anna', text: 'Nein.' }, at, null);
  return id;
}

async function contents(db: Database) {
  const tables = await listTables(db);
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const all = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
      return [name, all.rows.map((row) => JSON.stringify(Object.entries(row).toSorted())).toSorted()];
    }),
  );
  return Object.fromEntries(rows);
}

async function backUp(from: string, file: string): Promise<number> {
  const { db, close } = await openForReading(from);
  const rows = await writeBackup(db, file, at);
  await close();
  return rows;
}

async function restore(to: string, file: string, replace = false): Promise<number> {
  const { db, close } = await openForReplacing(to);
  try {
    return await restoreBackup(db, file, replace);
  } finally {
    await close();
  }
}

describe.each(databaseKinds)('A backup of a service that runs on %s', (kind) => {
  test.each(databaseKinds)('is the same in %s, and the service goes on there', async (other) => {
    const [from, to] = [await place(kind), await place(other)];
    const file = join(folder, `${kind}-${other}.jsonl`);
    const source = await openDatabase(from);
    const id = await use(source.db);
    // It keeps nobody waiting, and nobody keeps it waiting.
    const rows = await source.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('activities').where('seq', '=', 1).execute();
      const written = await backUp(from, file);
      await trx.insertInto('secrets').values({ name: 'later', value: '' }).execute();
      return written;
    });
    expect(await checkBackup(file)).toEqual({ rows, at: at.toISOString() });
    expect(await restore(to, file)).toBe(rows);

    const target = await openDatabase(to);
    await source.db.deleteFrom('secrets').where('name', '=', 'later').execute();
    const [before, after] = [await contents(source.db), await contents(target.db)];
    expect(after.activities).toHaveLength(250);
    expect({ ...after, activities: [] }).toEqual({ ...before, activities: [] });
    // Numbers go on where they were.
    const escalations = createSqlEscalationStore(target.db, () => undefined);
    await escalations.change(id, { kind: 'close', staff: 'Anna' }, at, null);
    expect((await escalations.history(id)).map((event) => event.kind)).toEqual(['opened', 'reply', 'close']);
    await Promise.all([source.close(), target.close()]);
  });

  test('replaces what is there only when that is wanted, and with nobody at work', async () => {
    const [from, to] = [await place('sqlite'), await place(kind)];
    const file = join(folder, `replaces-${kind}.jsonl`);
    const source = await openDatabase(from);
    await ownSecret(source.db, 'key', () => 'new');
    await backUp(from, file);
    await source.close();

    const running = await openDatabase(to);
    await use(running.db);
    await expect(restore(to, file, true)).rejects.toThrow(
      kind === 'sqlite' ? 'another instance holds' : 'An instance of the service works with this database',
    );
    await running.close();

    await expect(restore(to, file)).rejects.toThrow(NotReplacedError);
    const kept = await openDatabase(to);
    expect(await ownSecret(kept.db, 'directLineSigningKey', () => '')).toBe('the key');
    await kept.close();

    expect(await restore(to, file, true)).toBe(1);
    const replaced = await openDatabase(to);
    expect(await replaced.db.selectFrom('secrets').selectAll().execute()).toEqual([
      { name: 'key', value: 'new' },
    ]);
    await replaced.close();
  });
});

describe('A backup', () => {
  let good = '';
  beforeAll(async () => {
    const from = await place('sqlite');
    const source = await openDatabase(from);
    await use(source.db);
    await source.close();
    good = join(folder, 'good.jsonl');
    await backUp(from, good);
  });

  test("is its owner's alone, and is there only when it is whole", async () => {
    expect((await stat(good)).mode & 0o777).toBe(0o600);
    const from = await place('sqlite');
    const { db, close } = await openDatabase(from);
    // A kind of value that no table of ours has.
    await sql`insert into secrets (name, value) values ('blob', x'00')`.execute(db);
    const file = join(folder, 'not-whole.jsonl');
    await writeFile(file, 'the one before');
    await expect(backUp(from, file)).rejects.toThrow();
    expect(await readFile(file, 'utf8')).toBe('the one before');
    await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT');
    await close();
  });

  test.each([
    ['empty', () => '', 'is empty'],
    ['something else', () => 'Dear Sir,\n', 'is not a backup of this service'],
    ['cut off at a line', (text: string) => text.split('\n').slice(0, 20).join('\n'), 'its end is missing'],
    ['cut off within a line', (text: string) => text.slice(0, 2_000), 'damaged or cut off'],
    ['changed', (text: string) => text.replace('Fahrräder', 'Fahrrad'), 'was changed or damaged'],
    [
      'without one of its lines',
      (text: string) => text.split('\n').toSpliced(5, 1).join('\n'),
      'was changed or damaged',
    ],
    [
      'longer than it was',
      (text: string) => `${text}["secrets",{"name":"x","value":"y"}]\n`,
      'comes after the end',
    ],
    [
      'of another version',
      (text: string) => text.replace(/"schema":"[^"]+"/u, '"schema":"0001-initial"'),
      'is of another version of this service',
    ],
  ])('that is %s is refused', async (_what, change, message) => {
    const file = join(folder, 'bad.jsonl');
    await writeFile(file, change(await readFile(good, 'utf8')));
    await expect(checkBackup(file)).rejects.toThrow(BackupUnusableError);
    await expect(checkBackup(file)).rejects.toThrow(message);
  });

  test('that turns out to be bad while it is restored leaves everything as it was', async () => {
    const to = await place('sqlite');
    const target = await openDatabase(to);
    await ownSecret(target.db, 'key', () => 'old');
    await target.close();
    const file = join(folder, 'turned-bad.jsonl');
    await writeFile(file, await readFile(good));
    await appendFile(file, '["secrets",{"name":"x","value":"y"}]\n');
    await expect(restore(to, file, true)).rejects.toThrow(BackupUnusableError);
    const after = await openDatabase(to);
    expect(await ownSecret(after.db, 'key', () => '')).toBe('old');
    await after.close();
  });

  test('of what is no database, or an empty one, is refused in words', async () => {
    await expect(openForReading(good)).rejects.toThrow('it is not a SQLite database');
    await expect(openForReading(join(folder, 'nothing.sqlite'))).rejects.toThrow("can't be used");
    await expect(openForReading(await place('postgres'))).rejects.toThrow('it has no tables');
  });
});
