import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { keyOf } from '../../bot/console/shortcuts/texts.ts';

test('The help sheet names the keys that the script knows, and no other', () => {
  const script = readFileSync(new URL('../../bot/console/client/shortcuts.ts', import.meta.url), 'utf8');
  const actions = /const actions[^{]*\{([\s\S]*?)\n\};/u.exec(script)?.[1] ?? '';
  const known = [...actions.matchAll(/^ {2}'?([^':\s]+)'?:/gmu)].map(([, key]) => key);
  expect(known.sort()).toEqual(Object.values(keyOf).sort());
});
