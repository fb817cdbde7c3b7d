// A curator saves files while the service runs: good ones are live within seconds, broken ones never are.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { comeToChat } from '../../support/directLineVisitor.ts';
import { signIn } from '../../support/staff.ts';
import { type StartedApp, startApp } from '../../support/startApp.ts';

const shipped = new URL('../../../knowledge', import.meta.url).pathname;
const readiness = z.object({
  parts: z.object({ knowledge: z.boolean() }),
  knowledgeFaults: z.array(z.string()),
});

let folder: string;
let bot: StartedApp;
let file: string;
let good: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-knowledge-'));
  for (const part of ['entries', 'facts.yaml', 'glossary.yaml', 'out-of-scope.yaml'])
    await cp(join(shipped, part), join(folder, part), { recursive: true });
  file = join(folder, 'entries', 'events.yaml');
  good = await readFile(file, 'utf8');
  bot = await startApp({ settings: { knowledgeFolder: folder } });
});

afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

async function ready() {
  return readiness.parse(await (await fetch(`${bot.url}/readyz`)).json());
}

/** Asks until it is so; the test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(100);
}

test('a broken file never goes live: the last good version answers, and its place is named', async () => {
  await writeFile(file, good.replace('topic: events', 'topic: eventz'));
  await until(async () => !(await ready()).parts.knowledge);
  const line = good.split('\n').findIndex((text) => text.includes('topic: events')) + 1;
  expect((await ready()).knowledgeFaults[0]).toMatch(new RegExp(`^entries/events\\.yaml:${line}:\\d+$`, 'u'));
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  const staff = await signIn(await bot.app.newSignInLink(), 'Anna');
  expect(await staff.page('/console')).toContain(`entries/events.yaml:${line}:`);
  const visitor = await comeToChat(bot.url);
  expect((await visitor.ask('What is ICLEI?')).text).toContain('Local Governments for Sustainability');
});

test('a good file is live without a restart, and the fault is gone', async () => {
  const wording = 'did the quagga parade open Metropolitan Solutions';
  await writeFile(
    file,
    good.replace('      - Metropolitan Solutions\n', (line) => `${line}      - ${wording}\n`),
  );
  await until(async () => (await ready()).parts.knowledge);
  const visitor = await comeToChat(bot.url);
  expect((await visitor.ask(wording)).text).toContain('Metropolitan Solutions');
});
