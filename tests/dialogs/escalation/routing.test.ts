import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type DeskPlan,
  dueAt,
  knownQueue,
  parseRouting,
  plainPlan,
  queueFor,
  unknownTopics,
} from '../../../dialogs/index.ts';
import { formatFault, topics } from '../../../knowledge/index.ts';

const shipped = readFileSync('dialogs/escalation/routing.yaml', 'utf8');
const parsed = (text: string): DeskPlan => {
  const read = parseRouting('routing.yaml', text);
  if (!read.ok) throw new Error(read.faults.map(formatFault).join('\n'));
  return read.plan;
};
const faultsOf = (text: string): readonly string[] => {
  const read = parseRouting('routing.yaml', text);
  return read.ok ? [] : read.faults.map(formatFault);
};

describe('The routing file that is shipped', () => {
  test('can be read, and means what it says', () => {
    expect(parsed(shipped)).toMatchObject({
      defaultQueue: 'general',
      hours: { timeZone: 'Europe/Berlin', week: [[{ from: 540, to: 1020 }], {}, {}, {}, {}, [], []] },
      dueAfter: { urgent: 120, high: 240, normal: 480, low: 1440 },
      remindAfter: 240,
      returnAfter: 480,
      talkEndsAfter: 60,
      digest: { at: 510, to: [], language: 'en' },
    });
  });

  test('has the times that hold where nothing is said', () => {
    const { queues: _queues, rules: _rules, hours, ...times } = parsed(shipped);
    expect({ ...plainPlan, ...times }).toEqual(plainPlan);
    expect(hours).toMatchObject({ timeZone: plainPlan.hours.timeZone, week: plainPlan.hours.week });
  });

  test('names topics that the knowledge has', () => {
    const groups = readFileSync('knowledge/out-of-scope.yaml', 'utf8').matchAll(/^- id: (\S+)/gmu);
    const known = new Set<string>([...topics, ...Array.from(groups, ([, id]) => id ?? '')]);
    expect(known.size).toBeGreaterThan(30);
    expect(unknownTopics(parsed(shipped), known)).toEqual([]);
    expect(unknownTopics(parsed(shipped), new Set(['membership']))).toContain('interview-request');
  });
});

describe('A question goes', () => {
  const plan: DeskPlan = {
    ...plainPlan,
    queues: ['general', 'membership', 'brasil'].map((id) => ({ id, name: id })),
    rules: [
      { queue: 'brasil', topics: ['membership'], languages: ['pt'] },
      { queue: 'membership', topics: ['membership', 'fees'], languages: [] },
      { queue: 'brasil', topics: [], languages: ['pt'] },
      { queue: 'removed', topics: ['events'], languages: [] },
    ],
  };
  test.each([
    ['fees', 'en', 'membership'],
    ['membership', 'pt', 'brasil'],
    ['membership', 'de', 'membership'],
    ['anything', 'pt', 'brasil'],
    [null, 'pt', 'brasil'],
    ['never-heard-of', 'en', 'general'],
    [null, 'en', 'general'],
    ['events', 'en', 'general'],
  ] as const)('about %s in %s to %s', (topic, language, queue) => {
    expect(queueFor(plan, topic, language)).toBe(queue);
  });

  test('to the default queue when its own is not there any more', () => {
    expect(knownQueue(plan, 'membership').name).toBe('membership');
    expect(knownQueue(plan, 'gone').id).toBe('general');
    expect(knownQueue({ ...plan, defaultQueue: 'gone' }, 'x')).toEqual({ id: 'gone', name: 'gone' });
  });

  test('and is due after so many hours as its priority says', () => {
    const friday = new Date('2026-11-27T15:00:00Z');
    expect(dueAt(plan, 'urgent', friday).toISOString()).toBe('2026-11-30T09:00:00.000Z');
    expect(dueAt(plan, 'normal', friday).toISOString()).toBe('2026-11-30T15:00:00.000Z');
  });
});

describe('A fault is told with its line and what to do', () => {
  const line = (text: string) => shipped.slice(0, shipped.indexOf(text)).split('\n').length;
  test.each([
    [
      'defaultQueue: general',
      'defaultQueue: genral',
      'There is no queue "genral". Use one of general, membership, press, or add it to queues.',
    ],
    ['  - id: press', '  - id: general', 'The queue "general" stands here twice. Remove one of them.'],
    ['  - queue: press', '  - queue: news', 'There is no queue "news".'],
    [
      '  timeZone: Europe/Berlin',
      '  timeZone: Europe/Bonn',
      'businessHours.timeZone must be a time zone like Europe/Berlin.',
    ],
    ['  monday: 09:00-17:00', '  monday: 9-17', 'businessHours.monday must be hours like 09:00-17:00'],
    ['  monday: 09:00-17:00', '  monday: 17:00-09:00', 'businessHours.monday must begin before they end'],
    [
      '  monday: 09:00-17:00',
      '  monday: 09:00-12:00, 11:00-17:00',
      'businessHours.monday must begin before they end',
    ],
    ['  - 2026-12-25', '  - 2026-12-32', 'holidays[2] must be a day like 2026-12-25.'],
    ['  urgent: 2', '  urgent: soon', 'dueAfter.urgent must be a number of opening hours from 0.1 to 1000.'],
    ['  urgent: 2', '  urgant: 2', 'unknown field "urgant" in dueAfter. Did you mean "urgent"?'],
    ['remindAfter: 4', 'remindAfter: 0', 'remindAfter must be a number of opening hours'],
    ['  at: 08:30', '  at: 25:30', 'digest.at must be a time like "08:30".'],
    ['  to: []', '  to: [anna at example.org]', 'digest.to[1] must be a mail address'],
    ['  to: []', '  to: ["a@b.org, c@d.org"]', 'digest.to[1] must be a mail address'],
    ['  language: en', '  language: xx', 'digest.language must be one of en, es, pt, fr, de.'],
    ['  language: en', '  language: !secret en', 'The YAML cannot be read'],
    ['  language: en', '  language: *en', 'Aliases (*name) are not allowed.'],
  ])('%s changed to %s', (from, to, message) => {
    const [fault = ''] = faultsOf(shipped.replace(from, to));
    expect(fault).toContain(message);
    expect(fault).toMatch(new RegExp(`^routing\\.yaml:${line(from)}:\\d+ `, 'u'));
  });

  test('of what does not go together', () => {
    const closed = shipped.replaceAll(/day: 09:00-17:00/gu, 'day: closed');
    expect(faultsOf(closed)).toEqual([expect.stringContaining('closed on every day')]);
    const late = shipped.replace('returnAfter: 8', 'returnAfter: 4');
    expect(faultsOf(late)).toEqual([expect.stringContaining('The reminder would never come.')]);
    const catchAll = shipped.replace('rules:\n', 'rules:\n  - queue: press\n');
    expect(faultsOf(catchAll)).toEqual([expect.stringContaining('This rule is for every question.')]);
  });

  test('all at once', () => {
    const faults = faultsOf('defaultQueue: general\nqueues: []\nlunch: 12:00\n');
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.join('\n')).toContain('unknown field "lunch"');
    expect(faults.join('\n')).toContain('The file has no businessHours.');
  });

  test('of a file that is empty or none at all', () => {
    expect(faultsOf('')).toHaveLength(1);
    expect(faultsOf('just text')).toEqual([expect.stringContaining('must be fields with their values')]);
  });
});
