import { expect, jest, test } from '@jest/globals';
import { until } from '../support/until.ts';

let loaded = false;
jest.unstable_mockModule('@microsoft/recognizers-text-suite', () => {
  loaded = true;
  return { default: { recognizeEmail: () => [] } };
});

test('What takes long to load is loaded soon after the service has told its address, not with the first visitor’s "@"', async () => {
  const { startApp } = await import('../support/startApp.ts');
  const app = await startApp();
  expect(loaded).toBe(false);
  await until(() => loaded);
  await app.close();
});
