import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSigningKeys } from '../../../bot/gate/signingKeys.ts';
import { type LoopbackConnector, startLoopbackConnector } from '../../support/loopbackConnector.ts';

let host: LoopbackConnector;
let clock = new Date('2026-11-23T10:00:00Z');
beforeEach(async () => {
  host = await startLoopbackConnector();
});
afterEach(() => host.close());

const keysOf = ({ openIdMetadataUrl: url }: LoopbackConnector) =>
  createSigningKeys({ url, now: () => clock, timeLimitMs: 200 });
const hoursLater = (hours: number) => {
  clock = new Date(clock.getTime() + hours * 3_600_000);
};

test('The keys are asked for once by many at once, and again after a day', async () => {
  const keys = keysOf(host);
  const found = await Promise.all([1, 2, 3].map(() => keys.find('key-1')));
  expect(found.map(({ kind }) => kind)).toEqual(['found', 'found', 'found']);
  hoursLater(23);
  await keys.find('key-1');
  expect(host.keyRequests()).toBe(1);
  hoursLater(1);
  await keys.find('key-1');
  expect(host.keyRequests()).toBe(2);
});

test('An id that is not among the keys makes us ask once an hour at most', async () => {
  const keys = keysOf(host);
  for (let i = 0; i < 3; i++) expect((await keys.find(`made-up-${i}`)).kind).toBe('unknown');
  expect(host.keyRequests()).toBe(1);
  hoursLater(1);
  for (let i = 0; i < 3; i++) expect((await keys.find(`made-up-${i}`)).kind).toBe('unknown');
  expect(host.keyRequests()).toBe(2);
});

test('Keys that were fetched go on being believed while their host is away', async () => {
  const keys = keysOf(host);
  await keys.find('key-1');
  for (const behaviour of ['refuses', 'hangs', 'has no keys'] as const) {
    host.setKeyHost(behaviour);
    hoursLater(25);
    expect((await keys.find('key-1')).kind).toBe('found');
    expect((await keys.find('key-2')).kind).toBe('unknown');
  }
});
