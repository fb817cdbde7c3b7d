import { expect, test } from '@jest/globals';
import { daysIn, piecesOf, readPeriod } from '../../../bot/console/insight/period.ts';

const now = new Date('2026-11-25T23:30:00Z');
const read = (query: string) => readPeriod(new URLSearchParams(query), now);

test.each([
  ['', '2026-10-27', '2026-11-25', 30],
  ['days=7', '2026-11-19', '2026-11-25', 7],
  ['days=90', '2026-08-28', '2026-11-25', 90],
  ['from=&to=', '2026-10-27', '2026-11-25', 30],
  ['from=2026-11-01&to=2026-11-01', '2026-11-01', '2026-11-01', null],
  ['from=2026-11-20', '2026-11-20', '2026-11-25', null],
  ['from=2024-01-01&to=2024-12-31', '2024-01-01', '2024-12-31', null],
  ['days=7&from=2026-11-20&to=2026-11-21', '2026-11-20', '2026-11-21', null],
])('"%s" is %s to %s', (query, from, to, days) => {
  expect(read(query)).toEqual({ ok: true, period: { from, to }, days });
});

test.each([
  ['days=8', 'unreadable'],
  ['days=0x7', 'unreadable'],
  ['from=2026-02-30&to=2026-03-01', 'unreadable'],
  ['from=yesterday&to=2026-03-01', 'unreadable'],
  ["from=2026-03-01'--&to=2026-03-01", 'unreadable'],
  ['from=2026-3-1&to=2026-03-01', 'unreadable'],
  ['to=2026-03-01', 'unreadable'],
  ['from=2026-03-02&to=2026-03-01', 'backwards'],
  ['from=2026-11-26', 'backwards'],
  ['from=2025-01-01&to=2026-01-02', 'tooLong'],
  ['from=0001-01-01&to=9999-12-31', 'tooLong'],
])('"%s" is refused as %s, and the usual period is shown', (query, fault) => {
  const period = { from: '2026-10-27', to: '2026-11-25' };
  expect(read(query)).toEqual({ ok: false, fault, period, days: 30 });
});

test('A period is cut into weeks, and the last is as short as it is', () => {
  expect(piecesOf({ from: '2026-02-20', to: '2026-03-07' }, 7)).toEqual([
    { from: '2026-02-20', to: '2026-02-26' },
    { from: '2026-02-27', to: '2026-03-05' },
    { from: '2026-03-06', to: '2026-03-07' },
  ]);
  expect(daysIn({ from: '2024-02-28', to: '2024-03-01' })).toBe(3);
});
