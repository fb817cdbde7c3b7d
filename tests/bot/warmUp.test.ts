import { expect, jest, test } from '@jest/globals';

let loaded = false;
jest.unstable_mockModule('@microsoft/recognizers-text-suite', () => {
  loaded = true;
  return { default: { recognizeEmail: () => [] } };
});

test('What takes long to load is loaded when the service tells its address, not with the first visitor’s "@"', async () => {
  const { startApp } = await import('../support/startApp.ts');
  const app = await startApp();
  expect(loaded).toBe(true);
  await app.close();
});
