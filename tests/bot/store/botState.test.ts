import { describe, expect, test } from '@jest/globals';
import { createSqlBotState, StateOutdatedError } from '../../../bot/store/sqlBotState.ts';
import { databaseKinds, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');

describe.each(databaseKinds)('Bot state in %s', (kind) => {
  test('comes back as it was written last', async () => {
    const { db, close } = await openTestDatabase(kind);
    const state = createSqlBotState(db, () => at);
    await state.write({ a: { dialog: { language: 'en' } } });
    await state.write({ a: { dialog: { language: 'de' }, eTag: '*' }, b: { dialog: null } });
    expect(await state.read(['a', 'b', 'unknown'])).toEqual({
      a: { dialog: { language: 'de' } },
      b: { dialog: null },
    });
    await close();
  });

  test('is not written over one that was written meanwhile, by another instance say', async () => {
    const { db, close } = await openTestDatabase(kind);
    const [here, there] = [createSqlBotState(db, () => at), createSqlBotState(db, () => at)];
    await here.write({ a: { count: 1 } });
    const { a: mine } = await here.read(['a']);
    const { a: theirs } = await there.read(['a']);
    await there.write({ a: Object.assign(theirs, { count: 2, eTag: '*' }) });
    await there.write({ a: Object.assign(theirs, { count: 3 }) });
    await expect(here.write({ a: Object.assign(mine, { count: 9, eTag: '*' }) })).rejects.toThrow(
      StateOutdatedError,
    );
    expect(await here.read(['a'])).toEqual({ a: { count: 3 } });
    await close();
  });

  test('is gone when it was deleted', async () => {
    const { db, close } = await openTestDatabase(kind);
    const state = createSqlBotState(db, () => at);
    await state.write({ a: { count: 1 } });
    await state.delete(['a']);
    expect(await state.read(['a'])).toEqual({});
    await close();
  });
});
