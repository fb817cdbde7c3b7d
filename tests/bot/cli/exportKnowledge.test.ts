// What staff taught goes into the files as a curator would have written it, while the service runs.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { planExport } from '../../../bot/cli/exportPlan.ts';
import { FilesChangedError, writeFiles } from '../../../bot/cli/writeFiles.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlTeachings } from '../../../bot/store/sqlTeaching.ts';
import type { TeachingStore } from '../../../dialogs/index.ts';
import {
  type Change,
  checkKnowledge,
  createMatcher,
  parseTaught,
  readTaught,
} from '../../../knowledge/index.ts';
import { emptyFolder, put, sampleFolder } from '../../knowledge/cli/sampleFolder.ts';
import { fees, joining } from '../../knowledge/files.ts';
import { desks, phrasing, taught } from '../../knowledge/overlay/taught.ts';
import { runCommand } from '../../support/runCommand.ts';

const commented = `# How to join.\n${joining.replace('- join ICLEI\n', '- join ICLEI   # short\n')}`;
const now = new Date('2026-11-25T12:00:00Z');

let folder: string;
let database: string;
let service: OpenDatabase;
let teachings: TeachingStore;
beforeEach(async () => {
  folder = await sampleFolder({ 'entries/iclei.yaml': commented });
  database = join(await emptyFolder(), 'bot.sqlite');
  // As the service has it open, lock and all.
  service = await openDatabase(database);
  teachings = createSqlTeachings(service.db, () => {});
});
afterEach(() => service.close());

async function publish(change: Change): Promise<string> {
  const { id } = await teachings.add({ author: 'Anna', escalation: null, change, at: now });
  await teachings.change(id, { kind: 'publish', staff: 'Ben', needsSecond: false }, now, 1);
  return id;
}
const run = (...args: string[]) =>
  runCommand(['bot/cli/exportKnowledge.ts', '--knowledge', folder, '--database', database, ...args]);
const read = (path: string) => readFile(join(folder, path), 'utf8');
const wording = phrasing('how do we become part of it', { entry: 'joining' });
const entry = { ...desks, ask: 'hot desk for guests' };

describe('npm run knowledge:export', () => {
  test('writes what was taught, and leaves every other byte alone', async () => {
    const ids = [await publish(wording), await publish(entry)];
    const before = await read('facts.yaml');
    const served = parseTaught(await readTaught(folder, await teachings.served()));
    const { status, stdout, stderr } = await run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('"how do we become part of it" to "joining" (en)');
    expect(stdout).toContain('new entry "desks"');
    expect(stdout).toContain('Next: read "git diff", then commit.');
    const last = '      - apply for membership\n';
    expect(await read('entries/iclei.yaml')).toBe(
      commented.replace(last, `${last}      - how do we become part of it\n`),
    );
    expect(await read('entries/fees.yaml')).toBe(fees);
    expect((await read('facts.yaml')).startsWith(before)).toBe(true);
    expect(await read('entries/contact-offices.yaml')).toContain('- id: desks\n');
    expect(await read('questions/en.yaml')).toContain("ask: 'hot desk for guests', want: desks");
    const { faults } = await checkKnowledge(folder, now, createMatcher);
    expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect((await teachings.served()).map(({ exported }) => exported)).toEqual([true, true]);
    // The files have it: what is served is the files alone.
    const serves = await readTaught(folder, await teachings.served());
    const loaded = parseTaught(serves);
    expect(loaded).toEqual(served);
    expect(loaded.ok).toBe(true);
    expect(serves.standings.map(({ kind }) => kind)).toEqual(ids.map(() => 'contained'));
    expect(await readdir(join(folder, 'entries'))).toEqual([
      'contact-offices.yaml',
      'fees.yaml',
      'iclei.yaml',
    ]);
  });

  test('done again, doubles nothing', async () => {
    await publish(wording);
    await run();
    const after = [await read('entries/iclei.yaml'), await read('questions/en.yaml')];
    const again = await run();
    expect(again.status).toBe(0);
    expect(again.stdout).toContain('nothing was written');
    expect([await read('entries/iclei.yaml'), await read('questions/en.yaml')]).toEqual(after);
  });

  test('does what was left over when it was killed before it could mark anything', async () => {
    const id = await publish(wording);
    const plan = await planExport(folder, await teachings.served(), now);
    if (plan.kind !== 'good') throw new Error('The sample has no fault.');
    await writeFiles(folder, plan.files);
    expect((await teachings.byId(id))?.state).toBe('published');
    expect((await run()).status).toBe(0);
    expect((await teachings.byId(id))?.state).toBe('exported');
  });

  test('with --dry-run says what it would do, and does not', async () => {
    await publish(wording);
    const { status, stdout } = await run('--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('Would be written:');
    expect(await read('entries/iclei.yaml')).toBe(commented);
    expect((await teachings.served())[0]?.exported).toBe(false);
  });

  test('says that there is nothing to do', async () => {
    expect(await run()).toMatchObject({
      status: 0,
      stdout: 'Nothing was taught that the files could lack.\n',
    });
  });

  test('writes nothing into files with faults', async () => {
    await publish(wording);
    await put(folder, { 'entries/fees.yaml': fees.replace('related: [joining]', 'related: [gone]') });
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('entries/fees.yaml:6:13 "fees" is related to "gone"');
    expect(stderr).toContain('Mend them first.');
    expect(await read('entries/iclei.yaml')).toBe(commented);
  });

  test('writes nothing that would bring a fault', async () => {
    const id = await publish({ ...entry, ask: 'quantum flux' });
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('"quantum flux" should get desks');
    expect(await readdir(join(folder, 'entries'))).toEqual(['fees.yaml', 'iclei.yaml']);
    expect((await teachings.byId(id))?.state).toBe('published');
  });

  test('leaves out what the files contradict, says so, and writes the rest', async () => {
    const gone = await publish(phrasing('a b', { entry: 'gone' }));
    await publish(wording);
    const { status, stderr } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain(`Left out (${gone}): The entry "gone" is not there any more.`);
    expect(await read('entries/iclei.yaml')).toContain('how do we become part of it');
    expect((await teachings.byId(gone))?.state).toBe('published');
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect(await run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--dry-run') });
    expect(await run('--nonsense')).toMatchObject({ status: 2 });
    const none = await runCommand(['bot/cli/exportKnowledge.ts', '--database', join(folder, 'none.sqlite')]);
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining("none.sqlite can't be used") });
    expect(await readdir(folder)).not.toContain('none.sqlite');
  });
});

test('An edit that was made meanwhile is not written over', async () => {
  const plan = await planExport(folder, [taught(wording)], now);
  if (plan.kind !== 'good') throw new Error('The sample has no fault.');
  await writeFile(join(folder, 'entries/iclei.yaml'), `${commented}# mine\n`);
  await expect(writeFiles(folder, plan.files)).rejects.toThrow(FilesChangedError);
  expect(await read('entries/iclei.yaml')).toBe(`${commented}# mine\n`);
});

test('What can not be written leaves nothing behind', async () => {
  await mkdir(join(folder, 'entries/new.yaml'));
  const files = [
    { path: 'entries/a.yaml', text: 'a', was: null },
    { path: 'entries/new.yaml', text: 'b', was: null },
  ];
  await expect(writeFiles(folder, files)).rejects.toThrow();
  expect((await readdir(join(folder, 'entries'))).filter((name) => name.startsWith('.'))).toEqual([]);
});
