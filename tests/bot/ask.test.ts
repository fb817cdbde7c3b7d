// npm run ask, as a program that others start: its two streams, its exit status, and what it refuses.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { files } from '../knowledge/files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-ask-'));
  for (const file of files()) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(
  args: readonly string[],
  input = '',
): Promise<{ status: number; out: string; error: string }> {
  const child = spawn(process.execPath, ['--no-warnings', 'bot/ask.ts', '--knowledge', folder, ...args]);
  child.stdin.end(input);
  const ended = once(child, 'close');
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status]: unknown[] = await ended;
  return { status: Number(status), out, error };
}

test('one answer is plain text: no marks, no numbers that nobody can type', async () => {
  const { status, out, error } = await ask(['become', 'a', 'member']);
  expect(status).toBe(0);
  expect(error).toBe('');
  expect(out).toContain('A city applies to the World Secretariat.');
  expect(out).toContain('[What does membership cost?]');
  expect(out).not.toMatch(/\*\*|\[1\]/u);
});

test('a question that would go to staff is told to be a rehearsal, beside what the bot says', async () => {
  const { out, error } = await ask(['how do llamas sing in the opera']);
  expect(out).toMatch(/Your reference is ICL-/u);
  expect(out).not.toContain('rehearsal');
  expect(error).toBe('(A rehearsal: nothing you ask here is sent to staff or kept.)\n');
});

test('lines of JSON may begin with a byte order mark; a line with a language we do not have is a bad one', async () => {
  const line = (locale: string) =>
    `${JSON.stringify({ conversation: 'a', text: 'membership fee', locale })}\n`;
  const { status, out } = await ask(['--json'], `\uFEFF${line('en-GB')}${line('xx')}nonsense\n${line('')}`);
  expect(status).toBe(1);
  const answers = out
    .trim()
    .split('\n')
    .map((answer): unknown => JSON.parse(answer));
  expect(answers).toMatchObject([
    { entry: 'fees', reply: expect.stringContaining('read the list (https://iclei.org/fees/2025)') },
    { conversation: null, error: 'line 2: "locale" must be one of en, es, pt, fr, de, or left out' },
    { conversation: null, error: expect.stringMatching(/^line 3: give a JSON object/u) },
    { entry: 'fees' },
  ]);
});

test.each([
  [['--locale', 'xx', 'hello'], '--locale xx: no language of the bot. Give one of en, es, pt, fr, de.'],
  [['--json', 'hello', 'you'], '--json reads questions from standard input, so "hello you" would be lost.'],
])('%j is refused with a reason', async (args, reason) => {
  const { status, out, error } = await ask(args);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(error).toContain(reason);
});
