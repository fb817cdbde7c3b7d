import { expect, test } from '@jest/globals';
import { createKeyedQueue } from '../../bot/keyedQueue.ts';

/** Work that ends when it is told to. */
function task(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
    return name;
  };
  return { work, end: resolve };
}

test('Work under one key is done in its order, other keys do not wait for it', async () => {
  const queue = createKeyedQueue();
  const log: string[] = [];
  const [first, second, other] = [task(log, 'first'), task(log, 'second'), task(log, 'other')];
  const done = [queue.run('a', first.work), queue.run('a', second.work)];
  const elsewhere = queue.run('b', other.work);
  other.end();
  second.end();
  expect(await elsewhere).toBe('other');
  expect(log).toEqual(['first begins', 'other begins', 'other ends']);
  first.end();
  expect(await Promise.all(done)).toEqual(['first', 'second']);
  expect(log.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
  await queue.idle();
  expect(queue.isBusy('a')).toBe(false);
});

test('A fault is told to whoever asked for the work, and holds up nobody', async () => {
  const queue = createKeyedQueue();
  const failed = queue.run('a', () => Promise.reject(new Error('broken')));
  const after = queue.run('a', async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await after).toBe('done');
  await queue.idle();
});
