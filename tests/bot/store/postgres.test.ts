// What PostgreSQL does to the service, and what becomes of it (reliability F3).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../../bot/store/database.ts';
import { DatabaseUnreachableError, DatabaseUnusableError } from '../../../bot/store/databaseFile.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { ownSecret } from '../../../bot/store/sqlSecrets.ts';
import { UnavailableError } from '../../../bot/unavailable.ts';
import {
  administer,
  createTestDatabase,
  startServer,
  type TestDatabase,
  type TestServer,
} from '../../support/postgres.ts';

const at = new Date('2026-11-25T10:00:00Z');

describe('A PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('gives numbers and flags as SQLite does', async () => {
    const { db, close } = await openDatabase(database.url);
    await ownSecret(db, 'a', () => 'b');
    const row = await db
      .selectFrom('secrets')
      .select(({ fn, eb }) => [
        fn.countAll().as('count'),
        fn.sum(sql<number>`2`).as('sum'),
        fn.avg(sql<number>`1.5`).as('average'),
        eb('name', '=', 'a').as('same'),
      ])
      .groupBy('name')
      .executeTakeFirst();
    expect(row).toEqual({ count: 1, sum: 2, average: 1.5, same: 1 });
    await close();
  });

  test('syncs every commit to the disk, and ends what takes too long or lies idle', async () => {
    const { db, close } = await openDatabase(database.url);
    const setting = async (name: string) =>
      (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)).rows[0]?.value;
    expect(await setting('synchronous_commit')).toBe('on');
    expect(await setting('statement_timeout')).toBe('5s');
    expect(await setting('idle_in_transaction_session_timeout')).toBe('10s');
    await close();
  });

  test('runs again the one of two transactions that got in the way of the other', async () => {
    const { db, close } = await openDatabase(database.url);
    await ownSecret(db, 'counter', () => '0');
    let runs = 0;
    const count = () =>
      db.transaction().execute(async (trx) => {
        runs += 1;
        const { value } = await trx
          .selectFrom('secrets')
          .select('value')
          .where('name', '=', 'counter')
          .executeTakeFirstOrThrow();
        await trx
          .updateTable('secrets')
          .set({ value: `${Number(value) + 1}` })
          .where('name', '=', 'counter')
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await ownSecret(db, 'counter', () => '')).toBe('20');
    expect(runs).toBeGreaterThan(20);
    await close();
  });

  test('whose transaction fails for a reason of its own keeps nothing of it', async () => {
    const { db, close } = await openDatabase(database.url);
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('secrets').values({ name: 'half', value: '' }).execute();
      await trx.insertInto('secrets').values({ name: 'half', value: '' }).execute();
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await db.selectFrom('secrets').selectAll().where('name', '=', 'half').execute()).toEqual([]);
    await close();
  });

  test.each([
    ['before its commit', '', 2, null],
    // Nobody can tell whether it was done: the client is asked to send it again, under the same id.
    ['at its commit', 'deferrable initially deferred', 1, UnavailableError],
  ])(
    'whose connection breaks in a transaction %s runs it again only if that is safe',
    async (_when, deferred, runsThen, failure) => {
      const own = await createTestDatabase();
      const { db, close } = await openDatabase(own.url);
      await administer(
        own.url,
        `create sequence breaks;
      create function break_once() returns trigger language plpgsql as $$
        begin
          if nextval('breaks') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
          return null;
        end $$;
      create constraint trigger break_once after insert on secrets ${deferred}
        for each row execute function break_once()`,
      );
      let runs = 0;
      const writing = db.transaction().execute(async (trx) => {
        runs += 1;
        await trx.insertInto('secrets').values({ name: 'x', value: '' }).execute();
      });
      if (failure) await expect(writing).rejects.toThrow(failure);
      else await writing;
      expect(runs).toBe(runsThen);
      await close();
      await own.drop();
    },
  );

  test('that takes nothing for a while, a standby say, says that nothing can be stored', async () => {
    const { db, close } = await openDatabase(database.url);
    const writing = db
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => trx.insertInto('secrets').values({ name: 'x', value: '' }).execute());
    await expect(writing).rejects.toThrow(UnavailableError);
    await close();
  });

  test('is refused in plain words, without the password, when it can not be used', async () => {
    const missing = new URL(database.url);
    missing.pathname = '/not_there';
    missing.password = 'hush';
    const opening = openDatabase(missing.href);
    await expect(opening).rejects.toThrow(DatabaseUnusableError);
    await expect(opening).rejects.toThrow(
      `The database postgres://${missing.host}/not_there can't be used: the server has no database of that name.`,
    );
  });

  test('that was changed by a newer version is refused', async () => {
    const own = await createTestDatabase();
    await (await openDatabase(own.url)).close();
    await administer(own.url, `insert into kysely_migration (name, timestamp) values ('9999-newer', '')`);
    await expect(openDatabase(own.url)).rejects.toThrow("it could not be brought to this version's tables");
    await own.drop();
  });
});

describe('A PostgreSQL that is gone from one moment to the next', () => {
  let folder = '';
  let server: TestServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'iclei-bot-server-'));
    server = await startServer(folder, true);
  });
  afterAll(async () => {
    await server.kill();
    await rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 });
  });

  test('loses nothing that was acknowledged; meanwhile all are asked to come back, and then it goes on by itself', async () => {
    const { db, close } = await openDatabase(server.url);
    const log = createSqlActivityLog(db);
    await log.create({ id: 'c1', visitorId: 'dl_1', origin: null, locale: null, createdAt: at });
    const kept: string[] = [];
    const append = async (clientId: string) => {
      await log.append('c1', {
        id: null,
        clientId,
        sender: 'visitor',
        body: { type: 'message', text: clientId },
        at,
        pending: true,
      });
      kept.push(clientId);
    };
    for (let round = 1; round <= 3; round++) {
      await append(`${round}: before`);
      // Under way when it happens: what can not be told is sent again, by the client, under the same id.
      const underWay = append(`${round}: at it`).catch((error: unknown) => error);
      await server.kill();
      if (round === 1) await expect(append('too late')).rejects.toThrow(UnavailableError);
      await server.start();
      const failed = await underWay;
      if (failed !== undefined) {
        expect(failed).toBeInstanceOf(UnavailableError);
        await append(`${round}: at it`);
      }
    }
    const stored = (await log.since('c1', 0, 100)).map(({ body }) => body.text ?? '');
    expect(kept.filter((text) => !stored.includes(text))).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);
    await close();
  });

  test('is waited for by nobody at the start: a supervisor is to try again', async () => {
    await server.kill();
    await expect(openDatabase(server.url)).rejects.toThrow(DatabaseUnreachableError);
    await server.start();
    await (await openDatabase(server.url)).close();
  });
});
