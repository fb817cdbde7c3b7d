import { expect, test } from '@jest/globals';
import { alone, type Instances, onlyInstance, sharedSignal } from '../../bot/instances.ts';
import { createSignal } from '../../bot/signal.ts';
import { UnavailableError } from '../../bot/unavailable.ts';

/** Others that hold every key for a number of attempts. */
function busyFor(attempts: number): Pick<Instances, 'tryAlone'> {
  let left = attempts;
  return {
    tryAlone: async (_key, work) => {
      if (left > 0) {
        left -= 1;
        return { mine: false };
      }
      return { mine: true, value: await work() };
    },
  };
}

test('What another instance is at is waited for, and given up when it takes too long', async () => {
  expect(await alone(busyFor(2), 'key', async () => 'done')).toBe('done');
  await expect(alone(busyFor(Infinity), 'key', async () => 'done', 0)).rejects.toThrow(UnavailableError);
});

test('The only instance does everything itself, and its signals stay here', async () => {
  expect(await alone(onlyInstance, 'key', async () => 'done')).toBe('done');
  let woken = 0;
  const signal = sharedSignal(createSignal(), onlyInstance);
  const end = signal.subscribe(() => {
    woken += 1;
  });
  signal.emit();
  end();
  signal.emit();
  expect(woken).toBe(1);
});
