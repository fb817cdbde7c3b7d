// The moments between a turn's effects and the note that it is done: the database is put back to each of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { comeToChat, type Visitor, visitorOf } from '../support/directLineVisitor.ts';
import { signIn } from '../support/staff.ts';
import { startApp } from '../support/startApp.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iclei-bot-joined-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The questions are short fragments, so that each would wait for more. */
async function killedAfter(texts: readonly string[], stateSaved: boolean): Promise<Visitor> {
  const app = await startApp({ folder });
  const visitor = await comeToChat(app.url);
  for (const text of texts) await visitor.send(text);
  await visitor.waitFor(2);
  await app.close();
  const database = new DatabaseSync(join(folder, 'bot.sqlite'));
  const again = database.prepare(
    "update activities set pending = 1 where sender = 'visitor' and body like '%\"text\"%'",
  );
  expect(again.run().changes).toBe(texts.length);
  if (!stateSaved) database.exec('delete from bot_state');
  database.close();
  return visitor;
}

/** Goes on after the restart with another question, sent while the turn that was cut off is run again. */
async function goOn(before: Visitor, text: string) {
  const app = await startApp({ folder });
  const visitor = visitorOf(app.url, before);
  const { id } = await visitor.send(text);
  await visitor.waitFor(3);
  const staff = await signIn(await app.app.newSignInLink(), 'Anna');
  const questions = await Promise.all(
    (await staff.queue()).map(
      async (one) =>
        /<h1 class="question"[^>]*>([\s\S]*?)<\/h1>/u.exec(
          await staff.page(`/console/escalations/${one}`),
        )?.[1],
    ),
  );
  const heard = await visitor.heard();
  await app.close();
  return { heard, questions, answered: heard.filter((seen) => seen.replyToId === id) };
}

test.each([
  ['before the state was saved', false],
  ['after the state was saved', true],
])('A message that comes after a kill %s is answered as well', async (_when, stateSaved) => {
  const visitor = await killedAfter(['breed penguins'], stateSaved);
  const after = await goOn(visitor, 'sell zeppelins');
  expect(after.answered).toHaveLength(1);
  expect(after.heard).toHaveLength(3);
  expect(after.questions).toEqual(['breed penguins', 'sell zeppelins']);
});

test('A question that was sent in pieces stays one question after a kill', async () => {
  const visitor = await killedAfter(['breed penguins', 'in Antarctica,'], false);
  const after = await goOn(visitor, 'sell zeppelins');
  expect(after.answered).toHaveLength(1);
  expect(after.heard).toHaveLength(3);
  expect(after.questions).toEqual(['breed penguins\nin Antarctica,', 'sell zeppelins']);
});
