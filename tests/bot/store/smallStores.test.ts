import { describe, expect, test } from '@jest/globals';
import { resumeGraceMs } from '../../../bot/directLine/resumeSecrets.ts';
import { createSqlActivityLog } from '../../../bot/store/sqlActivityLog.ts';
import { createSqlAudit } from '../../../bot/store/sqlAudit.ts';
import { createSqlFeedbackStore } from '../../../bot/store/sqlFeedbackStore.ts';
import { createSqlInboundLog } from '../../../bot/store/sqlInboundLog.ts';
import { createSqlResumeSecrets } from '../../../bot/store/sqlResumeSecrets.ts';
import { createSqlSavedViews } from '../../../bot/store/sqlSavedViews.ts';
import { ownSecret } from '../../../bot/store/sqlSecrets.ts';
import { createSqlStaffSessions } from '../../../bot/store/sqlStaffSessions.ts';
import { createSqlTextModules } from '../../../bot/store/sqlTextModules.ts';
import { staffNames } from '../../../bot/store/staffNames.ts';
import { databaseKinds, openTestDatabase } from '../../support/databases.ts';

const at = new Date('2026-11-25T10:00:00Z');
const before = new Date(at.getTime() - 1);
const after = new Date(at.getTime() + 1);

describe.each(databaseKinds)('On %s', (kind) => {
  test('two instances that start at the same time make one secret', async () => {
    const { db, another, close } = await openTestDatabase(kind);
    const other = await another();
    const made = await Promise.all([
      ownSecret(db, 'key', () => 'mine'),
      ownSecret(other.db, 'key', () => 'theirs'),
    ]);
    expect(new Set(made).size).toBe(1);
    await close();
  });

  test('a sign-in link is good once, for one of two who use it at the same time', async () => {
    const { db, another, close } = await openTestDatabase(kind);
    const [here, there] = [createSqlStaffSessions(db), createSqlStaffSessions((await another()).db)];
    await here.addLink('hash', at);
    expect(await there.linkIsGood('hash', before)).toBe(true);
    const used = await Promise.all([
      here.useLink('hash', after, before),
      there.useLink('hash', after, before),
    ]);
    expect(used.toSorted()).toEqual([false, true]);
    expect(await there.linkIsGood('hash', before)).toBe(false);
    await close();
  });

  test('a staff session is kept, renewed, and swept when it is old', async () => {
    const { db, close } = await openTestDatabase(kind);
    const sessions = createSqlStaffSessions(db);
    const session = {
      idHash: 'id',
      name: 'Anna',
      roles: ['staff'],
      csrf: 'c',
      createdAt: at,
      seenAt: at,
    } as const;
    await sessions.start(session);
    await sessions.renew('id', after);
    expect(await sessions.find('id')).toEqual({ ...session, seenAt: after });
    await sessions.sweep({ linkMade: at, sessionMade: at, sessionSeen: at });
    expect(await sessions.find('id')).not.toBeNull();
    await sessions.sweep({ linkMade: after, sessionMade: after, sessionSeen: after });
    expect(await sessions.find('id')).toBeNull();
    await close();
  });

  test('of an activity that comes again the response is known, for a while', async () => {
    const { db, close } = await openTestDatabase(kind);
    const inbound = createSqlInboundLog(db);
    expect(await inbound.find('key')).toBeNull();
    await inbound.done('key', { status: 200, body: null }, at);
    await inbound.done('key', { status: 200, body: '{}' }, at);
    expect(await inbound.find('key')).toEqual({ status: 200, body: '{}' });
    await inbound.forgetBefore(after);
    expect(await inbound.find('key')).toBeNull();
    await close();
  });

  test('text modules: of two who use one keyword, or change one module, at the same time one wins', async () => {
    const { db, another, close } = await openTestDatabase(kind);
    const [here, there] = [createSqlTextModules(db), createSqlTextModules((await another()).db)];
    const text = {
      keyword: 'fee',
      language: 'en',
      text: 'The fee.',
      changedBy: 'Anna',
      changedAt: at,
    } as const;
    expect((await Promise.all([here.add(text), there.add(text)])).toSorted()).toEqual(['done', 'taken']);
    const [{ id, version } = { id: '', version: 0 }] = await here.all();
    const changes = [here, there].map((modules) => modules.change(id, version, { ...text, text: 'Other.' }));
    expect((await Promise.all(changes)).toSorted()).toEqual(['done', 'stale']);
    expect(await there.remove(id, version)).toBe('stale');
    expect(await there.remove(id, version + 1)).toBe('done');
    await close();
  });

  test('a saved view is kept, renewed, and taken away', async () => {
    const { db, close } = await openTestDatabase(kind);
    const views = createSqlSavedViews(db);
    for (const query of ['a=1', 'a=2']) expect(await views.save('Anna', { name: 'Mine', query })).toBe(true);
    expect(await views.of('Anna')).toEqual([{ name: 'Mine', query: 'a=2' }]);
    await views.remove('Anna', 'Mine');
    expect(await views.of('Anna')).toEqual([]);
    await close();
  });

  test('the record of what administrators did is read from its end', async () => {
    const { db, close } = await openTestDatabase(kind);
    const audit = createSqlAudit(db);
    const did = { at, actor: 'Anna', action: 'personErased' } as const;
    for (const subject of ['x', 'y', 'z']) await audit.record({ ...did, subject });
    expect(await audit.latest(2)).toEqual(['z', 'y'].map((subject) => ({ ...did, subject })));
    expect(await staffNames(db)).toEqual([]);
    await close();
  });

  test('the latest word about an answer counts', async () => {
    const { db, close } = await openTestDatabase(kind);
    const feedback = createSqlFeedbackStore(db);
    const said = {
      conversation: { channel: 'directline', id: 'c1' },
      answer: 'a',
      entry: 'what-is-iclei',
      at,
    };
    await feedback.record({ ...said, helpful: true });
    await feedback.record({ ...said, helpful: false });
    expect(await db.selectFrom('feedback').select('helpful').execute()).toEqual([{ helpful: 0 }]);
    await close();
  });

  test('a resume secret is exchanged once, and once more within the grace; a copy voids all', async () => {
    const { db, another, close } = await openTestDatabase(kind);
    await createSqlActivityLog(db).create({
      id: 'c1',
      visitorId: 'dl_1',
      origin: null,
      locale: null,
      createdAt: at,
    });
    const [here, there] = [createSqlResumeSecrets(db), createSqlResumeSecrets((await another()).db)];
    await here.begin('c1', 'first');
    expect(
      await Promise.all([
        here.exchange('c1', 'first', 'second', at),
        there.exchange('c1', 'first', 'twin', at),
      ]),
    ).toEqual([true, true]);
    const late = new Date(at.getTime() + resumeGraceMs + 1);
    expect(await here.exchange('c1', 'first', 'third', late)).toBe(false);
    expect(await here.fits('c1', 'second', late)).toBe(false);
    await close();
  });
});
