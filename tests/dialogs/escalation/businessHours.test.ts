import { describe, expect, test } from '@jest/globals';
import {
  addBusinessMinutes,
  type BusinessHours,
  dayAt,
  isOpen,
  minuteAt,
  momentOf,
  nextOpening,
} from '../../../dialogs/escalation/businessHours.ts';

const office = [{ from: 540, to: 1020 }];
const berlin: BusinessHours = {
  timeZone: 'Europe/Berlin',
  week: [office, office, office, office, office, [], []],
  holidays: new Set(['2026-12-25']),
};
const aroundTheClock = (timeZone: string): BusinessHours => ({
  timeZone,
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: new Set(),
});
const at = (text: string) => new Date(text);
const ends = (start: string, minutes: number, hours = berlin) =>
  addBusinessMinutes(hours, at(start), minutes).toISOString();

describe('Opening hours', () => {
  test.each([
    ['within a day', '2026-11-25T09:00:00Z', 120, '2026-11-25T11:00:00.000Z'],
    ['over a night', '2026-11-25T15:00:00Z', 120, '2026-11-26T09:00:00.000Z'],
    ['to the end of a day, not to the next morning', '2026-11-25T14:00:00Z', 120, '2026-11-25T16:00:00.000Z'],
    ['over a weekend', '2026-11-27T15:30:00Z', 60, '2026-11-30T08:30:00.000Z'],
    ['from a night', '2026-11-25T22:00:00Z', 60, '2026-11-26T09:00:00.000Z'],
    ['over a holiday and a weekend', '2026-12-24T15:00:00Z', 90, '2026-12-28T08:30:00.000Z'],
    ['over the night clocks go forward', '2027-03-26T15:00:00Z', 120, '2027-03-29T08:00:00.000Z'],
    ['over the night clocks go back', '2026-10-23T14:00:00Z', 120, '2026-10-26T09:00:00.000Z'],
  ])('are counted %s', (_what, start, minutes, end) => {
    expect(ends(start, minutes)).toBe(end);
  });

  test('of a day with a break leave the break out', () => {
    const split = {
      ...berlin,
      week: berlin.week.map(() => [
        { from: 540, to: 720 },
        { from: 780, to: 1020 },
      ]),
    };
    expect(ends('2026-11-25T10:30:00Z', 60, split)).toBe('2026-11-25T12:30:00.000Z');
    expect(isOpen(split, at('2026-11-25T11:30:00Z'))).toBe(false);
  });

  test('say whether somebody is there, and when again', () => {
    expect(isOpen(berlin, at('2026-11-25T07:59:59Z'))).toBe(false);
    expect(isOpen(berlin, at('2026-11-25T08:00:00Z'))).toBe(true);
    expect(isOpen(berlin, at('2026-11-25T16:00:00Z'))).toBe(false);
    expect(isOpen(berlin, at('2026-12-25T10:00:00Z'))).toBe(false);
    expect(nextOpening(berlin, at('2026-11-25T10:00:00Z'))).toEqual(at('2026-11-25T10:00:00Z'));
    expect(nextOpening(berlin, at('2026-11-27T16:00:00Z'))).toEqual(at('2026-11-30T08:00:00Z'));
    expect(nextOpening(berlin, at('2026-12-24T17:00:00Z'))).toEqual(at('2026-12-28T08:00:00Z'));
  });

  // Where clocks change at midnight, by half an hour, or not at all, and on the other half of the earth.
  const zones = [
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Kathmandu',
  ];

  test.each(zones)('around the clock in %s are the time that passes, over a whole year', (timeZone) => {
    const hours = aroundTheClock(timeZone);
    for (let hour = 0; hour < 365 * 24; hour += 47) {
      const start = new Date(Date.UTC(2026, 0, 1, hour));
      for (const minutes of [0, 1, 90, 1440, 3000]) {
        expect(addBusinessMinutes(hours, start, minutes)).toEqual(
          new Date(start.getTime() + minutes * 60_000),
        );
      }
      expect(isOpen(hours, start)).toBe(true);
    }
  });

  test.each(zones)(
    'in %s add up: two parts after each other are the whole, and each ends while somebody is there',
    (timeZone) => {
      const hours = { ...berlin, timeZone };
      for (let hour = 0; hour < 365 * 24; hour += 53) {
        const start = new Date(Date.UTC(2026, 0, 1, hour, 17));
        const [first, second] = [1 + (hour % 400), 1 + (hour % 777)];
        const half = addBusinessMinutes(hours, start, first);
        const whole = addBusinessMinutes(hours, start, first + second);
        expect(addBusinessMinutes(hours, half, second)).toEqual(whole);
        expect(whole.getTime() - start.getTime()).toBeGreaterThanOrEqual((first + second) * 60_000);
        expect(isOpen(hours, new Date(half.getTime() - 1))).toBe(true);
        const clock = minuteAt(timeZone, half);
        expect(clock).toBeGreaterThan(540);
        expect(clock).toBeLessThanOrEqual(1020);
      }
    },
  );
});

describe('What clocks show', () => {
  test('is found again as a moment, in every hour of a year but the skipped one', () => {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const moment = new Date(Date.UTC(2026, 0, 1, hour));
      const found = momentOf(
        'Europe/Berlin',
        dayAt('Europe/Berlin', moment),
        minuteAt('Europe/Berlin', moment),
      );
      const twice = moment.toISOString() === '2026-10-25T01:00:00.000Z';
      expect(found).toEqual(twice ? new Date(moment.getTime() - 3_600_000) : moment);
    }
  });

  test('a skipped time is taken as if it had not been skipped', () => {
    expect(momentOf('Europe/Berlin', '2026-03-29', 150)).toEqual(at('2026-03-29T01:30:00Z'));
  });

  test('is of the day there, not of ours', () => {
    expect(dayAt('Pacific/Kiritimati', at('2026-11-25T10:00:00Z'))).toBe('2026-11-26');
    expect(dayAt('America/Los_Angeles', at('2026-11-25T07:00:00Z'))).toBe('2026-11-24');
  });
});
