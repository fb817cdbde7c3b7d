import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readRouting } from '../../../bot/desk/readRouting.ts';
import { parseSettings } from '../../../bot/settings.ts';
import { runCommand } from '../../support/runCommand.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-routing-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('Without a setting the shipped file is read', async () => {
  const read = parseSettings({});
  const plan = await readRouting(read.ok ? read.settings.routingFile : '');
  expect(plan.defaultQueue).toBe('general');
});

test('A file that is not there, or no text, is said to be so', async () => {
  const missing = join(folder, 'missing.yaml');
  await expect(readRouting(missing)).rejects.toMatchObject({
    faults: [expect.stringMatching(/missing\.yaml cannot be read \(ENOENT\)\. Set ROUTING_FILE/u)],
  });
  const binary = join(folder, 'binary.yaml');
  await writeFile(binary, new Uint8Array([0xff, 0xfe, 0x00]));
  await expect(readRouting(binary)).rejects.toMatchObject({ faults: [expect.stringContaining('not UTF-8')] });
});

test('A file with faults keeps the service from starting, with status 78 and words', async () => {
  const faulty = join(folder, 'faulty.yaml');
  await writeFile(faulty, 'defaultQueue: General\n');
  const ended = await runCommand(['bot/index.ts'], '', {
    PORT: '0',
    DATABASE_FILE: join(folder, 'bot.sqlite'),
    ROUTING_FILE: faulty,
  });
  expect(ended.status).toBe(78);
  expect(ended.stderr).toContain('Refusing to start:');
  expect(ended.stderr).toMatch(/faulty\.yaml:1:\d+ The file: defaultQueue must be lower-case words/u);
});
