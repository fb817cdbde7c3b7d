// Two instances of the service on one PostgreSQL: A is a process of its own, so that it can be killed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { comeToChat, type Visitor, visitorOf } from '../support/directLineVisitor.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { signIn } from '../support/staff.ts';
import { type StartedApp, startApp } from '../support/startApp.ts';
import { type RunningProcess, startProcess } from '../support/startProcess.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let folder = '';
let a: RunningProcess;
let b: StartedApp;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-two-'));
  [a, b] = await Promise.all([
    startProcess(folder, { DATABASE_URL: database.url }),
    startApp({ settings: { databaseUrl: database.url } }),
  ]);
});
afterEach(async () => {
  await Promise.all([a.kill(), b.close()]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const frame = z.object({
  activities: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});
const opened = z.object({ streamUrl: z.string() });

/** What a visitor's page sees that has its stream open at one of the instances. */
async function watch(
  visitor: Visitor,
): Promise<{ seen: () => string[]; texts: () => string[]; close: () => void }> {
  const { streamUrl } = opened.parse(await (await visitor.request('')).json());
  const socket = new WebSocket(streamUrl);
  const activities: z.infer<typeof frame>['activities'] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const text = data.toString();
    if (text !== '') activities.push(...frame.parse(JSON.parse(text)).activities);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  return {
    seen: () => activities.map(({ type }) => type),
    texts: () => activities.flatMap(({ text }) => text ?? []),
    close: () => socket.terminate(),
  };
}

describe('Two instances on one PostgreSQL', () => {
  test('serve one conversation, one queue and one reply, and the second goes on when the first is killed', async () => {
    const atA = await comeToChat(a.url);
    const atB = visitorOf(b.url, atA);
    const [pageA, pageB] = [await watch(atA), await watch(atB)];

    const bela = await signIn(await b.app.newSignInLink(), 'Bela');
    const { changed } = await bela.watch();

    // Asked at A, shown at B, to the visitor and to staff.
    await atA.ask('Does ICLEI breed penguins in Antarctica?');
    await until(() => pageB.texts().some((text) => text.includes('penguins in Antarctica')));
    await until(async () => pageB.texts().length === 1 + (await atB.heard()).length);
    await changed;

    // Two take it at the same time.
    const anna = await signIn(a.signInLink, 'Anna');
    const [id = ''] = await bela.queue();
    const [mine, theirs] = await Promise.all([anna.claim(id), bela.claim(id)]);
    expect([mine.status, theirs.status].toSorted()).toEqual([303, 409]);
    const [loser, winner] = mine.status === 409 ? [mine, 'Bela'] : [theirs, 'Anna'];
    expect(loser.html).toContain(`${winner} took this question`);

    // Replied at B, shown at A, once.
    expect(await bela.reply(id, 'No, we leave penguins alone.')).toBe(303);
    const replies = () => pageA.texts().filter((text) => text.includes('penguins alone')).length;
    await until(() => replies() > 0);
    await atA.ask('thanks');
    await until(async () => pageA.texts().length >= (await atA.heard()).length + 2);
    expect(replies()).toBe(1);
    expect((await atB.heard()).filter(({ text }) => text?.includes('penguins alone'))).toHaveLength(1);

    // What A has acknowledged before it dies is answered by B, before what comes then.
    const last = await atA.send('What is ICLEI?');
    await a.kill();
    const answer = await atB.ask('Who leads ICLEI?');
    const heard = await atB.heard();
    const answered = heard.filter(({ replyToId }) => replyToId === last.id);
    expect(answered).toHaveLength(1);
    expect(heard.findIndex(({ id }) => id === answered[0]?.id)).toBeLessThan(
      heard.findIndex(({ id }) => id === answer.id),
    );
    for (const page of [pageA, pageB]) page.close();
  });

  test('answer messages of one conversation that come to both, each once and in their order', async () => {
    const atA = await comeToChat(a.url);
    const atB = visitorOf(b.url, atA);
    const sent: string[] = [];
    for (const visitor of [atA, atB, atB, atA, atB, atA])
      sent.push((await visitor.send('What is ICLEI?')).id);
    const heard = await atB.waitFor(1 + sent.length);
    expect(heard.slice(1).map(({ replyToId }) => replyToId)).toEqual(sent);
  });

  test('take what was sent in pieces, one to each, as one question', async () => {
    const atA = await comeToChat(a.url);
    const atB = visitorOf(b.url, atA);
    const first = await atA.send('does iclei have an');
    await atB.send('office in antarctica');
    const [, told] = await atB.waitFor(2);
    expect(told?.replyToId).toBe(first.id);
    await atB.ask('thanks');
    expect(await atB.heard()).toHaveLength(3);
  });
});
