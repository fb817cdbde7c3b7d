import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlBotState } from '../../../bot/store/sqlBotState.ts';

const at = new Date('2026-11-25T10:00:00Z');

test('Bot state comes back as it was written last', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db, () => at);
  await state.write({ a: { dialog: { language: 'en' } } });
  await state.write({ a: { dialog: { language: 'de' }, eTag: '*' }, b: { dialog: null } });
  expect(await state.read(['a', 'b', 'unknown'])).toEqual({
    a: { dialog: { language: 'de' } },
    b: { dialog: null },
  });
  await close();
});

test('Deleted state is gone', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db, () => at);
  await state.write({ a: { count: 1 } });
  await state.delete(['a']);
  expect(await state.read(['a'])).toEqual({});
  await close();
});
