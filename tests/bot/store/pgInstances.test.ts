import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { alone, type News, sharedSignal } from '../../../bot/instances.ts';
import { createSignal } from '../../../bot/signal.ts';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { UnavailableError } from '../../../bot/unavailable.ts';
import { administer, createTestDatabase, type TestDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let here: OpenDatabase;
let there: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Both at once, on a database without tables.
  [here, there] = await Promise.all([openDatabase(database.url), openDatabase(database.url)]);
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await database.drop();
});

/** What is heard from now on. */
function listen({ instances }: OpenDatabase): { readonly heard: News[]; readonly stop: () => void } {
  const heard: News[] = [];
  return { heard, stop: instances.hear((news) => heard.push(news)) };
}

const endConnections =
  'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()';

test('News reaches the others, in order, and not oneself', async () => {
  const [mine, theirs] = [listen(here), listen(there)];
  here.instances.tell({ kind: 'appended', conversation: "c'1" });
  here.instances.tell({ kind: 'typing', conversation: 'c1' });
  there.instances.tell({ kind: 'changed' });
  await until(() => theirs.heard.length === 2 && mine.heard.length === 1);
  expect(theirs.heard).toEqual([
    { kind: 'appended', conversation: "c'1" },
    { kind: 'typing', conversation: 'c1' },
  ]);
  expect(mine.heard).toEqual([{ kind: 'changed' }]);
  mine.stop();
  theirs.stop();
});

test('What is no news of ours is passed over', async () => {
  const theirs = listen(there);
  for (const text of ['hello', '["x"]', '["x",{"kind":"appended"}]', '["x",{"kind":"newer"}]'])
    await administer(database.url, `select pg_notify('iclei_question_bot', '${text}')`);
  here.instances.tell({ kind: 'changed' });
  await until(() => theirs.heard.length > 0);
  expect(theirs.heard).toEqual([{ kind: 'changed' }]);
  theirs.stop();
});

test('A shared signal wakes those who wait at every instance', async () => {
  const [mine, theirs] = [here, there].map(({ instances }) => sharedSignal(createSignal(), instances));
  let [woken, wokenThere] = [0, 0];
  mine?.subscribe(() => {
    woken += 1;
  });
  theirs?.subscribe(() => {
    wokenThere += 1;
  });
  mine?.emit();
  expect(woken).toBe(1);
  await until(() => wokenThere === 1);
  expect(woken).toBe(1);
});

test('Of two instances one works under a key, the other under another key; when it has ended, the other may', async () => {
  const done: string[] = [];
  const started = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const first = here.instances.tryAlone('key', async () => {
    started.resolve();
    await mayEnd.promise;
    done.push('first');
  });
  await started.promise;
  expect(await there.instances.tryAlone('key', async () => 'second')).toEqual({ mine: false });
  expect(await there.instances.tryAlone('other', async () => 'second')).toEqual({
    mine: true,
    value: 'second',
  });
  const second = alone(there.instances, 'key', async () => done.push('second'));
  mayEnd.resolve();
  await Promise.all([first, second]);
  expect(done).toEqual(['first', 'second']);
});

test('Work that fails holds nothing any more', async () => {
  const fails = here.instances.tryAlone('key', () => Promise.reject(new Error('broken')));
  await expect(fails).rejects.toThrow('broken');
  expect(await there.instances.tryAlone('key', async () => 1)).toEqual({ mine: true, value: 1 });
});

test('Connections that break are made anew; what may have been missed is said, what was not told is told', async () => {
  const [mine, theirs] = [listen(here), listen(there)];
  const held = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const work = here.instances.tryAlone('key', () => {
    started.resolve();
    return held.promise;
  });
  await started.promise;
  await administer(database.url, endConnections);
  await until(() => [mine, theirs].every(({ heard }) => heard.some(({ kind }) => kind === 'missed')));
  // Whoever has lost the connection has lost the lock.
  expect(await there.instances.tryAlone('key', async () => 1)).toEqual({ mine: true, value: 1 });
  held.resolve();
  expect(await work).toMatchObject({ mine: true });
  here.instances.tell({ kind: 'changed' });
  await until(() => theirs.heard.some(({ kind }) => kind === 'changed'));
  mine.stop();
  theirs.stop();
});

test('While the connection is away nobody is told that they work alone', async () => {
  await administer(database.url, endConnections);
  const tries = async () => {
    try {
      await here.instances.tryAlone('key', async () => undefined);
      return null;
    } catch (error) {
      return error;
    }
  };
  // Either it is noticed by the question, or it is back already.
  const error = await tries();
  expect(error === null || error instanceof UnavailableError).toBe(true);
  await until(async () => (await tries()) === null);
});
