// A reply teaches the bot: the next visitor who asks is answered, also after a restart, and the service says what its files lack.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { sampleFolder } from '../knowledge/cli/sampleFolder.ts';
import { comeToChat } from '../support/directLineVisitor.ts';
import { runCommand } from '../support/runCommand.ts';
import { type Staff, signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { until } from '../support/until.ts';

const question = 'where may guests plug in their laptop';
const readiness = z.object({
  knowledgeFaults: z.array(z.string()),
  teachingsNotInFiles: z.number().optional(),
  parts: z.object({ knowledge: z.boolean() }),
});

let folder: string;
let knowledgeFolder: string;
let bot: StartedApp;
async function start(): Promise<void> {
  bot = await startApp({
    folder,
    settings: { knowledgeFolder, modelCacheFile: join(folder, 'model.cache') },
  });
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-teaching-'));
  knowledgeFolder = await sampleFolder();
  await start();
});
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

const ready = async () => readiness.parse(await (await fetch(`${bot.url}/readyz`)).json());
const ask = async (text: string) => (await (await comeToChat(bot.url)).ask(text)).text ?? '';

async function teach(staff: Staff, id: string): Promise<string> {
  const made = await staff.send('/console/teach/new', {
    ...{ escalation: id, kind: 'newEntry', language: 'en', ask: question, id: 'guest-desks' },
    ...{ topic: 'contact-offices', question: 'Where can guests work?', asOf: '2026', reviewBy: '2027-11-25' },
    phrasings: `${question}\ndesk with a socket for visitors\nmay I charge my laptop at your place`,
    answer: 'Guests find 12 desks with sockets on the second floor.',
    ...{ sourceTitle: 'Offices', sourceUrl: 'https://iclei.org/offices/', sourceDate: '2026' },
  });
  return made.headers.get('location') ?? '';
}

test('what nobody could answer is asked, replied to, taught, and answered to the next visitor', async () => {
  expect(await ask(question)).not.toContain('12 desks');
  const staff = await signIn(await bot.app.newSignInLink(), 'Anna');
  const [id = ''] = await staff.queue();
  await staff.reply(id, 'Guests find 12 desks with sockets on the second floor.');
  expect(await staff.page(`/console/escalations/${id}`)).toContain(`/console/teach/new?escalation=${id}`);

  const path = await teach(staff, id);
  await until(async () =>
    (await staff.page(path)).includes('1 questions: 1 newly answered, 0 changed, 0 lost'),
  );
  expect(await ask(question)).not.toContain('second floor');
  expect((await staff.send(`${path}/publish`, { version: '1' })).status).toBe(303);
  await until(async () => (await staff.page(path)).includes('The bot answers with it.'));

  const answer = await ask(question);
  expect(answer).toContain('Guests find 12 desks with sockets on the second floor.');
  expect(answer).toContain('https://iclei.org/offices/');
  expect(await ready()).toEqual({
    teachingsNotInFiles: 1,
    parts: { knowledge: true },
    knowledgeFaults: [],
  });
});

test('it is still known after a restart', async () => {
  await bot.close();
  await start();
  expect(await ask(question)).toContain('12 desks');
});

test('exported while the service runs, it stays known, and the files lack nothing', async () => {
  const run = await runCommand([
    'bot/cli/exportKnowledge.ts',
    '--knowledge',
    knowledgeFolder,
    '--database',
    join(folder, 'bot.sqlite'),
  ]);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  await until(async () => (await ready()).teachingsNotInFiles === undefined);
  expect(await ask(question)).toContain('12 desks');
});

test('when the files contradict what was taught, everybody who watches is told', async () => {
  const staff = await signIn(await bot.app.newSignInLink(), 'Anna');
  const wording = 'what would our village owe you';
  const made = await staff.send('/console/teach/new', {
    kind: 'addPhrasing',
    language: 'en',
    ask: wording,
    entry: 'fees',
    phrasing: wording,
  });
  const path = made.headers.get('location') ?? '';
  await until(async () => (await staff.page(path)).includes('/publish'));
  await staff.send(`${path}/publish`, { version: '1' });
  await until(async () => (await staff.page(path)).includes('The bot answers with it.'));
  const file = join(knowledgeFolder, 'entries/fees.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('id: fees', 'id: dues'));
  await until(async () => !(await ready()).parts.knowledge);
  const id = path.split('/').at(-1) ?? '';
  expect(await ready()).toMatchObject({ teachingsNotInFiles: 1, knowledgeFaults: [`teaching ${id}`] });
  expect(await staff.page(path)).toContain('The entry &quot;fees&quot; is not there any more.');
  expect(await ask(question)).toContain('12 desks');
  await staff.send(`${path}/discard`, { version: '2' });
  await until(async () => (await ready()).parts.knowledge);
});
