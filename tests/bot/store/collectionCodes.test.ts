import { describe, expect, test } from '@jest/globals';
import { createSqlCollectionCodes } from '../../../bot/store/sqlCollectionCodes.ts';
import { createSqlEscalationStore } from '../../../bot/store/sqlEscalationStore.ts';
import { findCollectionCode } from '../../../dialogs/escalation/collectionCodes.ts';
import { type DatabaseKind, databaseKinds, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');
const tried = { cause: 'noAnswer', reason: '', matches: [], rejected: [], unknownWords: [] } as const;

async function open(kind: DatabaseKind) {
  const { db, close } = await openTestDatabase(kind);
  const store = createSqlEscalationStore(db, () => undefined);
  const escalation = await store.open({
    turnId: 'turn-1',
    conversation: { channel: 'directline', id: 'c1' },
    visitorId: 'v1',
    conversationReference: '{}',
    question: 'Does ICLEI lend bicycles?',
    language: 'en',
    tried,
    at,
  });
  const codes = createSqlCollectionCodes(db, 'key');
  const code = await codes.issue(escalation);
  const parsed = findCollectionCode(code ?? '');
  if (!parsed) throw new Error(`${code} is no code`);
  let turns = 0;
  const bring = (
    secret: string,
    by: { visitor?: string; reference?: string; after?: number; turn?: string } = {},
  ) => {
    turns += 1;
    const { visitor = 'v2', reference = escalation.reference, after = 0, turn = `t${turns}` } = by;
    return codes.redeem(
      { reference, secret },
      {
        visitorId: visitor,
        conversation: { channel: 'msteams', id: `c-${visitor}` },
        turnId: turn,
        at: new Date(at.getTime() + after),
      },
    );
  };
  return { db, close, codes, code, escalation, secret: parsed.secret, bring };
}

describe.each(databaseKinds)('A collection code on %s', (kind) => {
  test('is the same whenever it is asked for, and kept as a keyed hash only', async () => {
    const { db, codes, code, escalation, secret, close } = await open(kind);
    expect(code).toMatch(/^ICL-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}-[2-9A-HJKMNP-Z]{5}$/u);
    expect(await codes.issue(escalation)).toBe(code);
    const rows = await db.selectFrom('collection_codes').selectAll().execute();
    expect(rows).toEqual([{ escalation_id: escalation.id, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) }]);
    const all = JSON.stringify([rows, await db.selectFrom('escalations').selectAll().execute()]);
    expect(all).not.toContain(secret);
    const other = createSqlCollectionCodes(db, 'other key');
    expect(await other.issue(escalation)).not.toBe(code);
    await close();
  });

  test('opens its question, as often as it is brought', async () => {
    const { escalation, secret, bring, close } = await open(kind);
    for (let i = 0; i < 7; i++)
      expect(await bring(secret)).toEqual({ kind: 'right', escalationId: escalation.id });
    await close();
  });

  test('is wrong with another sign, another reference or another key', async () => {
    const { db, escalation, secret, bring, close } = await open(kind);
    expect(await bring(secret.replace(/.$/u, (last) => (last === '2' ? '3' : '2')))).toEqual({
      kind: 'wrong',
    });
    expect(await bring(secret, { reference: 'ICL-9999-99' })).toEqual({ kind: 'wrong' });
    const other = createSqlCollectionCodes(db, 'other key');
    const by = { visitorId: 'v9', conversation: { channel: 'x', id: 'y' }, turnId: 't', at };
    expect(await other.redeem({ reference: escalation.reference, secret }, by)).toEqual({ kind: 'wrong' });
    await close();
  });

  test('is gone with its question', async () => {
    const { db, secret, escalation, bring, close } = await open(kind);
    await db.deleteFrom('escalations').where('id', '=', escalation.id).execute();
    expect(await bring(secret)).toEqual({ kind: 'wrong' });
    expect(await db.selectFrom('collection_codes').selectAll().execute()).toEqual([]);
    await close();
  });
});

describe.each(databaseKinds)('Wrong codes on %s', (kind) => {
  test('are let through five times an hour for a visitor, also all at once; then not even the right one is', async () => {
    const { secret, bring, close } = await open(kind);
    const answers = await Promise.all(Array.from({ length: 8 }, () => bring('AAAAA')));
    expect(answers.filter((answer) => answer.kind === 'wrong')).toHaveLength(5);
    expect((await bring(secret)).kind).toBe('tooMany');
    expect((await bring(secret, { visitor: 'v3' })).kind).toBe('right');
    expect((await bring(secret, { after: 3_600_001 })).kind).toBe('right');
    await close();
  });

  test('are let through thirty times an hour for a reference, whoever brings them and whether there is one', async () => {
    const { secret, bring, escalation, close } = await open(kind);
    for (const reference of [escalation.reference, 'ICL-9999-99']) {
      for (let i = 0; i < 30; i++)
        expect((await bring('AAAAA', { visitor: `${reference}${i}`, reference })).kind).toBe('wrong');
      expect((await bring(secret, { visitor: 'v3', reference })).kind).toBe('tooMany');
    }
    await close();
  });

  test('count once for a turn that is run again', async () => {
    const { secret, bring, close } = await open(kind);
    for (let i = 0; i < 9; i++) expect((await bring('AAAAA', { turn: 'same' })).kind).toBe('wrong');
    expect((await bring(secret)).kind).toBe('right');
    await close();
  });
});
