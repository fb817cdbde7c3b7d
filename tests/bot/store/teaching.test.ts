import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OpenDatabase, openDatabase } from '../../../bot/store/database.ts';
import { createSqlTeachings } from '../../../bot/store/sqlTeaching.ts';
import type { TeachingStore } from '../../../dialogs/index.ts';
import { desks, phrasing } from '../../knowledge/overlay/taught.ts';

let open: OpenDatabase;
let store: TeachingStore;
let changes: number;
beforeEach(async () => {
  open = await openDatabase(':memory:');
  changes = 0;
  store = createSqlTeachings(open.db, () => {
    changes += 1;
  });
});
afterEach(() => open.close());

const minute = (n: number) => new Date(Date.UTC(2026, 10, 25, 12, n));
const draft = (change = phrasing('how much is it'), author = 'Anna') =>
  store.add({ author, escalation: 'e1', change, at: minute(0) });
const publish = (staff: string, needsSecond = false) => ({ kind: 'publish', staff, needsSecond }) as const;

describe('A teaching', () => {
  test('is kept as it was told', async () => {
    const made = await draft(desks);
    expect(await store.byId(made.id)).toEqual(made);
    expect(made).toMatchObject({ state: 'draft', version: 1, author: 'Anna', change: desks });
    expect(await store.byId('nope')).toBeNull();
  });

  test('is served from the moment it is published, in the order of publication', async () => {
    const [first, second] = [await draft(), await draft(desks)];
    expect(await store.served()).toEqual([]);
    await store.change(second.id, publish('Ben'), minute(1), 1);
    await store.change(first.id, publish('Ben'), minute(2), 1);
    expect((await store.served()).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await store.byId(first.id)).toMatchObject({ state: 'published', approver: 'Ben', version: 2 });
  });

  test('stays served after it was written into the files, and is known as such', async () => {
    const { id } = await draft();
    const other = await draft(desks);
    await store.change(id, publish('Ben'), minute(1), 1);
    await store.exported([id, other.id], minute(2));
    expect(await store.served()).toEqual([{ id, change: phrasing('how much is it'), exported: true }]);
    expect(await store.byId(other.id)).toMatchObject({ state: 'draft' });
  });

  test('is served no more once it is taken back', async () => {
    const { id } = await draft();
    await store.change(id, publish('Ben'), minute(1), 1);
    await store.change(id, { kind: 'discard', staff: 'Cem' }, minute(2), 2);
    expect(await store.served()).toEqual([]);
    expect(await store.byId(id)).toMatchObject({ state: 'discarded', discardedBy: 'Cem' });
  });

  test('belongs to whoever edited it last', async () => {
    const { id } = await draft();
    await store.change(id, { kind: 'send', staff: 'Anna' }, minute(1), 1);
    await store.change(id, { kind: 'edit', staff: 'Ben', change: desks }, minute(2), 2);
    expect(await store.byId(id)).toMatchObject({ author: 'Ben', sentAt: null, change: desks });
    expect(await store.change(id, publish('Ben', true), minute(3), 3)).toEqual({
      ok: false,
      refusal: 'ownDraft',
    });
    expect((await store.change(id, publish('Anna', true), minute(3), 3)).ok).toBe(true);
  });
});

describe('Refused is', () => {
  test('what is based on an older version: of two who publish at once, one does', async () => {
    const { id } = await draft();
    const both = await Promise.all(
      ['Ben', 'Cem'].map((staff) => store.change(id, publish(staff), minute(1), 1)),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const next = await draft();
    await store.change(next.id, { kind: 'send', staff: 'Anna' }, minute(1), 1);
    expect(await store.change(next.id, publish('Ben'), minute(2), 1)).toEqual({
      ok: false,
      refusal: 'stale',
    });
  });

  test('editing or publishing what is no draft, and anything with what was discarded or is not there', async () => {
    const { id } = await draft();
    await store.change(id, publish('Ben'), minute(1), 1);
    const edit = { kind: 'edit', staff: 'Ben', change: desks } as const;
    expect(await store.change(id, edit, minute(2), 2)).toEqual({ ok: false, refusal: 'notDraft' });
    await store.change(id, { kind: 'discard', staff: 'Ben' }, minute(2), 2);
    expect(await store.change(id, publish('Ben'), minute(3), 3)).toEqual({ ok: false, refusal: 'discarded' });
    expect(await store.change('nope', publish('Ben'), minute(3), 1)).toEqual({
      ok: false,
      refusal: 'notFound',
    });
  });

  test('and nothing of it is stored or told', async () => {
    const { id } = await draft();
    const before = changes;
    await store.change(id, publish('Anna', true), minute(1), 1);
    expect(changes).toBe(before);
    expect((await store.byId(id))?.version).toBe(1);
  });
});

test('The revision tells whether anything else is served than before', async () => {
  const seen = [await store.revision()];
  const { id } = await draft();
  expect(await store.revision()).toBe(seen[0]);
  await store.change(id, publish('Ben'), minute(1), 1);
  seen.push(await store.revision());
  await store.exported([id], minute(1));
  seen.push(await store.revision());
  await store.change(id, { kind: 'discard', staff: 'Ben' }, minute(1), 3);
  seen.push(await store.revision());
  expect(new Set(seen).size).toBe(4);
});

test('Lists tell what was changed last first', async () => {
  const [first, second] = [await draft(), await draft(desks)];
  await store.change(first.id, { kind: 'send', staff: 'Anna' }, minute(5), 1);
  expect((await store.list(['draft'], 10)).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(await store.list(['draft'], 1)).toHaveLength(1);
  expect(await store.list(['published', 'exported'], 10)).toEqual([]);
});
