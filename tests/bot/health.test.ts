import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type StartedApp, startApp } from '../support/startApp.ts';

let app: StartedApp;
let clock: Date;
beforeEach(async () => {
  clock = new Date('2026-11-23T10:00:00Z');
  app = await startApp({ options: { now: () => clock } });
});
afterEach(() => app.close());

const secondsLater = (seconds: number) => new Date(clock.getTime() + seconds * 1000);
const readiness = async () => {
  const response = await fetch(`${app.url}/readyz`);
  return { status: response.status, body: await response.json() };
};

test('A service that works is ready, with all its parts', async () => {
  expect(await readiness()).toEqual({
    status: 200,
    body: {
      status: 'ready',
      parts: { database: true, knowledge: true, outbox: true },
      knowledgeFaults: [],
    },
  });
});

test('A delivery that is due and is not tried shows that the outbox is stuck; one that waits for its time does not', async () => {
  const database = new DatabaseSync(join(app.folder, 'bot.sqlite'));
  // Whatever is tried, nothing can be written down about it: it goes on being due.
  database.exec(`PRAGMA foreign_keys=OFF;
    CREATE TRIGGER stuck BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'stuck'); END;`);
  database
    .prepare(
      `insert into outbox (id, escalation_id, reply_text, reply_by, reply_at, status, attempts, due_at)
       values ('d1', 'e1', 'the text of a reply', 'Anna', ?, 'waiting', 0, ?)`,
    )
    .run(clock.toISOString(), secondsLater(60).toISOString());
  database.close();
  const outboxAt = async (time: Date) => {
    clock = time;
    return (await readiness()).body;
  };
  expect(await outboxAt(clock)).toMatchObject({ parts: { outbox: true } });
  expect(await outboxAt(secondsLater(180))).toMatchObject({ parts: { outbox: true } });
  const stuck = await outboxAt(secondsLater(1));
  expect(stuck).toMatchObject({ status: 'ready', parts: { database: true, outbox: false } });
  expect(JSON.stringify(stuck)).not.toMatch(/Anna|reply|d1|e1/u);
});

test('Without its database the service is not ready, and says no more than that', async () => {
  const database = new DatabaseSync(join(app.folder, 'bot.sqlite'));
  database.exec('DROP TABLE outbox');
  database.close();
  expect(await readiness()).toMatchObject({
    status: 503,
    body: { status: 'not ready', parts: { database: false, outbox: false } },
  });
});
