import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ExportedTurn, InsightOptions } from '../../../bot/console/insight/source.ts';
import { createSqlInsight } from '../../../bot/store/sqlInsight.ts';
import { UnavailableError } from '../../../bot/unavailable.ts';
import { type Staff, startConsole, type TestConsole } from '../support/startConsole.ts';
import { asked } from './support/askedTurns.ts';

let desk: TestConsole;
let ada: Staff;
const start = async (insight: Partial<InsightOptions> = {}) => {
  desk = await startConsole({ insight });
  ada = await desk.signInAs('Ada', ['administrator']);
};
beforeEach(() => start());
afterEach(() => desk.stop());

const restart = async (insight: Partial<InsightOptions>) => {
  await desk.stop();
  await start(insight);
};
const november = '?from=2026-11-01&to=2026-11-30';
const get = (file: string, query = november) =>
  desk.send(`/console/insight/export.${file}${query}`, { staff: ada });

test.each([
  [['staff'], 403],
  [['curator'], 403],
  [['administrator'], 200],
] as const)('%j get %d', async (roles, status) => {
  const staff = await desk.signInAs('Someone', roles);
  for (const file of ['csv', 'json']) {
    const response = await desk.send(`/console/insight/export.${file}`, { staff });
    expect(response.status).toBe(status);
    await response.text();
  }
});

test('whoever is not signed in gets nothing', async () => {
  expect((await desk.send('/console/insight/export.csv')).status).toBe(303);
});

test('the table begins with the byte order mark and has a row for each message, with numbers for conversations', async () => {
  await asked(desk.db, '2026-11-20T10:00:00Z', { question: 'One, "two"\nthree' });
  await asked(desk.db, '2026-11-20T11:00:00Z', {
    outcome: 'smallTalk',
    question: null,
    entry: null,
    confidence: null,
    conversation: { channel: 'msteams', id: 'secret conversation' },
  });
  await asked(desk.db, '2026-11-21T10:00:00Z', { question: '=HYPERLINK("https://evil.example")' });
  await asked(desk.db, '2026-12-01T00:00:00Z', { question: 'Too late' });
  const response = await get('csv');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="iclei-questions-2026-11-01-to-2026-11-30.csv"',
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe(
    [
      '\uFEFFat,conversation,channel,language,outcome,entry,confidence,question',
      '2026-11-20T10:00:00.000Z,1,directline,en,answered,what-is-iclei,0.97,"One, ""two""\nthree"',
      '2026-11-20T11:00:00.000Z,2,msteams,en,smallTalk,,,',
      '2026-11-21T10:00:00.000Z,1,directline,en,answered,what-is-iclei,0.97,"\'=HYPERLINK(""https://evil.example"")"',
      '',
    ].join('\r\n'),
  );
});

test('JSON has the same, and nothing is put before its texts', async () => {
  await asked(desk.db, '2026-11-20T10:00:00Z', { question: '=1+1 "</script>' });
  await asked(desk.db, '2026-11-21T10:00:00Z');
  const response = await get('json');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain('.json"');
  const turn = {
    conversation: 1,
    channel: 'directline',
    language: 'en',
    outcome: 'answered',
    entry: 'what-is-iclei',
    confidence: 0.97,
  };
  expect(await response.json()).toEqual({
    from: '2026-11-01',
    to: '2026-11-30',
    messages: [
      { at: '2026-11-20T10:00:00.000Z', ...turn, question: '=1+1 "</script>' },
      { at: '2026-11-21T10:00:00.000Z', ...turn, question: 'What is ICLEI?' },
    ],
  });
});

test('an empty period is an empty table and an empty list', async () => {
  expect(await (await get('json')).json()).toEqual({ from: '2026-11-01', to: '2026-11-30', messages: [] });
  expect((await (await get('csv')).text()).trim().split('\r\n')).toHaveLength(1);
});

test('a period that can not be is refused, and nothing is exported instead', async () => {
  const response = await get('csv', '?from=2026-11-02&to=2026-11-01');
  expect(response.status).toBe(400);
  expect(response.headers.get('content-disposition')).toBeNull();
});

test('who took what is written down first, and without that nothing is given', async () => {
  const seen: string[] = [];
  await restart({
    audit: async (action, subject, visit) => {
      seen.push([action, subject, visit.session.name].join(' | '));
    },
  });
  expect((await get('csv')).status).toBe(200);
  expect(seen).toEqual(['insight.export | 2026-11-01 to 2026-11-30, csv | Ada']);
  await restart({ audit: async () => Promise.reject(new Error('no audit')) });
  const response = await get('csv');
  expect(response.status).toBe(500);
  expect(response.headers.get('content-disposition')).toBeNull();
});

const turn: ExportedTurn = {
  at: '2026-11-20T10:00:00.000Z',
  conversation: 1,
  channel: 'directline',
  language: 'en',
  outcome: 'answered',
  entry: null,
  confidence: null,
  question: 'x'.repeat(400),
};

test('a database that fails at once is told in a page, one that fails later by an end before the end', async () => {
  async function* failing(after: number) {
    for (let index = 0; index < after; index += 1) yield turn;
    throw new UnavailableError(new Error('locked'));
  }
  const source = createSqlInsight(desk.db);
  await restart({ source: { ...source, turns: () => failing(0) } });
  const atOnce = await get('csv');
  expect([atOnce.status, atOnce.headers.get('retry-after')]).toEqual([503, '5']);
  expect(atOnce.headers.get('content-type')).toContain('text/html');
  await restart({ source: { ...source, turns: () => failing(1_000) } });
  const later = await get('csv');
  expect(later.status).toBe(200);
  await expect(later.text()).rejects.toThrow();
});

test('whoever leaves in the middle ends the reading', async () => {
  const ended = Promise.withResolvers<number>();
  async function* endless() {
    let given = 0;
    try {
      for (;;) {
        given += 1;
        yield turn;
        if (given % 200 === 0) await new Promise(setImmediate);
      }
    } finally {
      ended.resolve(given);
    }
  }
  await restart({ source: { ...createSqlInsight(desk.db), turns: endless } });
  const response = await get('csv');
  await response.body?.getReader().read();
  await response.body?.cancel().catch(() => undefined);
  const leaving = new AbortController();
  const second = await fetch(`${desk.url}/console/insight/export.csv`, {
    headers: { Cookie: ada.cookie },
    signal: leaving.signal,
  });
  expect(second.status).toBe(200);
  leaving.abort();
  expect(await ended.promise).toBeGreaterThan(0);
});
