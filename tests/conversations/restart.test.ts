import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { comeToChat, visitorOf } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { runToEnd, startProcess } from '../support/startProcess.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const unanswerable = 'Does ICLEI breed penguins in Antarctica?';
const escalated = z.looseObject({ kind: z.literal('noAnswer'), escalation: z.string() });

describe('A service that is killed with kill -9', () => {
  test('right after it took a question handles it once when it runs again, and the staff reply is shown once', async () => {
    const first = await startProcess(folder);
    const before = await comeToChat(first.url);
    const sent = await before.send(unanswerable);
    expect(sent.status).toBe(200);
    await first.kill();

    const second = await startProcess(folder);
    const after = visitorOf(second.url, before);
    const [, told] = await after.waitFor(2);
    const { escalation } = escalated.parse(told?.channelData?.reply);
    const staff = await signIn(second.signInLink, 'Anna');
    const [id, ...more] = await staff.queue();
    expect(more).toEqual([]);
    expect(await staff.page(`/console/escalations/${id}`)).toContain(escalation);
    expect(await staff.reply(id ?? '', 'No, we leave penguins alone.')).toBe(303);
    await second.kill();

    const third = await startProcess(folder);
    const later = visitorOf(third.url, before);
    await later.waitFor(3);
    await later.ask('thanks');
    const heard = await later.heard();
    expect(heard.filter((seen) => seen.text?.includes('penguins alone'))).toHaveLength(1);
    expect(heard.filter((seen) => seen.channelData?.reply?.kind === 'noAnswer')).toHaveLength(1);
    expect(await third.stop()).toBe(0);
  });

  test('at many moments loses no message that it acknowledged, and doubles none', async () => {
    const own = await mkdtemp(join(tmpdir(), 'iclei-bot-kills-'));
    let service = await startProcess(own);
    const visitor = await comeToChat(service.url);
    const sent: string[] = [];
    // Each round lets the turn go on a little longer before the kill: from "just stored" to "answered".
    for (const turnsToWait of [0, 1, 3, 8, 20]) {
      const { id } = await visitorOf(service.url, visitor).send('What is ICLEI?');
      sent.push(id);
      for (let i = 0; i < turnsToWait; i++) await visitorOf(service.url, visitor).read();
      await service.kill();
      service = await startProcess(own);
    }
    const back = visitorOf(service.url, visitor);
    const heard = await back.waitFor(1 + sent.length);
    expect(heard.slice(1).map((seen) => seen.replyToId)).toEqual(sent);
    await service.stop();
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  });
});

describe('A service that must not start', () => {
  test('names what is wrong, and exits with 78', async () => {
    expect(await runToEnd(folder, { HOST: '0.0.0.0' })).toMatchObject({
      status: 78,
      stderr: expect.stringContaining(
        'MICROSOFT_APP_ID is empty, so incoming requests could not be authenticated',
      ),
    });
    expect(await runToEnd(folder, { KNOWLEDGE_FOLDER: 'tests/support/brokenKnowledge' })).toMatchObject({
      status: 78,
      stderr: expect.stringMatching(/entries\/broken\.yaml:\d+:\d+ /u),
    });
  });

  test('says so when another instance holds its database', async () => {
    const running = await startProcess(folder);
    expect(await runToEnd(folder, { PORT: '0' })).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('Another instance holds'),
    });
    await running.stop();
  });

  test('says so in a sentence when its database is none, or can not be made', async () => {
    const letter = join(folder, 'letter.txt');
    await writeFile(letter, 'This is a letter, and no database. '.repeat(100));
    for (const [DATABASE_FILE, reason] of [
      [folder, 'it is a folder'],
      [letter, 'it is not a SQLite database'],
      ['/proc/nope/bot.sqlite', ''],
    ] as const) {
      const { status, stderr } = await runToEnd(folder, { PORT: '0', DATABASE_FILE });
      expect(status).toBe(78);
      const [first, second, ...more] = stderr.split('\n');
      expect(first).toBe('Refusing to start:');
      expect(second).toContain(`The database ${DATABASE_FILE} can't be used: ${reason}`);
      expect(more).toEqual(['']);
    }
  });

  test('says so when its port is taken', async () => {
    const running = await startProcess(folder);
    const other = await mkdtemp(join(tmpdir(), 'iclei-bot-port-'));
    expect(await runToEnd(other, { PORT: new URL(running.url).port })).toMatchObject({
      status: 78,
      stderr: expect.stringContaining('is in use'),
    });
    await running.stop();
    await rm(other, { recursive: true, force: true });
  });
});
