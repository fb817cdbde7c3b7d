import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSqlBotState, StateConflictError } from '../../../bot/store/sqlBotState.ts';

test('Bot state comes back as it was written, with an ETag', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db);
  await state.write({ a: { dialog: { language: 'de' } }, b: { dialog: null } });
  expect(await state.read(['a', 'b', 'unknown'])).toEqual({
    a: { dialog: { language: 'de' }, eTag: '1' },
    b: { dialog: null, eTag: '1' },
  });
  await close();
});

test('Of two turns that read the same state, the one that writes second is refused', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db);
  await state.write({ a: { count: 1 } });
  const first = (await state.read(['a'])).a;
  const second = (await state.read(['a'])).a;
  await state.write({ a: { ...first, count: 2 } });
  await expect(state.write({ a: { ...second, count: 3 } })).rejects.toThrow(StateConflictError);
  expect((await state.read(['a'])).a).toMatchObject({ count: 2 });
  await close();
});

test('A conflict in one key leaves the other keys of the same write as they were', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db);
  await state.write({ a: { count: 1 }, b: { count: 1 } });
  await expect(state.write({ a: { count: 2, eTag: '*' }, b: { count: 2, eTag: '7' } })).rejects.toThrow(
    StateConflictError,
  );
  expect((await state.read(['a'])).a).toMatchObject({ count: 1 });
  await close();
});

test('Deleted state is gone', async () => {
  const { db, close } = await openDatabase(':memory:');
  const state = createSqlBotState(db);
  await state.write({ a: { count: 1 } });
  await state.delete(['a']);
  expect(await state.read(['a'])).toEqual({});
  await close();
});
